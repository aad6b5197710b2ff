import { Component, computed, effect, inject, input, linkedSignal, untracked } from '@angular/core';
import { DepartmentsDocument } from '../shared/graphql/generated/documents/DepartmentsDocument';
import { FiguresDocument } from '../shared/graphql/generated/documents/FiguresDocument';
import { toGqlError } from '../shared/graphql/errors';
import { gqlResource } from '../shared/graphql/gql';
import { counted, CountPipe, DayPipe, endOfDay, isDay, MomentPipe, MonthPipe, today } from '../shared/format';
import { Labels } from '../shared/labels';
import { liveChanges } from '../shared/session/live';
import { Announcer } from '../shared/ui/announcer';
import { Page } from '../shared/ui/page';
import { ResourceState } from '../shared/ui/resource-state';
import { SelectField } from '../shared/ui/select-field';
import { TextField } from '../shared/ui/text-field';
import { urlFilters } from '../shared/ui/url-filters';
import { FiguresCharts } from './figures-charts';
import { FiguresCitation } from './figures-citation';
import { FiguresLive } from './figures-live';
import { FiguresPlaces } from './figures-places';
import { IndicatorDetail } from './indicator-detail';
import { IndicatorTable } from './indicator-table';
import { indicatorValue } from './indicator-value';

/** What the address may ask; a copied link names an instant and its definitions, which no field of the form shows. */
const FILTERS = { region: '', departement: '', type: '', du: '', au: '', le: '', connu: '', instant: '', vue: '', definitions: '' };

/** Public figures: every filter in the address, every chart with its table. */
@Component({
  selector: 'app-figures',
  imports: [Page, ResourceState, SelectField, TextField, CountPipe, DayPipe, MomentPipe, MonthPipe, FiguresCharts, FiguresCitation, FiguresLive, FiguresPlaces, IndicatorTable, IndicatorDetail],
  templateUrl: './figures.page.html',
})
export class FiguresPage {
  readonly detail = input<string>();

  private readonly announcer = inject(Announcer);
  protected readonly labels = inject(Labels);
  private readonly territories = gqlResource(DepartmentsDocument, () => ({}));

  protected readonly filters = urlFilters(FILTERS);
  protected readonly draft = this.filters.draft;
  protected readonly today = today();
  protected readonly thisMonth = today().slice(0, 7);
  protected readonly departments = computed(() => {
    const all = this.territories.hasValue() ? this.territories.value().departments : [];
    return all.filter((d) => !this.draft.region() || d.region.code === this.draft.region()).map((d) => ({ code: d.code, label: `${d.code} – ${d.name}` }));
  });

  /** The days an address may hold that no calendar has: nothing is asked then, rather than something else. */
  private readonly notDays = computed(() => {
    const { le, connu } = this.filters.asked();
    return [...(le && !isDay(le) ? ['asOf'] : []), ...(connu && !isDay(connu) ? ['knownAt'] : [])];
  });
  protected readonly asked = computed(() => {
    const { region, departement, type, du, au, le, connu, instant, vue } = this.filters.asked();
    return { region: region || null, department: departement || null, kind: type || null, from: du || null, to: au || null, asOf: le || null, knownAt: connu ? (isDay(connu) ? endOfDay(connu) : null) : instant || null, asPublic: vue === 'publique' || null };
  });
  protected readonly resource = gqlResource(FiguresDocument, () => (this.notDays().length ? undefined : { filter: this.asked() }));
  /** What the server refused of this question, told beside the field of its name. */
  protected readonly problem = (field: string): string =>
    this.notDays().includes(field) ? 'Ce jour n’existe pas. Choisissez-le dans le calendrier.' : this.resource.status() === 'error' ? toGqlError(this.resource.error()).field(field) : '';
  private readonly changes = liveChanges(() => ['figures', 'figures:public']);
  protected readonly figures = computed(() => (this.resource.hasValue() ? this.resource.value().figures : null));
  protected readonly rate = computed(() => indicatorValue({ value: this.figures()?.acceptanceRate.value, unit: '%' }));
  protected readonly delay = computed(() => indicatorValue({ value: this.figures()?.medianResponseDays, unit: 'jours' }));
  protected readonly amount = computed(() => indicatorValue({ value: this.figures()?.transactionAmount, unit: '€' }));
  /** Whose true figures one may see; kept while other figures load. */
  protected readonly own = linkedSignal<string | null | undefined, string | null>({ source: () => this.figures()?.scope.own, computation: (now, before) => (now === undefined ? (before?.value ?? null) : now) });
  /** What an empty choice stands for: one's own territory is not « all of them ». */
  protected readonly placeholder = computed(() => {
    const mine = this.draft.vue() === 'publique' ? null : this.own();
    return mine && mine !== 'France' ? { region: `Mon territoire (${mine})`, department: `Mon territoire (${mine})` } : { region: 'Toutes les régions', department: 'Tous les départements' };
  });

  constructor() {
    let said = '';
    effect(() => {
      const f = this.figures();
      const words = f ? `${counted(f.applications, 'candidature', 'candidatures')}, ${counted(f.hires, 'embauche', 'embauches')}` : said;
      if (words !== said) untracked(() => this.announcer.say((said = words)));
    });
    effect(() => {
      if (this.changes() > 0) untracked(() => this.resource.reload());
    });
  }

  protected apply(event: Event): void {
    if (!this.departments().some(({ code }) => code === this.draft.departement())) this.draft.departement.set('');
    // What is asked anew is asked of now, unless the form says otherwise.
    this.draft.instant.set('');
    this.draft.definitions.set('');
    this.filters.apply(event);
  }
}
