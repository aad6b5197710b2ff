import type { Indicator } from '../domain/indicator.js';
import { roundedSql } from '../domain/masking.js';
import type { Narrowing } from '../domain/narrowing.js';
import type { Question } from '../domain/question.js';
import type { Engine, Values } from './engine.js';
import { ofTermSql, withinSql } from './figures-sql.js';

/** What is looked behind: an indicator, or one of its parts. */
export interface Looked {
  readonly indicator: Indicator;
  readonly part: Narrowing | null;
}

const partSql = (part: Narrowing, values: Values): string => {
  if ('detail' in part) return `detail = ${values.bind(part.detail, 'detail')}`;
  if ('kind' in part) return `kind = ${values.bind(part.kind, 'kind')}`;
  return `delay_days >= ${values.bind(part.daysFrom)}${part.daysBefore === null ? '' : ` and delay_days < ${values.bind(part.daysBefore)}`}`;
};

/** The facts of both terms; of a part, those of the first one that are in it. */
export const behindSql = ({ indicator: { numerator, denominator }, part }: Looked, question: Question, values: Values): string => {
  if (part) return `measure = ${values.bind(numerator.measure, 'measure')} and ${partSql(part, values)} and ${withinSql(question, values)}`;
  const either = [numerator, ...(denominator ? [denominator] : [])].map((term) => `(${ofTermSql(term, values)})`).join(' or ');
  return `(${either}) and ${withinSql(question, values)}`;
};

/** What is taken away goes out of the figure as it comes in. */
export const signSql = ({ indicator: { numerator } }: Looked, values: Values): string => (numerator.less ? `case measure when ${values.bind(numerator.less, 'measure')} then -sign else sign end` : 'sign');

const CELL = 'measure, month, kind, department, detail';

/** How many facts of each type come in and go out; for the public, sums of rounded cells as everywhere else. */
export const countsSql = (engine: Engine, looked: Looked, question: Question, values: Values): string => {
  const facts = engine.table({ validAt: '', knownAt: 0 });
  const sign = signSql(looked, values);
  const dither = question.masked ? `, ${engine.dither(values)} as dither` : '';
  const within = behindSql(looked, question, values);
  const cells = `select type, ${sign} as effect, ${CELL}, count(*) as n${dither} from ${facts} where ${within} group by type, sign, ${CELL}`;
  const shown = question.masked ? roundedSql('n', 'dither') : 'n';
  return `select type, cast(effect as integer) as sign, cast(sum(${shown}) as float8) as count from (${cells}) as cell group by type, effect having sum(${shown}) > 0`;
};
