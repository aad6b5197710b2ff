import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, contentChildren, inject, input, model } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { announce } from './announcer';
import { Cell } from './cell';
import { Export, type Exported } from './export';
import { nextId } from './ids';
import { narrow } from './narrow';
import { Pagination } from './pagination';
import { parseSort, type Sort, type Sortable, sorted, turned, writeSort } from './sort';

export interface Column<R> {
  readonly key: string;
  readonly label: string;
  readonly numeric?: boolean;
  /** What the cell shows when the page gives no `appCell`, and what it is sorted by. */
  readonly value?: (row: R) => Sortable;
  readonly sortable?: boolean;
}

/** How a row is known in the selection, and how its box is read out: « Sélectionner » comes before the name. */
export interface Selectable<R> {
  readonly key: (row: R) => string;
  readonly name: (row: R) => string;
}

/**
 * Rows with a header one sorts by and numbered pages; both live in the address (`tri`, `page`). Whole lists are sorted and cut here;
 * with `served`, the rows are one page already in order and the page reads `tri` and `page` to ask its server.
 */
@Component({ selector: 'app-table', imports: [NgTemplateOutlet, RouterLink, Pagination, Export], templateUrl: './table.html' })
export class Table<R extends object> {
  readonly caption = input.required<string>();
  readonly captionShown = input(false);
  readonly columns = input.required<readonly Column<R>[]>();
  readonly rows = input.required<readonly R[]>();
  readonly served = input(false);
  readonly total = input<number>();
  readonly pageSize = input(20);
  /** The name of the file, where the rows can be taken away: all of them, or those of the page when `served`. Columns without a `value` are left out. */
  readonly fileName = input('');
  /** With it, rows have boxes to tick; the page reads the keys of those ticked in `selected`. */
  readonly selectable = input<Selectable<R> | null>(null);
  readonly selected = model<readonly string[]>([]);

  private readonly router = inject(Router);
  private readonly query = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });
  private readonly cells = contentChildren<Cell<R>>(Cell);
  protected readonly id = nextId('tableau');
  /** Then the headers are read but not seen: one sorts by the list above, never by a link that the focus would lose. */
  protected readonly stacked = narrow();
  protected readonly templates = computed(() => new Map(this.cells().map((cell) => [cell.appCell(), cell.template])));
  protected readonly sort = computed<Sort | null>(() => {
    const asked = parseSort(this.query().get('tri'));
    return asked && this.columns().some((c) => c.sortable && c.key === asked.key) ? asked : null;
  });
  protected readonly sortable = computed(() => this.columns().filter((c) => c.sortable));
  protected readonly count = computed(() => this.total() ?? this.rows().length);
  protected readonly page = computed(() => {
    // A served page beyond the end has no rows: the pager then leads to the last one.
    const last = this.served() ? Infinity : Math.max(1, Math.ceil(this.count() / this.pageSize()));
    return Math.min(last, Math.max(1, Math.trunc(Number(this.query().get('page') ?? 1)) || 1));
  });
  protected readonly shown = computed(() => {
    if (this.served()) return this.rows();
    const sort = this.sort();
    const value = this.columns().find((c) => c.key === sort?.key)?.value;
    const rows = sort && value ? sorted(this.rows(), value, sort.descending) : this.rows();
    return rows.slice((this.page() - 1) * this.pageSize(), this.page() * this.pageSize());
  });
  private readonly keys = computed(() => this.shown().map((row) => this.selectable()?.key(row) ?? ''));
  protected readonly ticked = computed(() => this.keys().filter((key) => this.selected().includes(key)).length);
  protected readonly all = computed(() => this.ticked() > 0 && this.ticked() === this.keys().length);
  protected readonly said = computed(() => {
    const sort = this.sort();
    const column = this.columns().find((c) => c.key === sort?.key);
    return sort && column ? `Trié par ${column.label}, ordre ${sort.descending ? 'décroissant' : 'croissant'}` : '';
  });

  constructor() {
    announce(this.said);
  }

  protected readonly data = (): Exported => {
    const columns = this.columns().flatMap(({ label, value }) => (value ? [{ label, value }] : []));
    const plain = (value: Sortable): string | number | null => (typeof value === 'boolean' ? (value ? 'oui' : 'non') : (value ?? null));
    return { header: columns.map(({ label }) => label), rows: this.rows().map((row) => columns.map(({ value }) => plain(value(row)))) };
  };

  protected tick(key: string, on: boolean): void {
    this.selected.update((now) => [...now.filter((each) => each !== key), ...(on ? [key] : [])]);
  }

  protected tickAll(on: boolean): void {
    const keys = this.keys();
    this.selected.update((now) => [...now.filter((each) => !keys.includes(each)), ...(on ? keys : [])]);
  }

  protected order(column: Column<R>): 'ascending' | 'descending' | null {
    const sort = this.sort();
    return sort?.key === column.key ? (sort.descending ? 'descending' : 'ascending') : null;
  }

  protected next(column: Column<R>): { tri: string; page: null } {
    return { tri: writeSort(turned(this.sort(), column.key)), page: null };
  }

  protected written(): string {
    const sort = this.sort();
    return sort ? writeSort(sort) : '';
  }

  protected choose(tri: string): void {
    void this.router.navigate([], { queryParams: { tri: tri || null, page: null }, queryParamsHandling: 'merge' });
  }
}
