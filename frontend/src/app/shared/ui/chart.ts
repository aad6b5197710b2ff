import { Component, computed, input } from '@angular/core';
import { CountPipe } from '../format';
import { Export, type Exported } from './export';
import { nextId } from './ids';

export interface Series {
  readonly name: string;
  readonly values: readonly number[];
}

const width = 720;
const height = 280;
const box = { left: 66, right: 12, top: 12, bottom: 34 };

/** The top of an axis of four whole, round steps that holds the maximum. */
export function niceMaximum(value: number): number {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value / 4))));
  const step = [1, 1.5, 2, 2.5, 3, 4, 5, 7.5, 10].map((n) => n * power).find((n) => Number.isInteger(n) && n * 4 >= value);
  return (step ?? 10 * power) * 4;
}

/** Curves or bars, and always the same numbers as a table: the table is what a screen reader, a printer or a spreadsheet gets. */
@Component({ selector: 'app-chart', imports: [CountPipe, Export], templateUrl: './chart.html' })
export class Chart {
  readonly caption = input.required<string>();
  readonly labels = input.required<readonly string[]>();
  readonly series = input.required<readonly Series[]>();
  readonly kind = input<'lines' | 'bars'>('lines');
  readonly first = input('Catégorie');
  readonly fileName = input('donnees');

  protected readonly id = nextId('graphique');
  protected readonly viewBox = `0 0 ${width} ${height}`;
  protected readonly top = computed(() => niceMaximum(Math.max(0, ...this.series().flatMap((s) => s.values))));
  protected readonly ticks = computed(() => [0, 0.25, 0.5, 0.75, 1].map((f) => ({ y: this.y(f * this.top()), value: f * this.top() })));
  protected readonly marks = computed(() => {
    const labels = this.labels();
    const every = Math.ceil(labels.length / 6);
    return labels.map((label, i) => ({ x: this.x(i), label, shown: i % every === 0 }));
  });
  protected readonly lines = computed(() => this.series().map((s) => s.values.map((v, i) => `${i ? 'L' : 'M'}${this.x(i)},${this.y(v)}`).join(' ')));
  protected readonly bars = computed(() => {
    const values = this.series()[0]?.values ?? [];
    const most = Math.max(1, ...values);
    return values.map((value, i) => ({ value, label: this.labels()[i] ?? '', share: (value / most) * 100 }));
  });

  protected readonly data = (): Exported => ({
    header: [this.first(), ...this.series().map((s) => s.name)],
    rows: this.labels().map((label, i) => [label, ...this.series().map((s) => s.values[i])]),
  });

  private x(i: number): number {
    const count = Math.max(1, this.labels().length - 1);
    return Math.round(box.left + (i / count) * (width - box.left - box.right - 20));
  }

  private y(value: number): number {
    return Math.round(height - box.bottom - (value / this.top()) * (height - box.top - box.bottom));
  }
}
