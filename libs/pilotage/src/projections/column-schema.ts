import { isSiae, SIAE_KINDS } from '#organisations';
import { COMPANY_KINDS, DEPARTMENTS, NEED_KINDS, NEED_STATUSES, REFUSAL_REASONS, REGIONS } from '#reference';
import { MEASURES } from '../domain/fact.js';
import { COUNTED } from '../domain/facts.js';
import { DELAY_DETAILS } from '../domain/response-delay.js';

/** A fact as the columns take it. */
export interface ColumnFact {
  readonly position: number;
  readonly recorded: number;
  readonly measure: string;
  readonly sign: number;
  readonly day: string;
  readonly month: number;
  readonly kind: string;
  readonly department: string;
  readonly region: string;
  readonly detail: string;
  readonly delayDays: number | null;
  readonly amount: number;
  readonly type: string;
}

const codes = (list: readonly { readonly code: string }[]) => list.map(({ code }) => code);
/** Values of the dimensions: a byte or two each. What is not among them is counted as unknown, never left out. */
export const UNKNOWN = '?';
export const ENUMS = {
  measure: Object.keys(MEASURES),
  // Those counted unless others are asked for are neighbours: they are found by the two ends.
  kind: ['', UNKNOWN, ...codes(COMPANY_KINDS).filter((kind) => !isSiae(kind)), ...SIAE_KINDS, ...codes(NEED_KINDS)],
  department: ['', UNKNOWN, ...codes(DEPARTMENTS)],
  region: ['', UNKNOWN, ...codes(REGIONS)],
  // Compared by their place in the list: automatic answers are its end.
  detail: ['', UNKNOWN, ...codes(REFUSAL_REASONS), ...codes(NEED_STATUSES), ...DELAY_DETAILS],
  // A column named `type` cannot have a type of that name.
  event: [UNKNOWN, ...COUNTED],
} as const;
export type Enumerated = keyof typeof ENUMS;

export const quote = (value: string) => `'${value.replaceAll("'", "''")}'`;

const FACT = `position bigint, recorded bigint, measure measure, sign tinyint, day date, month integer, kind kind, department department, region region, detail detail, delay_days smallint, amount bigint, dither usmallint, type event`;
const STAGE = `position bigint, recorded bigint, measure varchar, sign integer, day varchar, month integer, kind varchar, department varchar, region varchar, detail varchar, delay_days integer, amount bigint, dither integer, type varchar`;

export const SCHEMA = [...Object.entries(ENUMS).map(([name, values]) => `create type ${name} as enum (${values.map(quote).join(', ')})`), `create table fact (${FACT})`, `create table stage (${STAGE})`].join(';\n');
