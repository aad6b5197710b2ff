import { type Actor, type Day, FieldRefusal, type Id, Refusal, searchWords } from '#kernel';
import { APPLICATION_STATUSES, departmentOf } from '#reference';
import { type Box, boxCondition, boxFor, oldestVisible } from './application-access.js';
import { asleepBefore, dormant } from './dormant.js';
import { rightsConditions, type RightsFilter } from './rights-filter.js';

export interface ListFilter extends RightsFilter {
  readonly box: string;
  readonly statuses: readonly string[] | null;
  readonly search: string | null;
  readonly companyId: Id | null;
  readonly candidateId: Id | null;
  readonly from: Day | null;
  readonly to: Day | null;
  /** Of received ones: `active` unless said otherwise, `archived` or `all`. */
  readonly archived?: string | null;
  /** Only those kept for later that nobody has touched for more than 180 days. */
  readonly dormant?: boolean | null;
  /** A professional: what people send themselves is found by their name. */
  readonly senderId?: Id | null;
  readonly senderOrganisationId?: Id | null;
  /** Where the person lived when it was sent. */
  readonly department?: string | null;
  /** Applied for, or hired for. */
  readonly jobId?: Id | null;
}

/** A masked person is not to be found by what the mask hides. */
export const seesWhoTheyAre = (actor: Actor): boolean => actor.role !== 'prescriber' || actor.authorised;

/** Only a GEIQ prepares a hire by an action before it [emplois/VIS-4]. */
export const statusesOf = (actor: Actor, box: Box): readonly string[] =>
  APPLICATION_STATUSES.map(({ code }) => code).filter((code) => code !== 'prior_to_hire' || box !== 'received' || actor.organisationKind === 'GEIQ');

const known = (filter: ListFilter, actor: Actor, box: Box): void => {
  const statuses = statusesOf(actor, box);
  if (filter.statuses?.some((status) => !statuses.includes(status))) throw new FieldRefusal('statuses', 'hiring/status-unknown');
  if (!['active', 'archived', 'all'].includes(filter.archived ?? 'active')) throw new FieldRefusal('archived', 'hiring/archived-unknown');
  if (filter.department && !seesWhoTheyAre(actor)) throw new FieldRefusal('department', 'hiring/department-filter-not-open');
  if (filter.department && !departmentOf(filter.department)) throw new FieldRefusal('department', 'hiring/department-unknown');
};

/** What a filter leaves of the actor's box, statuses apart, as SQL over `a`. */
export const listConditions = (actor: Actor, filter: ListFilter, today: Day) => {
  const box = boxFor(actor, filter.box);
  const { sql, party } = boxCondition(actor, box);
  const params: unknown[] = [party, oldestVisible(today)];
  const bind = (value: unknown) => `$${params.push(value)}`;
  const conditions = [sql];
  const where = (condition: (n: string) => string, value: unknown) => {
    if (value !== null && value !== undefined && value !== '') conditions.push(condition(bind(value)));
  };
  // A candidate stands alone, whatever the statuses too: the other filters would hide what one looks for [emplois/VIS-4].
  if (filter.candidateId) {
    where((n) => `a.candidate_id = ${n}`, filter.candidateId);
    return { conditions, params };
  }
  known(filter, actor, box);
  const archived = box === 'received' ? (filter.archived ?? 'active') : 'all';
  if (archived !== 'all') conditions.push(`a.archived_at is ${archived === 'archived' ? 'not ' : ''}null`);
  if (filter.dormant) where(dormant, asleepBefore(today));
  where((n) => `a.company_id = ${n}`, filter.companyId);
  where((n) => `a.sender_id = ${n} and a.sender <> 'job_seeker'`, filter.senderId);
  where((n) => `a.sender_organisation = ${n}`, filter.senderOrganisationId);
  where((n) => `a.candidate_department = ${n}`, filter.department);
  where((n) => `(a.jobs @> to_jsonb(${n}::text) or a.job_id::text = ${n}::text)`, filter.jobId);
  // Both days are Paris days, and both are inside.
  where((n) => `a.submitted_on >= ${n}`, filter.from);
  where((n) => `a.submitted_on <= ${n}`, filter.to);
  conditions.push(...rightsConditions(filter, actor, box, today, bind));
  const searched = searchWords(filter.search ?? '');
  // Finding a masked person by name would unmask them.
  if (searched.length > 0 && !seesWhoTheyAre(actor)) throw new Refusal('hiring/search-not-open');
  for (const word of searched) where((n) => `a.candidate_id in (select id from identity.person_name where sort_name like ${n})`, `%${word}%`);
  return { conditions, params };
};
