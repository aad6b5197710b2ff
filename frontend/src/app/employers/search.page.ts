import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { CommuneDocument } from '../shared/graphql/generated/documents/CommuneDocument';
import { EmployersDocument } from '../shared/graphql/generated/documents/EmployersDocument';
import { gqlResource } from '../shared/graphql/gql';
import { Labels } from '../shared/labels';
import { announce } from '../shared/ui/announcer';
import { CheckGroup } from '../shared/ui/check-group';
import { Combobox, type ComboOption } from '../shared/ui/combobox';
import { Empty } from '../shared/ui/empty';
import { Page } from '../shared/ui/page';
import { Pagination } from '../shared/ui/pagination';
import { ResourceState } from '../shared/ui/resource-state';
import { SelectField } from '../shared/ui/select-field';

/** Public search of employers around a place. Every filter is in the address, so that a search can be shared. */
@Component({ selector: 'app-search', imports: [RouterLink, Page, Combobox, SelectField, CheckGroup, Pagination, ResourceState, Empty], templateUrl: './search.page.html' })
export class SearchPage {
  private readonly router = inject(Router);
  protected readonly labels = inject(Labels);

  readonly lieu = input<string>();
  readonly distance = input<string>();
  readonly types = input<string>();
  readonly metier = input<string>();
  readonly page = input<string>();
  readonly candidat = input<string>();

  private readonly place = gqlResource(CommuneDocument, () => (this.lieu() ? { insee: this.lieu() ?? '' } : undefined));
  protected readonly chosen = linkedSignal<ComboOption | null>(() => {
    const commune = this.place.hasValue() ? this.place.value().commune : null;
    return commune && this.lieu() ? { code: commune.insee, label: `${commune.name} (${commune.postCodes[0] ?? commune.department})` } : null;
  });
  protected readonly radius = linkedSignal(() => this.distance() ?? '25');
  protected readonly kinds = linkedSignal<readonly string[]>(() => (this.types() ?? '').split(',').filter(Boolean));
  protected readonly job = linkedSignal(() => this.metier() ?? '');
  protected readonly missingPlace = signal('');
  protected readonly distances = ['5', '10', '15', '25', '50', '100'].map((code) => ({ code, label: `${code} km` }));

  protected readonly results = gqlResource(EmployersDocument, () =>
    this.lieu()
      ? {
          place: this.lieu() ?? '',
          distance: Number(this.distance() ?? 25),
          kinds: this.types() ? (this.types() ?? '').split(',') : null,
          job: this.metier() || null,
          page: Number(this.page() ?? 1),
        }
      : undefined,
  );
  protected readonly found = computed(() => (this.results.hasValue() ? this.results.value().employers : null));
  protected readonly summary = computed(() => {
    const found = this.found();
    if (!found) return '';
    return `${found.total} employeur${found.total > 1 ? 's' : ''} à ${this.distance() ?? 25} km autour de ${found.place.name}`;
  });

  constructor() {
    // Nothing found is heard from the box that says what to try next.
    announce(() => (this.found()?.total ? this.summary() : ''));
  }

  protected search(event: Event): void {
    event.preventDefault();
    const place = this.chosen();
    this.missingPlace.set(place ? '' : 'Saisissez une commune puis choisissez-la dans la liste.');
    if (!place) return;
    void this.router.navigate([], {
      queryParams: { lieu: place.code, distance: this.radius() || '25', types: this.kinds().join(',') || null, metier: this.job() || null, page: null },
      queryParamsHandling: 'merge',
    });
  }
}
