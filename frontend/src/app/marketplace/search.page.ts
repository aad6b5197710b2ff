import { Component, computed, effect, inject, input, linkedSignal, resource, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { SuppliersDocument } from './generated/graphql';
import { gqlResource } from '../shared/graphql/gql';
import { Session } from '../shared/session/session';
import { Alert } from '../shared/ui/alert';
import { Announcer } from '../shared/ui/announcer';
import { CheckGroup } from '../shared/ui/check-group';
import { Combobox, type ComboOption } from '../shared/ui/combobox';
import { Empty } from '../shared/ui/empty';
import { Page } from '../shared/ui/page';
import { Pagination } from '../shared/ui/pagination';
import { ResourceState } from '../shared/ui/resource-state';
import { SelectField } from '../shared/ui/select-field';
import { TextField } from '../shared/ui/text-field';
import { isCommune, Market } from './market';
import { Picker } from './picker';

const split = (list: string | undefined): string[] => (list ?? '').split(',').filter(Boolean);

/** Public search of inclusive suppliers. Every filter is in the address, so that a search can be shared. */
@Component({
  selector: 'app-supplier-search',
  imports: [RouterLink, Page, Combobox, Picker, SelectField, TextField, CheckGroup, Pagination, ResourceState, Empty, Alert],
  templateUrl: './search.page.html',
})
export class SupplierSearchPage {
  private readonly router = inject(Router);
  private readonly announcer = inject(Announcer);
  protected readonly session = inject(Session);
  protected readonly market = inject(Market);

  readonly secteurs = input<string>();
  readonly lieu = input<string>();
  readonly distance = input<string>();
  readonly types = input<string>();
  readonly prestations = input<string>();
  readonly nom = input<string>();
  readonly page = input<string>();

  private readonly placeName = resource({ params: () => this.lieu() || undefined, loader: ({ params }) => this.market.place(params) });
  protected readonly place = linkedSignal<ComboOption | null>(() => (this.placeName.hasValue() && this.lieu() ? this.placeName.value() : null));
  protected readonly sectors = linkedSignal<readonly ComboOption[]>(() => split(this.secteurs()).map((code) => this.market.sector(code)));
  protected readonly radius = linkedSignal(() => this.distance() ?? '');
  protected readonly kinds = linkedSignal<readonly string[]>(() => split(this.types()));
  protected readonly services = linkedSignal<readonly string[]>(() => split(this.prestations()));
  protected readonly name = linkedSignal(() => this.nom() ?? '');
  protected readonly distances = ['10', '25', '50', '100', '200'].map((code) => ({ code, label: `${code} km` }));
  protected readonly aroundCity = computed(() => isCommune(this.place()?.code));
  protected readonly more = computed(() => this.kinds().length + this.services().length + (this.name() ? 1 : 0));
  protected readonly filtered = computed(() => !!(this.secteurs() || this.lieu() || this.types() || this.prestations() || this.nom()));

  protected readonly results = gqlResource(SuppliersDocument, () => ({
    filter: {
      sectors: this.secteurs() ? split(this.secteurs()) : null,
      perimeters: this.lieu() ? [this.lieu() ?? ''] : null,
      distance: this.distance() && isCommune(this.lieu()) ? Number(this.distance()) : null,
      kinds: this.types() ? split(this.types()) : null,
      prestaTypes: this.prestations() ? split(this.prestations()) : null,
      search: this.nom() || null,
    },
    page: Number(this.page() ?? 1) || 1,
  }));
  protected readonly found = computed(() => (this.results.hasValue() ? this.results.value().suppliers : null));
  protected readonly summary = computed(() => {
    const total = this.found()?.total;
    return total === undefined ? '' : total === 0 ? 'Aucun fournisseur inclusif' : `${total} ${total > 1 ? 'fournisseurs inclusifs' : 'fournisseur inclusif'}`;
  });

  constructor() {
    effect(() => {
      const said = this.summary();
      if (said) untracked(() => this.announcer.say(said));
    });
  }

  protected search(event: Event): void {
    event.preventDefault();
    void this.router.navigate([], {
      queryParams: {
        secteurs: this.sectors().map((s) => s.code).join(',') || null,
        lieu: this.place()?.code ?? null,
        distance: this.aroundCity() ? this.radius() || null : null,
        types: this.kinds().join(',') || null,
        prestations: this.services().join(',') || null,
        nom: this.name().trim() || null,
        page: null,
      },
    });
  }

  protected clear(): void {
    this.place.set(null);
    this.radius.set('');
    void this.router.navigate([], { queryParams: {} });
  }

  protected near(km: number): string {
    return km < 1 ? 'à moins de 1 km' : `à ${km.toFixed(0)} km`;
  }
}
