import type { Indicator, Term } from '../domain/indicator.js';
import { FIRST_AUTOMATIC } from '../domain/response-delay.js';
import type { Engine, Values } from './engine.js';
import { type Within, withinSql } from './within-sql.js';

/** Facts that only some of the units of a measure leave behind. */
const onlySql = ({ only }: Term, values: Values): string => {
  if (!only) return '';
  if (only === 'people') return ` and detail < ${values.bind(FIRST_AUTOMATIC, 'detail')}`;
  return 'detail' in only ? ` and detail = ${values.bind(only.detail, 'detail')}` : ` and detail <> ${values.bind(only.not, 'detail')}`;
};
/** The facts of a term, those it is lessened by included. */
export const ofTermSql = (term: Term, values: Values): string =>
  term.less ? `measure in (${values.bind(term.measure, 'measure')}, ${values.bind(term.less, 'measure')})` : `measure = ${values.bind(term.measure, 'measure')}${onlySql(term, values)}`;

/** The exact middle or mean of the delays, each counted as often as it happened, as people read it. */
const delaySql = (engine: Engine, term: Term, mean: boolean, question: Within, values: Values): string => `with days as (
  select delay_days, sum(sign) as n from ${engine.table(question)}
  where ${ofTermSql(term, values)} and ${withinSql(question, values)}
  group by delay_days having sum(sign) <> 0),
ranked as (select delay_days, n, sum(n) over (order by delay_days) as upto, sum(n) over () as total from days)
${mean ? 'select cast(sum(delay_days * n) as float8) / cast(sum(n) as float8) as mean from ranked' : 'select cast(min(delay_days) filter (where 2 * upto >= total) + min(delay_days) filter (where 2 * upto > total) as float8) / 2 as median from ranked'}`;

/** One term of an indicator alone: what the definition shows, and what tests compare with the page. */
export const termSql = (engine: Engine, term: Term, question: Within, values: Values): string => {
  const counted = term.of === 'amount' ? 'amount' : term.less ? `case measure when ${values.bind(term.less, 'measure')} then -sign else sign end` : 'sign';
  return `select cast(coalesce(sum(${counted}), 0) as float8) as value
from ${engine.table(question)}
where ${ofTermSql(term, values)}
    and ${withinSql(question, values)}`;
};

const READER: Engine = {
  name: 'columns',
  values: () => ({ bound: [], bind: (value) => (typeof value === 'number' ? String(value) : `'${value}'`), among: (dimension, list) => `${dimension} in ('${list.join("', '")}')` }),
  table: () => 'fact',
  places: () => null,
  delays: () => 'fact',
  published: () => Promise.resolve(null),
  dither: () => '',
  rows: () => Promise.resolve([]),
};
const WITHIN: Within = { from: '0000-01', to: '0000-12', kind: null, region: null, department: null, validAt: null, knownAt: null };
const QUESTION = ':question';

/** A term as people read it: the same statement, the question's own limits named instead of written out. */
export const shownSql = (term: Term, reading: Indicator['reading']): string => {
  const values = READER.values();
  const delay = reading === 'median' || reading === 'mean';
  const statement = delay ? delaySql(READER, term, reading === 'mean', WITHIN, values) : termSql(READER, term, WITHIN, values);
  return statement.replaceAll(withinSql(WITHIN, READER.values()), QUESTION);
};
