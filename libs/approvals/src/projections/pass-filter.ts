import { addDays, addMonths, type Actor, type Day, FieldRefusal, searchWords } from '#kernel';
import type { PassState } from '../contract.js';

/** What a list of PASS is narrowed to; nothing said narrows nothing [emplois/PASS-21]. */
export interface PassFilter {
  readonly state: string | null;
  readonly search: string | null;
  /** Months: those that end sooner, and are not over. */
  readonly endsWithin: number | null;
  /** Of the contracts under it in this company: `current`, or `over` for ninety days or more. */
  readonly contract: string | null;
}
const MONTHS: readonly number[] = [1, 3, 7];
const DAYS_AFTER_CONTRACT = 90;

// The state is a matter of dates: no event tells that a PASS has begun or is over. Nothing suspends one yet.
const IN_STATE: Readonly<Record<PassState, (today: string) => string>> = {
  VALID: (today) => `start <= ${today}::date and "end" >= ${today}::date`,
  FUTURE: (today) => `start > ${today}::date`,
  EXPIRED: (today) => `"end" < ${today}::date`,
  SUSPENDED: (today) => `${today}::date is null`,
};
const stillUnder = (company: string, since: string) =>
  `id in (select c.pass_id from read.approvals_cover c join read.approvals_contract a on a.id = c.id
     where c.company_id = ${company} and (a.ends_on is null or a.ends_on > ${since}::date))`;

/** As SQL over a PASS; `bind` names a parameter. */
export const passConditions = ({ state, search, endsWithin, contract }: PassFilter, actor: Actor, today: Day, bind: (value: unknown) => string): readonly string[] => {
  if (endsWithin !== null && !MONTHS.includes(endsWithin)) throw new FieldRefusal('endsWithin', 'approvals/months-unknown');
  if (contract !== null && (actor.role !== 'employer' || !['current', 'over'].includes(contract))) throw new FieldRefusal('contract', 'approvals/contract-unknown');
  const inState = state !== null && Object.hasOwn(IN_STATE, state) ? [IN_STATE[state as PassState](bind(today))] : [];
  const ending = endsWithin === null ? [] : [`"end" >= ${bind(today)}::date and "end" < ${bind(addMonths(today, endsWithin))}::date`];
  const named = searchWords(search ?? '').map((word) => `candidate_id in (select id from identity.person_name where sort_name like ${bind(`%${word}%`)})`);
  const under = contract === null ? [] : [`${contract === 'over' ? 'not ' : ''}${stillUnder(bind(actor.organisation), bind(addDays(today, -DAYS_AFTER_CONTRACT)))}`];
  return [...inState, ...ending, ...named, ...under];
};
