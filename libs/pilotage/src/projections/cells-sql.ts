import { AMOUNT_STEP, DEALS_FLOOR, roundedSql } from '../domain/masking.js';
import { type Engine, FACTS, type Values } from './engine.js';

const CELL = 'measure, region, department, month, kind, detail';

/** The finest cells of some facts. */
export const cellsSql = (facts: string, within: string): string => `select ${CELL}, sum(sign) as n, sum(amount) as amount from ${facts} where ${within} group by ${CELL}`;

/** The same, rounded for the public. */
export const publishedSql = (engine: Engine, within: string, values: Values): string => `select ${CELL}, cast(${roundedSql('n', 'dither')} as integer) as n,
  cast(case when ${roundedSql('n', 'dither')} >= ${DEALS_FLOOR} then ${roundedSql('amount', 'dither', AMOUNT_STEP)} else 0 end as bigint) as amount from (
  select ${CELL}, sum(sign) as n, sum(amount) as amount, ${engine.dither(values)} as dither
  from ${engine.table(FACTS)} where ${within} group by ${CELL}) as exact`;
