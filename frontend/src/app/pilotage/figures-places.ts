import { Component, computed, input, signal } from '@angular/core';
import type { FiguresQuery } from '../shared/graphql/generated/graphql';
import { DepartmentChart } from '../shared/ui/department-chart';
import { SelectField } from '../shared/ui/select-field';
import { type Column, Table } from '../shared/ui/table';

type Place = FiguresQuery['figures']['byTerritory'][number];

const HIRES = { code: 'hires', label: 'Embauches' } as const;
/** What the map and the table can show. */
const TOLD = [
  { code: 'applications', label: 'Candidatures' },
  HIRES,
  { code: 'refusals', label: 'Refus' },
  { code: 'passesIssued', label: 'PASS IAE délivrés' },
  { code: 'needs', label: 'Besoins d’achat' },
  { code: 'transactions', label: 'Transactions' },
  { code: 'transactionAmount', label: 'Montant des transactions (€)' },
] as const;
const COLUMNS: readonly Column<Place>[] = [
  { key: 'territoire', label: 'Territoire', value: (t) => t.name, sortable: true },
  ...TOLD.map(({ code, label }): Column<Place> => ({ key: code, label, numeric: true, value: (t) => t[code], sortable: true })),
];

/** The same figures place by place: a map of départements and a table. */
@Component({
  selector: 'app-figures-places',
  imports: [DepartmentChart, SelectField, Table],
  template: `
    @if (figures().byTerritory.length) {
      <h2 class="fr-h4 fr-mt-4w">Par territoire</h2>
      <div class="fr-grid-row fr-grid-row--gutters"><div class="fr-col-12 fr-col-sm-6 fr-col-md-4"><app-select-field label="Donnée de la carte" placeholder="Embauches" [choices]="choices" [(value)]="mapped" /></div></div>
      <app-department-chart [caption]="measure().label + ' par département'" [measure]="measure().label" [values]="values()" />
      <app-table caption="Chiffres par territoire" [captionShown]="true" [columns]="columns" [rows]="figures().byTerritory" [pageSize]="120" fileName="territoires" />
    }
  `,
})
export class FiguresPlaces {
  readonly figures = input.required<FiguresQuery['figures']>();
  protected readonly columns = COLUMNS;
  protected readonly choices = TOLD;
  protected readonly mapped = signal('');
  protected readonly measure = computed(() => TOLD.find(({ code }) => code === this.mapped()) ?? HIRES);
  protected readonly values = computed(() => this.figures().byDepartment.map((d) => ({ code: d.code, name: d.name, value: d[this.measure().code] })));
}
