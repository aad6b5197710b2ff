import type { Along } from '../domain/cells.js';
import type { Measure } from '../domain/fact.js';
import type { Question } from '../domain/question.js';
import { cellsSql, publishedSql } from './cells-sql.js';
import { TOLD } from '../domain/told.js';
import type { Engine, Values } from './engine.js';
import { placesSql, summedPlaces } from './places-sql.js';
import { withinSql } from './within-sql.js';

/** What is summed, and the condition it is under: `places` have a column for each measure, `cells` a row. */
interface Source {
  readonly before: string;
  readonly places: string;
  readonly cells: string;
  readonly where: string;
}

/** Cells that nobody keeps are made once for all the sums: the facts are many, their sums are few. */
const madeSql = (cells: string, rounded: boolean, values: Values): Source => ({ before: `with cell as materialized (${cells}),\nplace as materialized (${placesSql('cell', rounded, values)})\n`, places: 'place', cells: 'cell', where: 'true' });

const sourceSql = (engine: Engine, question: Question, published: string | null, values: Values): Source => {
  if (published) return { before: '', places: placesOf(published), cells: published, where: withinSql({ ...question, validAt: null, knownAt: null }, values) };
  const [where, table, places] = [withinSql(question, values), engine.table(question), engine.places(question)];
  if (question.masked) return madeSql(publishedSql(engine, where, values), true, values);
  return places ? { before: '', places, cells: `(select *, sign as n from ${table}) as cell`, where } : madeSql(cellsSql(table, where), false, values);
};

/** Those told apart by detail; of exact answers, the delays tell more than their details. */
const detailed = (rounded: boolean): readonly Measure[] => ['refused', 'need_state', ...(rounded ? (['response'] as const) : [])];
export const placesOf = (published: string): string => `${published}_place`;

/** What a page tells along each dimension: nothing else is summed. */
const TOLD_OF_PLACES: readonly string[] = ['amount', ...Object.values(TOLD)];
const READ: Readonly<Record<Exclude<Along, 'detail'>, (column: string) => boolean>> = {
  month: () => true,
  kind: (column) => column === 'application' || column === 'need',
  region: (column) => TOLD_OF_PLACES.includes(column),
  department: (column) => TOLD_OF_PLACES.includes(column),
};

/** All the sums of a page, along each dimension, a column for each measure; of cells rounded for the public, exact for others. */
export const sumsSql = (engine: Engine, question: Question, published: string | null, values: Values): string => {
  const { before, places, cells, where } = sourceSql(engine, question, published, values);
  const columns = summedPlaces(question.masked);
  const select = (along: Along, sum: (column: string) => string | null, rest: string) =>
    `select '${along}' as along, cast(${along} as varchar) as value, ${columns.map((column) => `${sum(column) === null ? '0' : `cast(${sum(column)!} as float8)`} as ${column}`).join(', ')} ${rest} group by ${along}`;
  const alongPlaces = Object.entries(READ).map(([along, reads]) => select(along as Along, (column) => (reads(column) ? `sum(${column})` : null), `from ${places} where ${where}`));
  // One measure at a time: a single column to group by, and cells lie in the order of their measures.
  const alongDetail = detailed(question.masked).map((measure) => select('detail', (column) => (column === measure ? 'sum(n)' : null), `from ${cells} where measure = ${values.bind(measure, 'measure')} and ${where}`));
  return before + [...alongPlaces, ...alongDetail].join('\nunion all\n');
};

/** The whole country of one month by region, for what the public sees moving. */
export const regionsSql = (engine: Engine, month: string, values: Values): string => {
  const now = { validAt: null, knownAt: null };
  return `select measure, region, cast(sum(sign) as float8) as n
from ${engine.table(now)}
where measure in (${(['application', 'hire', 'pass'] as const).map((measure) => values.bind(measure, 'measure')).join(', ')})
    and ${withinSql({ from: month, to: month, kind: null, region: null, department: null, ...now }, values)}
group by measure, region`;
};
