import { Component, computed, input } from '@angular/core';
import { CountPipe } from '../shared/format';
import type { FiguresQuery } from '../shared/graphql/generated/graphql';
import { Chart } from '../shared/ui/chart';
import { percent } from './indicator-value';

type Value = FiguresQuery['figures']['indicators'][number];

interface Words {
  readonly caption: string;
  readonly first: string;
  readonly counted: string;
  /** What the shares are shares of. */
  readonly whole: (value: Value) => { readonly count: number; readonly of: string };
  readonly aside: string;
}
const WORDS: Readonly<Record<string, Words>> = {
  'REF-02': { caption: 'Motifs de refus', first: 'Motif', counted: 'Refus', whole: (v) => ({ count: v.denominator ?? 0, of: 'refus' }), aside: 'de tous les refus' },
  'DEL-03': { caption: 'Délais de réponse', first: 'Délai', counted: 'Réponses', whole: (v) => ({ count: v.numerator, of: 'réponses' }), aside: 'des candidatures envoyées' },
  'MKT-01': { caption: 'Besoins d’achat transmis, par type', first: 'Type', counted: 'Besoins', whole: (v) => ({ count: v.numerator, of: 'besoins transmis' }), aside: '' },
  'MKT-01-ETATS': { caption: 'Besoins d’achat soumis, par état', first: 'État', counted: 'Besoins', whole: (v) => ({ count: v.numerator, of: 'besoins soumis' }), aside: '' },
};

/** The parts an indicator is told in: their number and their share, and aside what is not one of them. */
@Component({
  selector: 'app-indicator-parts',
  imports: [Chart, CountPipe],
  template: `
    @if (words(); as w) {
      <section class="app-panel" [attr.aria-label]="w.caption">
        <app-chart kind="bars" [caption]="w.caption" [first]="w.first" [fileName]="fileName()" [labels]="labels()" [series]="series()" />
        <p class="fr-text--sm app-muted fr-mt-1w fr-mb-0">
          @if (whole(); as all) { Parts sur {{ all.count | count }} {{ all.of }}. }
          @for (part of aside(); track part.code) { À part : {{ part.label }}, {{ part.count | count }}@if (part.shown) { (soit {{ part.shown }} {{ w.aside }})}. }
        </p>
      </section>
    }
  `,
})
export class IndicatorParts {
  readonly value = input.required<Value>();
  protected readonly words = computed(() => WORDS[this.value().id]);
  protected readonly whole = computed(() => this.words()?.whole(this.value()));
  protected readonly fileName = computed(() => this.value().id.toLowerCase());
  private readonly among = computed(() => this.value().parts.filter((part) => !part.apart));
  protected readonly aside = computed(() => this.value().parts.filter((part) => part.apart).map((part) => ({ ...part, shown: typeof part.share === 'number' ? percent(part.share) : '' })));
  protected readonly labels = computed(() => this.among().map(({ label, share }) => (typeof share === 'number' ? `${label} (${percent(share)})` : label)));
  protected readonly series = computed(() => {
    const counts = { name: this.words()?.counted ?? '', values: this.among().map(({ count }) => count) };
    const shares = this.among().map(({ share }) => Math.round((share ?? 0) * 1000) / 10);
    return this.among().every(({ share }) => typeof share === 'number') ? [counts, { name: 'Part (%)', values: shares }] : [counts];
  });
}
