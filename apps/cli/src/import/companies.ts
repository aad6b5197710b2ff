import { readFileSync } from 'node:fs';
import { CsvError, parse } from 'csv-parse/sync';
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

export interface FileLine {
  /** Where it begins in the file, from 1: the first line names the columns. */
  readonly number: number;
  /** Null when it is not readable CSV. */
  readonly line: CompanyLine | null;
}

/** A quote inside a value is a character like any other. */
const OPTIONS = { relax_quotes: true, relax_column_count_less: true } as const;
/** A value may hold line breaks between its quotes; beyond so many lines, nobody closed them. */
const LINES_OF_A_VALUE = 20;

const columnsOf = (text: string): number => {
  try {
    return (parse(text, { relax_quotes: true }) as string[][])[0]?.length ?? 0;
  } catch {
    return 0;
  }
};

/** A line by itself, or with those its quotes hold, so that a quote nobody closed takes no other line with it. @throws Error when a column is missing */
export const readLines = (file: string): readonly FileLine[] => {
  const [header = '', ...rest] = readFileSync(file, 'utf8').replace(/^\uFEFF/, '').split(/\r?\n/);
  const columns = (parse(header) as string[][])[0] ?? [];
  const missing = COLUMNS.filter((column) => !columns.includes(column));
  if (missing.length > 0) throw new Error(`columns missing in ${file}: ${missing.join(', ')}`);
  const read = (text: string): CompanyLine | 'open' | null => {
    try {
      const [found] = parse(text, { ...OPTIONS, columns }) as Record<string, string>[];
      return Object.fromEntries(COLUMNS.map((column) => [column, found?.[column] ?? ''])) as CompanyLine;
    } catch (error) {
      return error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'open' : null;
    }
  };
  const from = (at: number): { readonly line: CompanyLine | null; readonly taken: number } => {
    for (let taken = 1; taken <= LINES_OF_A_VALUE && at + taken <= rest.length; taken++) {
      // A line that is a company by itself is no part of another.
      if (taken > 1 && columnsOf(rest[at + taken - 1]!) >= columns.length) break;
      const line = read(rest.slice(at, at + taken).join('\n'));
      if (line !== 'open') return { line, taken };
    }
    return { line: null, taken: 1 };
  };
  const lines: FileLine[] = [];
  for (let at = 0; at < rest.length; ) {
    const { line, taken } = from(at);
    if (rest[at]!.trim() !== '') lines.push({ number: at + 2, line });
    at += taken;
  }
  return lines;
};

/** What is wrong, in the words people read. */
const why = (error: Refusal): string =>
  error instanceof InvalidInput ? error.fields.map(({ field, code, facts }) => `${field}: ${sentenceOf({ code, facts: facts ?? {} })}`).join(' ') : sentenceOf(error);

const UNREADABLE = 'La ligne n’est pas lisible : vérifiez ses guillemets et son nombre de colonnes.';

export async function importCompanies(lines: readonly FileLine[], companies: CompanyImport, done: (count: number) => void): Promise<ImportReport> {
  const counts = { created: 0, changed: 0, unchanged: 0, refused: 0 };
  const refusals = new Map<number, string>();
  let taken = 0;
  const take = async ({ number, line }: FileLine) => {
    try {
      if (line) counts[await companies.take(companyOf(line))]++;
      else refusals.set(number, UNREADABLE);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refusals.set(number, why(error));
    }
    done(++taken);
  };
  for (let at = 0; at < lines.length; at += AT_ONCE) await Promise.all(lines.slice(at, at + AT_ONCE).map(take));
  counts.refused = refusals.size;
  return { counts, refusals: [...refusals].sort(([a], [b]) => a - b).map(([number, sentence]) => `line ${number}: ${sentence}`) };
}
