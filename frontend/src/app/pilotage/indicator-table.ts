import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { downloadCsv } from '../shared/csv';
import type { FiguresQuery } from '../shared/graphql/generated/graphql';
import { CountPipe } from '../shared/format';
import { indicatorValue } from './indicator-value';

/** Every indicator with its terms, and the way to what it means and what is behind it. */
@Component({
  selector: 'app-indicator-table',
  imports: [RouterLink, CountPipe],
  template: `
    <div class="app-table-wrap" tabindex="0" role="region" aria-label="Indicateurs, tableau">
      <table class="app-table">
        <caption>Indicateurs</caption>
        <thead>
          <tr><th scope="col">Indicateur</th><th scope="col" class="num">Valeur</th><th scope="col" class="num">Numérateur</th><th scope="col" class="num">Dénominateur</th><th scope="col">Explication</th></tr>
        </thead>
        <tbody>
          @for (i of values(); track i.id) {
            <tr>
              <th scope="row">{{ i.title }}</th>
              <td class="num">{{ shown(i) }}</td>
              <td class="num">{{ i.numerator | count }}</td>
              <td class="num">{{ i.denominator | count }}</td>
              <td>
                <a class="fr-link fr-link--sm" [routerLink]="[]" [queryParams]="{ detail: i.id, page: null }" queryParamsHandling="merge" [attr.aria-label]="'Comment ce chiffre est calculé : ' + i.title" [attr.aria-current]="i.id === current() ? 'true' : null">Comment ce chiffre est calculé</a>
              </td>
            </tr>
          }
        </tbody>
      </table>
    </div>
    <button type="button" class="fr-btn fr-btn--sm fr-btn--tertiary fr-icon-download-line fr-btn--icon-left fr-mt-2w fr-mb-3w" (click)="save()">Exporter les indicateurs en CSV</button>
  `,
})
export class IndicatorTable {
  readonly values = input.required<FiguresQuery['figures']['indicators']>();
  readonly current = input('');
  protected readonly shown = indicatorValue;

  protected save(): void {
    const rows = this.values().map((i) => [i.id, i.version, i.title, i.unit, i.value, i.numerator, i.denominator]);
    downloadCsv('indicateurs', ['Code', 'Version', 'Indicateur', 'Unité', 'Valeur', 'Numérateur', 'Dénominateur'], rows);
  }
}
