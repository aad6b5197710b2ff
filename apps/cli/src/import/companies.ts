import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { InvalidInput, Refusal } from '#kernel';
import { sentenceOf } from '#kernel/api';
import type { CompanyImport, ImportOutcome } from '../../../../libs/organisations/src/application/company-import.js';
import { COLUMNS, type CompanyLine, companyOf } from './company-line.js';

export interface ImportReport {
  readonly counts: Readonly<Record<ImportOutcome | 'refused', number>>;
  /** One sentence for each line that was refused, with the line's number in the file. */
  readonly refusals: readonly string[];
}

const AT_ONCE = 32;

/** @throws Error when a column is missing */
export const readLines = (file: string): readonly CompanyLine[] => {
  const lines = parse(readFileSync(file), { columns: true, bom: true, skip_empty_lines: true, relax_column_count_less: true }) as Record<string, string>[];
  const missing = COLUMNS.filter((column) => lines.length > 0 && !(column in lines[0]!));
  if (missing.length > 0) throw new Error(`columns missing in ${file}: ${missing.join(', ')}`);
  return lines.map((line) => Object.fromEntries(COLUMNS.map((column) => [column, line[column] ?? ''])) as CompanyLine);
};

/** What is wrong, in the words people read. */
const why = (error: Refusal): string =>
  error instanceof InvalidInput ? error.fields.map(({ field, code, facts }) => `${field}: ${sentenceOf({ code, facts: facts ?? {} })}`).join(' ') : sentenceOf(error);

export async function importCompanies(lines: readonly CompanyLine[], companies: CompanyImport, done: (count: number) => void): Promise<ImportReport> {
  const counts = { created: 0, changed: 0, unchanged: 0, refused: 0 };
  const refusals: string[] = [];
  let taken = 0;
  const take = async (line: CompanyLine, number: number) => {
    try {
      counts[await companies.take(companyOf(line))]++;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      counts.refused++;
      refusals[number] = `line ${number}: ${why(error)}`;
    }
    done(++taken);
  };
  for (let at = 0; at < lines.length; at += AT_ONCE) await Promise.all(lines.slice(at, at + AT_ONCE).map((line, offset) => take(line, at + offset + 2)));
  return { counts, refusals: refusals.filter(Boolean) };
}
