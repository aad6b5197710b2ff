import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FiguresQuery } from '../shared/graphql/generated/graphql';
import { CountPipe } from '../shared/format';
import { Cell } from '../shared/ui/cell';
import { type Exported, Export } from '../shared/ui/export';
import { type Column, Table } from '../shared/ui/table';
import { indicatorValue } from './indicator-value';

type Value = FiguresQuery['figures']['indicators'][number];

/** Every indicator with its terms, and the way to what it means and what is behind it. */
@Component({
  selector: 'app-indicator-table',
  imports: [RouterLink, CountPipe, Cell, Table, Export],
  template: `
    <app-table caption="Indicateurs" [captionShown]="true" [columns]="columns" [rows]="values()" [pageSize]="50">
      <ng-template appCell="value" [appCellOf]="values()" let-i>{{ shown(i) }}</ng-template>
      <ng-template appCell="numerator" [appCellOf]="values()" let-i>{{ i.numerator | count }}</ng-template>
      <ng-template appCell="denominator" [appCellOf]="values()" let-i>{{ i.denominator | count }}</ng-template>
      <ng-template appCell="detail" [appCellOf]="values()" let-i>
        <a class="fr-link fr-link--sm" [routerLink]="[]" [queryParams]="{ detail: i.id, page: null, part: null }" queryParamsHandling="merge" [attr.aria-label]="'Comment ce chiffre est calculé : ' + i.title" [attr.aria-current]="i.id === current() ? 'true' : null">Comment ce chiffre est calculé</a>
      </ng-template>
    </app-table>
    <app-export caption="Indicateurs" fileName="indicateurs" [data]="data" />
  `,
})
export class IndicatorTable {
  readonly values = input.required<readonly Value[]>();
  readonly current = input('');
  protected readonly shown = indicatorValue;
  protected readonly columns: readonly Column<Value>[] = [
    { key: 'title', label: 'Indicateur', value: (i) => i.title },
    { key: 'value', label: 'Valeur', numeric: true },
    { key: 'numerator', label: 'Premier terme', numeric: true },
    { key: 'denominator', label: 'Second terme', numeric: true },
    { key: 'detail', label: 'Explication' },
  ];
  protected readonly data = (): Exported => ({
    header: ['Code', 'Version', 'Indicateur', 'Unité', 'Valeur', 'Premier terme', 'Second terme'],
    rows: this.values().map((i) => [i.id, i.version, i.title, i.unit, i.value, i.numerator, i.denominator]),
  });
}
