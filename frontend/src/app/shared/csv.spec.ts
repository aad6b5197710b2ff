import { describe, expect, it } from '@jest/globals';
import { toCsv } from './csv';

describe('CSV export', () => {
  it('quotes what would break a cell', () => {
    expect(toCsv(['Nom'], [['a;b'], ['dit "x"']])).toBe('\uFEFFNom\r\n"a;b"\r\n"dit ""x"""\r\n');
  });

  it('never lets a spreadsheet run what a person typed', () => {
    expect(toCsv(['Nom'], [['=HYPERLINK("x")'], ['@a']])).toContain(`"'=HYPERLINK(""x"")"\r\n'@a`);
  });

  it('leaves negative numbers alone', () => {
    expect(toCsv(['n'], [[-3]])).toContain('\r\n-3\r\n');
  });
});
