import { Injectable } from '@nestjs/common';
import { type Actor, Database, type Id, isId } from '#kernel';

/** Which candidates' PASS an actor may list: a condition on the candidate id, with its parameter as `$1`; null when none. */
interface Followed {
  readonly condition: string;
  readonly party: Id;
}

const followed = ({ role, organisation, authorised, id }: Actor): Followed | null => {
  const linked = (roles: string) => `select candidate_id from read.approvals_follow where party = $1 and role in (${roles})`;
  const party = organisation ?? id;
  if (role === 'employer' && organisation) return { condition: linked(`'received', 'sent', 'diagnosed'`), party };
  if (role === 'prescriber' && authorised) return { condition: linked(`'sent', 'diagnosed'`), party };
  return null;
};

/** Who may see whose PASS [emplois/PASS-20]; the reference let an authorised prescriber see everybody's. */
@Injectable()
export class PassAccess {
  constructor(private readonly database: Database) {}

  async maySee(actor: Actor, candidateId: Id): Promise<boolean> {
    if (!isId(candidateId)) return false;
    if (actor.role === 'staff') return true;
    if (actor.role === 'candidate') return actor.id === candidateId;
    const mine = followed(actor);
    if (!mine) return false;
    return (await this.database.one(`select 1 as yes from (${mine.condition}) f where candidate_id = $2 limit 1`, [mine.party, candidateId])) !== null;
  }

  /** The passes a list holds: an employer's are those of its own hires [emplois/PASS-21], a prescriber's those of people they applied for or diagnosed. */
  listed(actor: Actor): { readonly condition: string; readonly party: Id } | null {
    if (actor.role === 'employer' && actor.organisation) return { condition: 'id in (select pass_id from read.approvals_cover where company_id = $1)', party: actor.organisation };
    const mine = actor.role === 'prescriber' ? followed(actor) : null;
    return mine && { condition: `candidate_id in (${mine.condition})`, party: mine.party };
  }
}
