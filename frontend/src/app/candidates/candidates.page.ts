import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { CandidatesDocument } from '../shared/graphql/generated/documents/CandidatesDocument';
import type { CandidatesQuery } from '../shared/graphql/generated/graphql';
import { gqlResource } from '../shared/graphql/gql';
import { formatDay } from '../shared/format';
import { Cell } from '../shared/ui/cell';
import { Empty } from '../shared/ui/empty';
import { Page } from '../shared/ui/page';
import { ResourceState } from '../shared/ui/resource-state';
import { ResultCount } from '../shared/ui/result-count';
import { type Column, Table } from '../shared/ui/table';
import { TextField } from '../shared/ui/text-field';

type Person = CandidatesQuery['candidates']['items'][number];

const columns: readonly Column<Person>[] = [
  { key: 'nom', label: 'Nom' },
  { key: 'naissance', label: 'Date de naissance', value: (p) => formatDay(p.birthDate) || '–' },
  { key: 'commune', label: 'Commune', value: (p) => p.city || '–' },
  { key: 'nir', label: 'Numéro de sécurité sociale', value: (p) => (p.hasNir ? 'Connu' : 'Absent') },
];

/** Names are typed in the page and sent in the body: they never go in the address. */
@Component({ selector: 'app-candidates', imports: [RouterLink, Page, Table, Cell, ResourceState, ResultCount, Empty, TextField], templateUrl: './candidates.page.html' })
export class CandidatesPage {
  private readonly router = inject(Router);
  readonly page = input<string>();
  protected readonly columns = columns;
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
