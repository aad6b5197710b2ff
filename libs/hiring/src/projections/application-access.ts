import { type Actor, addDays, type Day } from '#kernel';
import { isSiae } from '#organisations';
import type { ApplicationRow } from './application.row.js';

/** An employer no longer sees older applications, unless the person was hired [emplois/VIS-1]. */
export const DAYS_VISIBLE = 730;
export const oldestVisible = (today: Day): Day => addDays(today, -DAYS_VISIBLE);

type Linked = Pick<ApplicationRow, 'candidateId' | 'companyId' | 'sender' | 'senderId' | 'senderOrganisation' | 'status' | 'submittedOn'>;

export const isReceiver = (row: Pick<ApplicationRow, 'companyId'>, actor: Actor): boolean =>
  actor.role === 'employer' && actor.organisation === row.companyId;

/** Whether this actor's company hired under the PASS of this application: an inclusion employer, the one who accepted [emplois/PASS-22]. */
export const mayPrint = (row: Pick<ApplicationRow, 'companyId' | 'companyKind' | 'status' | 'pass'>, actor: Actor): boolean =>
  isReceiver(row, actor) && isSiae(row.companyKind) && row.status === 'accepted' && row.pass !== null;

const isSender = (row: Linked, actor: Actor): boolean => {
  if (actor.role !== 'prescriber' && actor.role !== 'employer') return false;
  return row.senderOrganisation === null
    ? row.senderId === actor.id && actor.organisation === null
    : row.senderOrganisation === actor.organisation;
};

/** Who may open an application; for everybody else it does not exist [emplois/AUT-6]. */
export const mayOpen = (row: Linked, actor: Actor, today: Day): boolean => {
  if (actor.role === 'staff') return true;
  if (actor.role === 'candidate') return row.candidateId === actor.id;
  if (isReceiver(row, actor)) return row.status === 'accepted' || row.submittedOn > oldestVisible(today);
  return isSender(row, actor);
};

export type Box = 'received' | 'sent' | 'mine';

/** The box an actor opens; each role has its own, an employer has two. */
export const boxFor = (actor: Actor, asked: string): Box => {
  if (actor.role === 'candidate') return 'mine';
  return actor.role === 'prescriber' || asked === 'sent' ? 'sent' : 'received';
};

/** The rows of a box, as SQL over `a`: `$1` is the party, `$2` the oldest day an employer still sees. */
export const boxCondition = (actor: Actor, box: Box): { readonly sql: string; readonly party: string } => {
  switch (box) {
    case 'mine':
      return { sql: 'a.candidate_id = $1 and $2::date is not null', party: actor.id };
    case 'sent':
      if (!actor.organisation)
        return { sql: 'a.sender_id = $1 and a.sender_organisation is null and $2::date is not null', party: actor.id };
      return { sql: 'a.sender_organisation = $1 and a.company_id <> $1 and $2::date is not null', party: actor.organisation };
    case 'received':
      return { sql: `a.company_id = $1 and (a.status = 'accepted' or a.submitted_on > $2)`, party: actor.organisation ?? actor.id };
  }
};
