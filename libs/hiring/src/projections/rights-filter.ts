import { type Actor, type Day, FieldRefusal } from '#kernel';
import { isSiae } from '#organisations';
import { isCriterion } from '../domain/criteria.js';
import type { Box } from './application-access.js';

/** What the person is entitled to, as the company that received the application reads it; nothing said narrows nothing [emplois/VIS-4]. */
export interface RightsFilter {
  readonly criterion?: string | null;
  readonly pass?: string | null;
  readonly eligibility?: string | null;
}
type Bind = (value: unknown) => string;

/** Only an inclusion employer asks who may be hired under the IAE, of what it received. */
export const asksOfRights = (actor: Actor, box: Box): boolean => actor.role === 'employer' && box === 'received' && isSiae(actor.organisationKind);

/** Once hired, the PASS of the hire; before that, the one that counts for the person, as the application's own page shows it. */
const shownPass = (today: string) => `(select p.start, p."end" from read.hiring_held_pass p
  where p.candidate_id = a.candidate_id and case when a.status = 'accepted' then p.id::text = a.pass->>'passId'
    else not p.cancelled and p."end" + interval '2 years' >= ${today}::date end
  order by p."end" desc, p.id desc limit 1)`;

/** Dates make the state, and no event tells that a PASS has begun or is over. Nothing suspends one yet. */
export const passState = (today: string): string =>
  `(select case when p."end" < ${today}::date then 'EXPIRED' when p.start > ${today}::date then 'FUTURE' else 'VALID' end from ${shownPass(today)} p)`;
export const PASS_STATES_ASKED: readonly string[] = ['VALID', 'FUTURE', 'EXPIRED'];

const passRunning = (today: string) => `exists (select 1 from read.hiring_held_pass p where p.candidate_id = a.candidate_id and not p.cancelled and p."end" >= ${today}::date)`;
/** Of a prescriber, or its own: those of other companies do not exist for this one. A PASS that runs makes expiry irrelevant [emplois/IAE-9]. */
const counting = (today: string) => `d.candidate_id = a.candidate_id and (d.author = 'prescriber' or d.organisation = a.company_id) and (d.expires_on > ${today}::date or ${passRunning(today)})`;
/** The criteria of the diagnosis of the hire, else of the one that counts today. */
export const criteriaShown = (today: string): string => `(select d.criteria from read.hiring_diagnosis d
  where case when a.diagnosis_id is null then ${counting(today)} else d.id = a.diagnosis_id end
  order by d.author = 'prescriber' desc, d.made_on desc, d.expires_on desc, d.id desc limit 1)`;
const eligible = (today: string) => `(${passRunning(today)} or exists (select 1 from read.hiring_diagnosis d where ${counting(today)}))`;

/** As SQL over `a`; `bind` names a parameter. */
export const rightsConditions = (filter: RightsFilter, actor: Actor, box: Box, today: Day, bind: Bind): readonly string[] => {
  const asked = (['criterion', 'pass', 'eligibility'] as const).find((field) => filter[field]);
  if (!asked) return [];
  if (!asksOfRights(actor, box)) throw new FieldRefusal(asked, 'hiring/rights-filter-not-open');
  const { criterion, pass, eligibility } = filter;
  if (criterion && !isCriterion(criterion)) throw new FieldRefusal('criterion', 'hiring/unknown-criterion', { criterion });
  if (pass && !PASS_STATES_ASKED.includes(pass)) throw new FieldRefusal('pass', 'hiring/pass-state-unknown');
  if (eligibility && !['validated', 'to_validate'].includes(eligibility)) throw new FieldRefusal('eligibility', 'hiring/eligibility-unknown');
  const day = bind(today);
  return [
    ...(criterion ? [`${criteriaShown(day)} @> to_jsonb(${bind(criterion)}::text)`] : []),
    ...(pass ? [`${passState(day)} = ${bind(pass)}`] : []),
    ...(eligibility ? [`${eligibility === 'validated' ? '' : 'not '}${eligible(day)}`] : []),
  ];
};
