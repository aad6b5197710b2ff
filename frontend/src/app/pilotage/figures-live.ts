import { Component, input } from '@angular/core';
import { CountPipe, MonthPipe } from '../shared/format';
import type { FiguresQuery } from '../shared/graphql/generated/graphql';

type Live = NonNullable<FiguresQuery['figures']['live']>;

/** The month under way as everybody sees it move: the country, and each region. */
@Component({
  selector: 'app-figures-live',
  imports: [CountPipe, MonthPipe],
  template: `
    <section class="app-panel fr-mb-3w" aria-label="Mois en cours">
      @let now = live();
      <p class="fr-mb-1w"><strong>Mois en cours ({{ now.month | month }})</strong>, par pas de 5 : {{ now.applications | count }} candidatures, {{ now.hires | count }} embauches, {{ now.passesIssued | count }} PASS IAE.</p>
      @if (now.regions.length) {
        <details class="app-details">
          <summary>Le mois en cours, région par région</summary>
          <div class="app-table-wrap" tabindex="0" role="region" aria-label="Mois en cours par région">
            <table class="app-table">
              <caption>Mois en cours par région, par pas de 5</caption>
              <thead><tr><th scope="col">Région</th><th scope="col" class="num">Candidatures</th><th scope="col" class="num">Embauches</th><th scope="col" class="num">PASS IAE délivrés</th></tr></thead>
              <tbody>
                @for (region of now.regions; track region.code) {
                  <tr><th scope="row">{{ region.name }}</th><td class="num">{{ region.applications | count }}</td><td class="num">{{ region.hires | count }}</td><td class="num">{{ region.passesIssued | count }}</td></tr>
                }
              </tbody>
            </table>
          </div>
          <p class="fr-text--sm app-muted fr-mt-1w fr-mb-0">Chaque région est arrondie à un multiple de 5 ; celles qui sont arrondies à zéro ne sont pas nommées. La France est leur somme.</p>
        </details>
      }
    </section>
  `,
})
export class FiguresLive {
  readonly live = input.required<Live>();
}
