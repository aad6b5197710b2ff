import type { Actor, Id } from '#kernel';
import { isArchivable } from '../domain/archive.js';
import { ACTIONS, allows } from '../domain/transitions.js';
import { isReceiver } from '../projections/application-access.js';
import type { ApplicationLine } from '../projections/application.row.js';

/** What this actor may read of an application they may open. */
export interface Visible {
  readonly actions: readonly string[];
  readonly refusalReason: string | null;
  readonly answerId: Id | null;
  readonly privateAnswerId: Id | null;
  readonly delivery: ApplicationLine['delivery'];
  readonly explanationId: Id | null;
  /** PASS, diagnosis, eligibility: not for orienters. */
  readonly rights: boolean;
}

const archiving = ({ archivedAt, status }: ApplicationLine) => (archivedAt ? ['unarchive'] : isArchivable(status) ? ['archive'] : []);

/** The candidate reads the answer, the reason only if it was shared, never what was written to the prescriber [emplois/REF-5]. */
export const visible = (row: ApplicationLine, actor: Actor): Visible => {
  const candidate = actor.role === 'candidate';
  const rights = actor.role !== 'prescriber' || actor.authorised;
  return {
    actions: isReceiver(row, actor) ? [...ACTIONS.filter((transition) => allows(row.status, transition)), ...archiving(row)] : [],
    refusalReason: candidate && !row.reasonShared ? null : row.refusalReason,
    answerId: row.answerId,
    privateAnswerId: candidate ? null : row.privateAnswerId,
    delivery: rights ? row.delivery : null,
    explanationId: rights ? row.explanationId : null,
    rights,
  };
};
