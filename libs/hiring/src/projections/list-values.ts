import { Injectable } from '@nestjs/common';
import { type Actor, Database, type Day, type Id } from '#kernel';
import { boxCondition, boxFor, oldestVisible } from './application-access.js';
import { seesWhoTheyAre } from './list-filter.js';
import { asksOfRights, criteriaShown, passState } from './rights-filter.js';

/** What occurs in a box, filter by filter; empty: nothing to choose from. */
export interface ListValues {
  readonly senders: readonly Id[];
  readonly senderOrganisations: readonly Id[];
  readonly companies: readonly Id[];
  readonly departments: readonly string[];
  readonly jobs: readonly Id[];
  readonly criteria: readonly string[];
  readonly passes: readonly string[];
  /** Whether this list may be narrowed to those whose eligibility is validated, or is to be. */
  readonly eligibility: boolean;
}

/** A list of choices holds no more. */
const MOST = 500;
const LISTED = (list: string) => `jsonb_array_elements_text(${list})`;

@Injectable()
export class ApplicationListValues {
  constructor(private readonly database: Database) {}

  /** By what the actor's own applications, received or sent, can be narrowed. */
  async of(actor: Actor, askedBox: string, today: Day): Promise<ListValues> {
    const box = boxFor(actor, askedBox);
    const { sql, party } = boxCondition(actor, box);
    const occurring = async (value: string, day: readonly Day[] = []): Promise<readonly string[]> => {
      const rows = await this.database.rows<{ value: string }>(
        `select distinct v.value from (select ${value} as value from read.hiring_application a where ${sql}) v where v.value is not null order by 1 limit ${MOST}`,
        [party, oldestVisible(today), ...day],
      );
      return rows.map((row) => row.value);
    };
    const when = (offered: boolean, value: string, ...day: readonly Day[]) => (offered ? occurring(value, day) : []);
    const rights = asksOfRights(actor, box);
    const [senders, senderOrganisations, companies, departments, jobs, criteria, passes] = await Promise.all([
      occurring(`case when a.sender <> 'job_seeker' then a.sender_id end`),
      when(box === 'received', 'a.sender_organisation'),
      when(box === 'sent', 'a.company_id'),
      when(seesWhoTheyAre(actor), 'a.candidate_department'),
      occurring(LISTED(`a.jobs || case when a.job_id is null then '[]'::jsonb else to_jsonb(a.job_id::text) end`)),
      when(rights, LISTED(criteriaShown('$3')), today),
      when(rights, passState('$3'), today),
    ]);
    return { senders, senderOrganisations, companies, departments, jobs, criteria, passes, eligibility: rights };
  }
}
