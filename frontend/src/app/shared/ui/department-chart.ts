import { Component, computed, input } from '@angular/core';
import { CountPipe } from '../format';
import { DepartmentMap, type MapValue } from './department-map';
import { Export, type Exported } from './export';

/** The map of départements and, always, the same numbers as a table: the map alone says nothing to who cannot see it. */
@Component({
  selector: 'app-department-chart',
  imports: [DepartmentMap, Export, CountPipe],
  template: `
    <app-department-map #map [caption]="caption()" [values]="values()" />
    <details class="app-details fr-mt-1w">
      <summary>Voir les données en tableau : {{ caption() }}</summary>
      <div class="app-table-wrap" tabindex="0" role="region" [attr.aria-label]="caption() + ', tableau'">
        <table class="app-table">
          <caption>{{ caption() }}</caption>
          <thead><tr><th scope="col">Département</th><th scope="col" class="num">{{ measure() }}</th></tr></thead>
          <tbody>
            @for (place of ordered(); track place.code) { <tr><th scope="row">{{ place.name }} ({{ place.code }})</th><td class="num">{{ place.value | count }}</td></tr> }
          </tbody>
        </table>
      </div>
      <app-export [caption]="caption()" [fileName]="fileName()" [data]="data" [picture]="map.drawing().nativeElement" />
    </details>
  `,
})
export class DepartmentChart {
  readonly caption = input.required<string>();
  readonly measure = input('Nombre');
  readonly values = input.required<readonly MapValue[]>();
  readonly fileName = input('departements');
  protected readonly ordered = computed(() => [...this.values()].sort((a, b) => a.code.localeCompare(b.code)));
  protected readonly data = (): Exported => ({ header: ['Code', 'Département', this.measure()], rows: this.ordered().map((v) => [v.code, v.name, v.value]) });
}
