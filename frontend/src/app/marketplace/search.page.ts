import { Component, computed, inject, resource, signal, viewChild, ViewContainerRef } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { SuppliersDocument, SuppliersFileDocument } from './generated/graphql';
import { csvFile } from '../shared/csv';
import { today } from '../shared/format';
import { Gql, gqlResource } from '../shared/graphql/gql';
import { Session } from '../shared/session/session';
import { Alert } from '../shared/ui/alert';
import { announce, Announcer } from '../shared/ui/announcer';
import { CheckGroup } from '../shared/ui/check-group';
import { Combobox, type ComboOption } from '../shared/ui/combobox';
import { Download } from '../shared/ui/download';
import { Empty } from '../shared/ui/empty';
import { Page } from '../shared/ui/page';
import { Pagination } from '../shared/ui/pagination';
import { ResourceState } from '../shared/ui/resource-state';
import { SelectField } from '../shared/ui/select-field';
import { TextField } from '../shared/ui/text-field';
import { urlFilters } from '../shared/ui/url-filters';
import { isCommune, Market } from './market';
import { Picker } from './picker';

const some = (codes: readonly string[]): string[] | null => (codes.length ? [...codes] : null);
const columns = ['Nom', 'Type', 'Type de structure', 'SIRET', 'Adresse', 'Code postal', 'Commune', 'Prestations', 'Secteurs d’activité'];

/** Public search of inclusive suppliers. Every filter is in the address, so that a search can be shared. */
@Component({
  selector: 'app-supplier-search',
  imports: [RouterLink, Page, Combobox, Picker, SelectField, TextField, CheckGroup, Pagination, ResourceState, Empty, Alert, Download],
  templateUrl: './search.page.html',
})
export class SupplierSearchPage {
  private readonly gql = inject(Gql);
  private readonly announcer = inject(Announcer);
  protected readonly session = inject(Session);
  protected readonly market = inject(Market);
  private readonly sectorBox = viewChild.required(Picker);
  private readonly placeBox = viewChild.required(Combobox);

  protected readonly filters = urlFilters({
    secteurs: [] as readonly string[], lieu: '', distance: '', types: [] as readonly string[], prestations: [] as readonly string[], nom: '', local: '',
  });
  protected readonly draft = this.filters.draft;
  protected readonly sectors = computed(() => this.draft.secteurs().map((code) => this.market.sector(code)));
  private readonly chosen = signal<ComboOption | null>(null);
  private readonly placeName = resource({ params: () => this.draft.lieu() || undefined, loader: ({ params }) => this.market.place(params) });
  protected readonly place = computed<ComboOption | null>(() => {
    const named = [this.chosen(), this.placeName.hasValue() ? this.placeName.value() : null];
    return named.find((option) => option?.code === this.draft.lieu()) ?? null;
  });
  protected readonly distances = ['10', '25', '50', '100', '200'].map((code) => ({ code, label: `${code} km` }));
  protected readonly aroundCity = computed(() => isCommune(this.draft.lieu()));
  protected readonly more = computed(() => {
    const { types, prestations, nom } = this.filters.asked();
    return types.length + prestations.length + (nom ? 1 : 0);
  });
  /** What the search asks, for those who then publish a need. */
  protected readonly publish = computed(() => ({ secteurs: this.filters.asked().secteurs.join(',') || null, lieu: this.filters.asked().lieu || null }));
  private readonly route = toSignal(inject(ActivatedRoute).queryParams, { requireSync: true });
  protected readonly back = computed(() => ({ suite: `/fournisseurs?${new URLSearchParams(this.route()).toString()}` }));

  private readonly asked = computed(() => {
    const { secteurs, lieu, distance, types, prestations, nom, local } = this.filters.asked();
    return {
      sectors: some(secteurs),
      perimeters: lieu ? [lieu] : null,
      locations: local && lieu ? [lieu] : null,
      distance: distance && isCommune(lieu) ? Number(distance) : null,
      kinds: some(types),
      prestaTypes: some(prestations),
      search: nom || null,
    };
  });
  protected readonly results = gqlResource(SuppliersDocument, () => ({ filter: this.asked(), page: this.filters.page() }));
  protected readonly found = computed(() => (this.results.hasValue() ? this.results.value().suppliers : null));
  protected readonly summary = computed(() => {
    const total = this.found()?.total;
    return total === undefined ? '' : total === 0 ? 'Aucun fournisseur inclusif' : `${total} ${total > 1 ? 'fournisseurs inclusifs' : 'fournisseur inclusif'}`;
  });
  /** Where the suppliers of this page are; the list says the same line by line. */
  protected readonly points = computed(() =>
    (this.found()?.items ?? []).map(({ id, name, city, department, lat, lon }) => ({ name: `${name}, ${city}`, fragment: `fournisseur-${id}`, department, lat, lon })),
  );
  private readonly mapPlace = viewChild('map', { read: ViewContainerRef });
  protected readonly fileName = `liste_structures_${today()}.csv`;

  constructor() {
    // Nothing found is heard from the box that says what to try next.
    announce(() => (this.found()?.total ? this.summary() : ''));
  }

  protected choosePlace(option: ComboOption | null): void {
    this.chosen.set(option);
    this.draft.lieu.set(option?.code ?? '');
  }

  protected chooseSectors(options: readonly ComboOption[]): void {
    this.draft.secteurs.set(options.map((option) => option.code));
  }

  protected search(event: Event): void {
    // A distance or a local supplier means nothing without its place.
    if (!this.aroundCity()) this.draft.distance.set('');
    if (!this.draft.lieu()) this.draft.local.set('');
    this.draft.nom.set(this.draft.nom().trim());
    this.filters.apply(event);
  }

  protected clear(): void {
    this.sectorBox().reset();
    this.placeBox().reset();
    this.filters.clear();
  }

  /** The outlines of the départements weigh more than the page: they come when asked for, with the suppliers of that moment. */
  protected async showMap(): Promise<void> {
    const { PointsMap } = await import('../shared/ui/points-map');
    this.mapPlace()?.clear();
    const shown = this.mapPlace()?.createComponent(PointsMap);
    shown?.setInput('caption', 'Fournisseurs de cette page');
    shown?.setInput('points', this.points());
  }

  protected near(km: number): string {
    return km < 1 ? 'à moins de 1\u00a0km' : `à ${km.toFixed(0)}\u00a0km`;
  }

  protected readonly file = async (): Promise<Blob> => {
    const { suppliersFile: found } = await this.gql.run(SuppliersFileDocument, { filter: this.asked() });
    this.announcer.say(found.total > found.limit ? `Fichier prêt : les ${found.limit} premiers fournisseurs sur ${found.total}` : 'Fichier prêt');
    return csvFile(columns, found.items.map((s) => [s.name, s.kind, s.kindLabel, s.siret, s.address, s.postCode, s.city, s.services.join(', '), s.sectors.join(', ')]));
  };
}
