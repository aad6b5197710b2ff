import { Injectable } from '@nestjs/common';
import { type Actor, Database, type Id } from '#kernel';
import { type CandidateSummary, IdentityQueries } from '../contract.js';
import { normaliseName } from '../domain/names.js';

export const CANDIDATE_PAGE = 20;

export interface CandidatePage {
  readonly total: number;
  readonly items: readonly CandidateSummary[];
}

/** Every word typed begins a word of the name. */
const patterns = (search: string): readonly string[] =>
  normaliseName(search)
    .split(' ')
    .filter(Boolean)
    .slice(0, 6)
    .map((word) => `% ${word}%`);

/** The candidates an organisation knows, by name. */
@Injectable()
export class CandidateList {
  constructor(
    private readonly database: Database,
    private readonly people: IdentityQueries,
  ) {}

  async page(actor: Actor, search: string, page: number): Promise<CandidatePage> {
    if (actor.organisation === null) return { total: 0, items: [] };
    const words = patterns(search);
    // Searching by name would tell what the mask hides, and so would a place between two known names:
    // an orienter searches among the people they registered themselves, and only those are in order.
    const orienter = actor.role === 'prescriber' && !actor.authorised;
    const registeredBy = (parameter: string) => `exists (select 1 from identity.person p where p.id = n.id and p.created_by = ${parameter})`;
    const rows = await this.database.rows<{ id: Id; total: number }>(
      `select n.id, count(*) over ()::int as total
       from read.identity_candidate_link l join identity.person_name n on n.id = l.candidate_id
       where l.organisation_id = $1 and (' ' || n.sort_name) like all ($2::text[])
         and ($3::uuid is null or ${registeredBy('$3')})
       order by ${orienter ? `case when ${registeredBy('$5')} then n.sort_name end` : 'n.sort_name'}, n.id limit ${CANDIDATE_PAGE} offset $4`,
      [actor.organisation, words, orienter && words.length > 0 ? actor.id : null, (page - 1) * CANDIDATE_PAGE, ...(orienter ? [actor.id] : [])],
    );
    const summaries = await this.people.summaries(
      rows.map(({ id }) => id),
      { viewer: actor, purpose: 'candidates-list' },
    );
    return { total: rows[0]?.total ?? 0, items: rows.flatMap(({ id }) => summaries.get(id) ?? []) };
  }
}
