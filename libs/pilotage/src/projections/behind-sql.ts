import type { Indicator } from '../domain/indicator.js';
import { roundedSql } from '../domain/masking.js';
import type { Narrowing } from '../domain/narrowing.js';
import type { Question } from '../domain/question.js';
import { type Engine, FACTS, type Values } from './engine.js';
import { ofTermSql } from './terms-sql.js';
import { withinSql } from './within-sql.js';

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
export const signSql = ({ indicator: { numerator } }: Looked, values: Values, sign = 'sign'): string => (numerator.less ? `case measure when ${values.bind(numerator.less, 'measure')} then -${sign} else ${sign} end` : sign);

const CELL = 'measure, month, kind, department, detail';

/** How many facts of each type come in and go out. */
export const countsSql = (engine: Engine, looked: Looked, question: Question, values: Values): string => {
  const facts = engine.table(FACTS);
  const sign = signSql(looked, values);
  const effects = `select type, ${sign} as effect from ${facts} where ${behindSql(looked, question, values)}`;
  return `select type, cast(effect as integer) as sign, cast(count(*) as float8) as count from (${effects}) as fact group by type, effect`;
};

/** For the public, what each measure holds, in the very cells of the figures: entries and exits told apart would show, by the one draw of their cell, whether somebody left. */
export const heldSql = (engine: Engine, looked: Looked, question: Question, values: Values): string => {
  const facts = engine.table(FACTS);
  const effect = signSql(looked, values, '1');
  const cells = `select ${CELL}, sum(sign) as n, ${engine.dither(values)} as dither from ${facts} where ${behindSql(looked, question, values)} group by ${CELL}`;
  const shown = `sum(${roundedSql('n', 'dither')})`;
  return `select cast(measure as varchar) as type, ${effect} as sign, cast(${shown} as float8) as count from (${cells}) as cell group by measure having ${shown} > 0`;
};
