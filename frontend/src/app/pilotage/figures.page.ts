import { Component, computed, effect, inject, input, linkedSignal, signal, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { DepartmentsDocument } from '../shared/graphql/generated/documents/DepartmentsDocument';
import { FiguresDocument } from '../shared/graphql/generated/documents/FiguresDocument';
import type { FiguresQuery } from '../shared/graphql/generated/graphql';
import { gqlResource } from '../shared/graphql/gql';
import { CountPipe, DayPipe, endOfDay, formatMonth, MomentPipe, MonthPipe, today } from '../shared/format';
import { Labels } from '../shared/labels';
import { liveChanges } from '../shared/session/live';
import { Announcer } from '../shared/ui/announcer';
import { Chart } from '../shared/ui/chart';
import { DepartmentChart } from '../shared/ui/department-chart';
import { Empty } from '../shared/ui/empty';
import { Page } from '../shared/ui/page';
import { ResourceState } from '../shared/ui/resource-state';
import { SelectField } from '../shared/ui/select-field';
import { type Column, Table } from '../shared/ui/table';
import { TextField } from '../shared/ui/text-field';
import { IndicatorDetail } from './indicator-detail';
import { IndicatorTable } from './indicator-table';

const HIRES = { code: 'hires', label: 'Embauches' } as const;
/** What the map can show. */
const MAPPED = [{ code: 'applications', label: 'Candidatures' }, HIRES, { code: 'refusals', label: 'Refus' }, { code: 'passesIssued', label: 'PASS IAE délivrés' }] as const;

const TERRITORY_COLUMNS: readonly Column<FiguresQuery['figures']['byTerritory'][number]>[] = [
  { key: 'territoire', label: 'Territoire', value: (t) => t.name, sortable: true },
  ...MAPPED.map(({ code, label }): Column<FiguresQuery['figures']['byTerritory'][number]> => ({ key: code, label, numeric: true, value: (t) => t[code], sortable: true })),
];

/** Public figures: every filter in the address, every chart with its table. */
@Component({
  selector: 'app-figures',
  imports: [Page, ResourceState, Empty, SelectField, TextField, Table, Chart, DepartmentChart, CountPipe, DayPipe, MomentPipe, MonthPipe, IndicatorTable, IndicatorDetail],
  templateUrl: './figures.page.html',
})
export class FiguresPage {
  readonly region = input<string>();
  readonly departement = input<string>();
  readonly type = input<string>();
  readonly du = input<string>();
  readonly au = input<string>();
  readonly le = input<string>();
  readonly connu = input<string>();
  readonly vue = input<string>();
  readonly detail = input<string>();
  readonly page = input<string>();

  private readonly router = inject(Router);
  private readonly announcer = inject(Announcer);
  protected readonly labels = inject(Labels);
  private readonly territories = gqlResource(DepartmentsDocument, () => ({}));

  protected readonly regionCode = linkedSignal(() => this.region() ?? '');
  protected readonly departmentCode = linkedSignal(() => this.departement() ?? '');
  protected readonly kind = linkedSignal(() => this.type() ?? '');
  protected readonly from = linkedSignal(() => this.du() ?? '');
  protected readonly to = linkedSignal(() => this.au() ?? '');
  protected readonly asOf = linkedSignal(() => this.le() ?? '');
  protected readonly knownOn = linkedSignal(() => this.connu() ?? '');
  protected readonly view = linkedSignal(() => this.vue() ?? '');
  protected readonly mapped = signal('');
  protected readonly today = today();
  protected readonly thisMonth = today().slice(0, 7);
  protected readonly departments = computed(() => {
    const all = this.territories.hasValue() ? this.territories.value().departments : [];
    return all.filter((d) => !this.regionCode() || d.region.code === this.regionCode()).map((d) => ({ code: d.code, label: `${d.code} – ${d.name}` }));
  });

  protected readonly asked = computed(() => ({
    region: this.region() || null,
    department: this.departement() || null,
    kind: this.type() || null,
    from: this.du() || null,
    to: this.au() || null,
    asOf: this.le() || null,
    knownAt: this.connu() ? endOfDay(this.connu()!) : null,
    asPublic: this.vue() === 'publique' || null,
  }));
  protected readonly resource = gqlResource(FiguresDocument, () => ({ filter: this.asked() }));
  private readonly changes = liveChanges(() => ['figures', 'figures:public']);
  protected readonly figures = computed(() => (this.resource.hasValue() ? this.resource.value().figures : null));
  protected readonly rate = computed(() => {
    const value = this.figures()?.acceptanceRate.value;
    return value === null || value === undefined ? '–' : `${(value * 100).toLocaleString('fr-FR', { maximumFractionDigits: 1 })} %`;
  });
  protected readonly months = computed(() => (this.figures()?.byMonth ?? []).map((m) => formatMonth(m.month).replace(/(\p{L}{3})\p{L}* \d\d(\d\d)/u, '$1. $2')));
  protected readonly series = computed(() => {
    const months = this.figures()?.byMonth ?? [];
    return [
      { name: 'Candidatures', values: months.map((m) => m.applications) },
      { name: 'Embauches', values: months.map((m) => m.hires) },
      { name: 'Refus', values: months.map((m) => m.refusals) },
      { name: 'PASS IAE délivrés', values: months.map((m) => m.passesIssued) },
      { name: 'PASS IAE annulés', values: months.map((m) => m.passesCancelled) },
    ];
  });
  protected readonly reasons = computed(() => this.counts(this.figures()?.refusalReasons ?? [], 'Refus'));
  protected readonly kinds = computed(() => this.counts(this.figures()?.byKind ?? [], 'Candidatures'));
  protected readonly territoryColumns = TERRITORY_COLUMNS;
  protected readonly mapChoices = MAPPED;
  protected readonly mapMeasure = computed(() => MAPPED.find(({ code }) => code === this.mapped()) ?? HIRES);
  protected readonly mapValues = computed(() => (this.figures()?.byDepartment ?? []).map((d) => ({ code: d.code, name: d.name, value: d[this.mapMeasure().code] })));
  /** Whose true figures one may see; kept while other figures load. */
  protected readonly own = linkedSignal<string | null | undefined, string | null>({ source: () => this.figures()?.scope.own, computation: (now, before) => (now === undefined ? (before?.value ?? null) : now) });
  /** What an empty choice stands for: one's own territory is not « all of them ». */
  protected readonly placeholder = computed(() => {
    const mine = this.view() === 'publique' ? null : this.own();
    return mine && mine !== 'France' ? { region: `Mon territoire (${mine})`, department: `Mon territoire (${mine})` } : { region: 'Toutes les régions', department: 'Tous les départements' };
  });

  constructor() {
    let said = '';
    effect(() => {
      const f = this.figures();
      const words = f ? `${f.applications} candidatures, ${f.hires} embauches` : said;
      if (words !== said) untracked(() => this.announcer.say((said = words)));
    });
    effect(() => {
      if (this.changes() > 0) untracked(() => this.resource.reload());
    });
  }

  protected filter(event: Event): void {
    event.preventDefault();
    const department = this.departments().some((d) => d.code === this.departmentCode()) ? this.departmentCode() : '';
    void this.router.navigate([], {
      queryParams: { region: this.regionCode() || null, departement: department || null, type: this.kind() || null, du: this.from() || null, au: this.to() || null, le: this.asOf() || null, connu: this.knownOn() || null, vue: this.view() || null, detail: this.detail() || null },
    });
  }

  private counts(list: readonly { label: string; count: number }[], name: string) {
    const sorted = [...list].sort((a, b) => b.count - a.count);
    return { labels: sorted.map((r) => r.label), series: [{ name, values: sorted.map((r) => r.count) }] };
  }
}
