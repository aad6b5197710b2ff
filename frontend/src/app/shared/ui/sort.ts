export interface Sort {
  readonly key: string;
  readonly descending: boolean;
}

export type Sortable = string | number | boolean | null | undefined;

const words = new Intl.Collator('fr', { numeric: true, sensitivity: 'base' });

/** `nom` or `-nom`, as the address says it. */
export const parseSort = (written: string | null | undefined): Sort | null =>
  written && written !== '-' ? { key: written.replace(/^-/, ''), descending: written.startsWith('-') } : null;

export const writeSort = (sort: Sort): string => (sort.descending ? '-' : '') + sort.key;

/** What a header asks for next: ascending, then descending, then ascending again. */
export const turned = (now: Sort | null, key: string): Sort => ({ key, descending: now?.key === key && !now.descending });

function compare(a: Sortable, b: Sortable): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : words.compare(String(a), String(b));
}

/** Sorted as a French reader expects; what is empty comes last in both directions. */
export function sorted<R>(rows: readonly R[], value: (row: R) => Sortable, descending: boolean): readonly R[] {
  const empty = (v: Sortable): boolean => v === null || v === undefined || v === '';
  return rows
    .map((row) => ({ row, value: value(row) }))
    .sort((a, b) => {
      if (empty(a.value) || empty(b.value)) return Number(empty(a.value)) - Number(empty(b.value));
      return compare(a.value, b.value) * (descending ? -1 : 1);
    })
    .map(({ row }) => row);
}
