import { FIRST_AUTOMATIC } from '../domain/response-delay.js';
import { columnValues } from './column-values.js';
import { placesSql } from './places-sql.js';

/** Days of a first answer, counted backwards from −1 when nobody gave it: one column is summed twice as fast as two. */
export const waitedSql = (automatic: string): string => `case when detail >= ${automatic} then -1 - delay_days else delay_days end as waited`;
const WAITED = waitedSql(columnValues().bind(FIRST_AUTOMATIC, 'detail'));
const ANSWERED = `where measure = 'response'::measure`;

/** Sums kept beside the facts, so that a page of now reads few rows. What a question leaves out of a region or a département is skipped by the block. */
const ROLLUPS: readonly { readonly table: string; readonly of: (facts: string) => string }[] = [
  { table: 'cell', of: (facts) => `select measure, region, department, month, kind, detail, sum(sign)::integer as sign, sum(amount)::bigint as amount from ${facts} group by all having sum(sign) <> 0 or sum(amount) <> 0` },
  { table: 'delay', of: (facts) => `select region, department, month, kind, ${WAITED}, sum(sign)::integer as sign from ${facts} ${ANSWERED} group by all having sum(sign) <> 0` },
  { table: 'place', of: (facts) => placesSql(facts, false, columnValues(), 'sign') },
];
export const ROLLED = ROLLUPS.map(({ table }) => table);

/** Delays of the facts themselves: a past moment has no sums. */
export const DELAYS_OF_FACTS = `(select *, ${WAITED} from fact ${ANSWERED}) as delay`;

/** Sums everything anew; places from cells, which are fewer. */
export const sumUpSql = ROLLUPS.map(({ table, of }) => `create or replace table ${table} as ${of(table === 'place' ? 'cell' : 'fact')} order by all`).join(';\n');

/** Adds new facts; what is then in two rows is added up by whoever reads them. */
export const rollInSql = (facts: string): string => ROLLUPS.map(({ table, of }) => `insert into ${table} ${of(facts)}`).join(';\n');
