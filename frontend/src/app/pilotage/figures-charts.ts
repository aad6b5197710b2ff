import { Component, computed, input } from '@angular/core';
import { formatMonth } from '../shared/format';
import type { FiguresQuery } from '../shared/graphql/generated/graphql';
import { Chart } from '../shared/ui/chart';
import { Empty } from '../shared/ui/empty';
import { IndicatorParts } from './indicator-parts';

const HIRING = [
  { name: 'Candidatures', of: 'applications' },
  { name: 'Embauches', of: 'hires' },
  { name: 'Refus', of: 'refusals' },
  { name: 'PASS IAE délivrés', of: 'passesIssued' },
  { name: 'PASS IAE annulés', of: 'passesCancelled' },
] as const;
const MARKET = [
  { name: 'Besoins d’achat', of: 'needs' },
  { name: 'Transactions', of: 'transactions' },
] as const;
const AMOUNTS = [{ name: 'Montant des transactions (€)', of: 'transactionAmount' }] as const;

/** What happened month after month, why and how fast answers come: each as a drawing and as a table. */
@Component({
  selector: 'app-figures-charts',
  imports: [Chart, Empty, IndicatorParts],
  template: `
    @if (!figures().byMonth.length) { <app-empty heading="Aucun fait sur cette période" /> } @else {
      <section class="app-panel fr-mb-3w" aria-label="Évolution par mois">
        <app-chart caption="Évolution par mois" first="Mois" fileName="par-mois" [labels]="months()" [series]="hiring()" />
      </section>
    }
    <div class="fr-grid-row fr-grid-row--gutters">
      @for (value of told(); track value.id) { <div class="fr-col-12 fr-col-lg-6"><app-indicator-parts [value]="value" /></div> }
      @if (figures().byKind.length) {
        <div class="fr-col-12 fr-col-lg-6"><section class="app-panel" aria-label="Candidatures par type de structure"><app-chart kind="bars" caption="Candidatures par type de structure" first="Type" fileName="par-type" [labels]="kinds().labels" [series]="kinds().series" /></section></div>
      }
    </div>
    @if (traded()) {
      <h2 class="fr-h4 fr-mt-4w">Achats inclusifs</h2>
      <div class="fr-grid-row fr-grid-row--gutters">
        <div class="fr-col-12 fr-col-lg-6"><section class="app-panel" aria-label="Besoins et transactions par mois"><app-chart caption="Besoins et transactions par mois" first="Mois" fileName="achats-par-mois" [labels]="months()" [series]="market()" /></section></div>
        <div class="fr-col-12 fr-col-lg-6"><section class="app-panel" aria-label="Montant des transactions par mois"><app-chart caption="Montant des transactions par mois" first="Mois" fileName="montants-par-mois" [labels]="months()" [series]="amounts()" /></section></div>
        @for (value of bought(); track value.id) { <div class="fr-col-12 fr-col-lg-6"><app-indicator-parts [value]="value" /></div> }
      </div>
    }
  `,
})
export class FiguresCharts {
  readonly figures = input.required<FiguresQuery['figures']>();
  protected readonly months = computed(() => this.figures().byMonth.map((m) => formatMonth(m.month, 'short')));
  protected readonly hiring = computed(() => HIRING.map(({ name, of }) => ({ name, values: this.figures().byMonth.map((m) => m[of]) })));
  protected readonly market = computed(() => MARKET.map(({ name, of }) => ({ name, values: this.figures().byMonth.map((m) => m[of]) })));
  protected readonly amounts = computed(() => AMOUNTS.map(({ name, of }) => ({ name, values: this.figures().byMonth.map((m) => m[of]) })));
  protected readonly told = computed(() => this.parts('REF-02', 'DEL-03'));
  protected readonly bought = computed(() => this.parts('MKT-01', 'MKT-01-ETATS'));
  /** A market nobody used is not drawn. */
  protected readonly traded = computed(() => this.bought().length > 0 || this.figures().transactions > 0);
  protected readonly kinds = computed(() => {
    const sorted = [...this.figures().byKind].sort((a, b) => b.count - a.count);
    return { labels: sorted.map((kind) => kind.label), series: [{ name: 'Candidatures', values: sorted.map((kind) => kind.count) }] };
  });

  private parts(...ids: readonly string[]) {
    return this.figures().indicators.filter(({ id, parts }) => ids.includes(id) && parts.some(({ count }) => count > 0));
  }
}
