import { describe, expect, it } from '@jest/globals';
import { parseSort, sorted, turned, writeSort } from './sort';

const by = (rows: readonly (string | number | null)[], descending = false) => sorted(rows, (r) => r, descending);

describe('sorting', () => {
  it('puts accents where a French reader looks for them', () => expect(by(['Zoé', 'Été', 'eau', 'Fin'])).toEqual(['eau', 'Été', 'Fin', 'Zoé']));
  it('sorts numbers as numbers', () => expect(by([10, 9, 100])).toEqual([9, 10, 100]));
  it('keeps what is empty last in both directions', () => {
    expect(by([null, 2, 1])).toEqual([1, 2, null]);
    expect(by([null, 2, 1], true)).toEqual([2, 1, null]);
  });
  it('turns a column that is asked twice, and starts another one upwards', () => {
    expect(writeSort(turned(null, 'nom'))).toBe('nom');
    expect(writeSort(turned(parseSort('nom'), 'nom'))).toBe('-nom');
    expect(writeSort(turned(parseSort('-nom'), 'nom'))).toBe('nom');
    expect(writeSort(turned(parseSort('-nom'), 'port'))).toBe('port');
  });
});
