import { SIAE_KINDS } from '#organisations';
import { NEED_KINDS } from '#reference';
import type { Indicator, Term } from '../domain/indicator.js';
import { AMOUNT_STEP, DEALS_FLOOR, roundedSql } from '../domain/masking.js';
import type { Question } from '../domain/question.js';
import { FIRST_AUTOMATIC } from '../domain/response-delay.js';
import type { Engine, Values } from './engine.js';

type Within = Pick<Question, 'from' | 'to' | 'kind' | 'region' | 'department' | 'validAt' | 'knownAt'>;
const CELL = 'measure, month, kind, department, detail';
const number = (month: string) => month.replace('-', '');

/** What buyers and suppliers do has no kind of employer: a filter of employers leaves it alone. */
const OF_THE_MARKET = NEED_KINDS.map(({ code }) => code);

/** The facts a question is about. Unless a kind is asked for, figures are those of inclusion employers. */
export const withinSql = (question: Within, values: Values): string => {
  const kinds = [...(question.kind ? [question.kind] : SIAE_KINDS), ...OF_THE_MARKET];
  const { region, department, validAt, knownAt } = question;
  return [
    `month between ${values.bind(Number(number(question.from)))} and ${values.bind(Number(number(question.to)))}`,
    `kind in (${kinds.map((kind) => values.bind(kind, 'kind')).join(', ')})`,
    ...(region ? [`region = ${values.bind(region, 'region')}`] : []),
    ...(department ? [`department = ${values.bind(department, 'department')}`] : []),
    ...(validAt ? [`day <= cast(${values.bind(validAt)} as date)`] : []),
    ...(knownAt === null ? [] : [`recorded <= cast(${values.bind(knownAt)} as bigint)`]),
  ].join('\n    and ');
};

const sums = (n: string, from: string) => `select measure, month, kind, region, department, detail, cast(sum(${n}) as float8) as count, cast(sum(amount) as float8) as amount, cast(count(*) filter (where ${n} > 0) as integer) as cells
from ${from} group by grouping sets ((measure, month), (measure, kind), (measure, region), (measure, department), (measure, detail))`;

/** The cells of a question, rounded for the public. */
export const publishedSql = (engine: Engine, within: string, values: Values): string => `select ${CELL}, region, ${roundedSql('n', 'dither')} as n, case when ${roundedSql('n', 'dither')} >= ${DEALS_FLOOR} then ${roundedSql('amount', 'dither', AMOUNT_STEP)} else 0 end as amount from (
  select ${CELL}, region, sum(sign) as n, sum(amount) as amount, ${engine.dither(values)} as dither
  from ${engine.table({ validAt: '', knownAt: 0 })} where ${within} group by ${CELL}, region) as cell`;

/** All the sums of a page in one pass, along each dimension; over cells rounded for the public, over the facts for others. */
export const sumsSql = (engine: Engine, question: Question, published: string | null, values: Values): string => {
  // Summed once, then along each dimension: the facts are many, their sums are few.
  const exact = () => `(select measure, month, kind, region, department, detail, sum(sign) as n, sum(amount) as amount from ${engine.table(question)} where ${withinSql(question, values)} group by measure, month, kind, region, department, detail) as cell`;
  if (!question.masked) return sums('n', exact());
  if (published) return sums('n', `${published} where ${withinSql({ ...question, validAt: null, knownAt: null }, values)}`);
  return sums('n', `(${publishedSql(engine, withinSql(question, values), values)}) as shown`);
};

/** Facts that only some of the units of a measure leave behind. */
const onlySql = ({ only }: Term, values: Values): string => {
  if (!only) return '';
  if (only === 'people') return ` and detail < ${values.bind(FIRST_AUTOMATIC, 'detail')}`;
  return 'detail' in only ? ` and detail = ${values.bind(only.detail, 'detail')}` : ` and detail <> ${values.bind(only.not, 'detail')}`;
};
/** The facts of a term, those it is lessened by included. */
export const ofTermSql = (term: Term, values: Values): string =>
  term.less ? `measure in (${values.bind(term.measure, 'measure')}, ${values.bind(term.less, 'measure')})` : `measure = ${values.bind(term.measure, 'measure')}${onlySql(term, values)}`;

/** The exact middle and mean of the delays, each counted as often as it happened; and the middle of those of answers that people gave. */
export const delaysSql = (engine: Engine, question: Within, values: Values): string => `with days as (
  select delay_days, sum(sign) as n, sum(case when detail < ${values.bind(FIRST_AUTOMATIC, 'detail')} then sign else 0 end) as people from ${engine.delays(question)}
  where measure = ${values.bind('response', 'measure')} and ${withinSql(question, values)}
  group by delay_days having sum(sign) <> 0),
ranked as (select delay_days, n, sum(n) over (order by delay_days) as upto, sum(n) over () as total,
    people, sum(people) over (order by delay_days) as people_upto, sum(people) over () as people_total from days)
select cast(min(delay_days) filter (where 2 * upto >= total) + min(delay_days) filter (where 2 * upto > total) as float8) / 2 as median,
  cast(sum(delay_days * n) as float8) / cast(sum(n) as float8) as mean,
  cast(min(delay_days) filter (where people > 0 and 2 * people_upto >= people_total) + min(delay_days) filter (where people > 0 and 2 * people_upto > people_total) as float8) / 2 as human from ranked`;

/** The same of one indicator, as people read it. */
const delaySql = (engine: Engine, term: Term, mean: boolean, question: Within, values: Values): string => `with days as (
  select delay_days, sum(sign) as n from ${engine.delays(question)}
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

/** The whole country of one month by region, for what the public sees moving. */
export const regionsSql = (engine: Engine, month: string, values: Values): string => `select measure, region, cast(sum(sign) as float8) as n
from ${engine.table({ validAt: null, knownAt: null })}
where measure in (${(['application', 'hire', 'pass'] as const).map((measure) => values.bind(measure, 'measure')).join(', ')})
    and ${withinSql({ from: month, to: month, kind: null, region: null, department: null, validAt: null, knownAt: null }, values)}
group by measure, region`;

const READER: Engine = {
  name: 'columns',
  values: () => ({ bound: [], bind: (value) => (typeof value === 'number' ? String(value) : `'${value}'`) }),
  table: () => 'fact',
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
