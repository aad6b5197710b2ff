import { saveFile } from './ui/save-file';

const unsafe = /^[=+\-@\t\r]/;

/** Spreadsheets run what starts like a formula: such cells are quoted with an apostrophe. */
const cell = (value: string | number | null | undefined): string => {
  const text = value === null || value === undefined ? '' : String(value);
  const safe = typeof value === 'string' && unsafe.test(text) ? `'${text}` : text;
  return /[";\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

export type CsvRow = readonly (string | number | null | undefined)[];

export const toCsv = (header: readonly string[], rows: readonly CsvRow[]): string => `\uFEFF${[header, ...rows].map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;

export const csvFile = (header: readonly string[], rows: readonly CsvRow[]): Blob => new Blob([toCsv(header, rows)], { type: 'text/csv;charset=utf-8' });

export const downloadCsv = (name: string, header: readonly string[], rows: readonly CsvRow[]): void => saveFile(`${name}.csv`, csvFile(header, rows));
