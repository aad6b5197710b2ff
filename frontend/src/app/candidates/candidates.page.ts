import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { CandidatesDocument } from '../shared/graphql/generated/documents/CandidatesDocument';
import { gqlResource } from '../shared/graphql/gql';
import { DayPipe } from '../shared/format';
import { Empty } from '../shared/ui/empty';
import { Page } from '../shared/ui/page';
import { Pagination } from '../shared/ui/pagination';
import { ResourceState } from '../shared/ui/resource-state';
import { TextField } from '../shared/ui/text-field';

/** Names are typed in the page and sent in the body: they never go in the address. */
@Component({ selector: 'app-candidates', imports: [RouterLink, Page, Pagination, ResourceState, Empty, TextField, DayPipe], templateUrl: './candidates.page.html' })
export class CandidatesPage {
  private readonly router = inject(Router);
  readonly page = input<string>();
  protected readonly typed = signal('');
  protected readonly asked = signal('');
  protected readonly resource = gqlResource(CandidatesDocument, () => ({ search: this.asked() || null, page: Number(this.page() ?? 1) }));
  protected readonly list = computed(() => (this.resource.hasValue() ? this.resource.value().candidates : null));

  protected search(event: Event): void {
    event.preventDefault();
    this.asked.set(this.typed().trim());
    if (this.page()) void this.router.navigate([], { queryParams: { page: null }, queryParamsHandling: 'merge' });
  }
}
