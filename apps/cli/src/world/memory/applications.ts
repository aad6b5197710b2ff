import type { Id, RecordedEvent } from '#kernel';
import { type ApplicationStatus, HiringQueries, type Untouched } from '#hiring';
import { ARCHIVED_AUTOMATICALLY } from '../../../../../libs/hiring/src/domain/automatic-archive.js';
import { PENDING } from '../../../../../libs/hiring/src/domain/transitions.js';
import { notAsked, type Observer } from './remembered.js';

const STATUS: Readonly<Record<string, ApplicationStatus>> = {
  'hiring.ApplicationSubmitted': 'new',
  'hiring.ApplicationPutUnderStudy': 'processing',
  'hiring.ApplicationPostponed': 'postponed',
  'hiring.ApplicationAddedToPool': 'pool',
  'hiring.ApplicationAccepted': 'accepted',
  'hiring.ApplicationRefused': 'refused',
  'hiring.ApplicationMadeObsolete': 'obsolete',
  'hiring.HireCancelled': 'cancelled',
};
const ARCHIVED = 'hiring.ApplicationArchived';

/** Who waits for what, kept in memory. Nobody in a world takes anything out of the archive. */
export class RememberedApplications extends HiringQueries implements Observer {
  readonly handles = [...Object.keys(STATUS), ARCHIVED];
  /** Position of the sending of each application. */
  readonly #sent = new Map<Id, number>();
  readonly #pending = new Map<Id, Set<Id>>();
  /** Those nobody has answered since their last change, and of those to archive one day, oldest first: time only goes forward. */
  readonly #unanswered = new Map<Id, Untouched>();
  readonly #toArchive = new Map<Id, Untouched>();

  see({ type, position, data, meta: { occurred } }: RecordedEvent): void {
    const { applicationId: id, candidateId } = data as { applicationId: Id; candidateId: Id };
    this.#unanswered.delete(id);
    this.#toArchive.delete(id);
    if (type === ARCHIVED) return;
    const status = STATUS[type]!;
    const untouched: Untouched = { applicationId: id, candidateId, since: occurred };
    if (type === 'hiring.ApplicationSubmitted') this.#sent.set(id, position);
    if (PENDING.includes(status)) this.#pending.set(candidateId, (this.#pending.get(candidateId) ?? new Set()).add(id));
    else this.#forget(candidateId, id);
    if (status === 'new' || status === 'processing') this.#unanswered.set(id, untouched);
    if (ARCHIVED_AUTOMATICALLY.includes(status)) this.#toArchive.set(id, untouched);
  }

  async pendingOf(candidateId: Id, sentBefore: number): Promise<readonly Id[]> {
    const sent = (id: Id) => this.#sent.get(id)!;
    return [...(this.#pending.get(candidateId) ?? [])].filter((id) => sent(id) < sentBefore).sort((a, b) => sent(a) - sent(b));
  }

  async unanswered(before: string, limit: number): Promise<readonly Untouched[]> {
    return oldest(this.#unanswered, before, limit);
  }

  async toArchive(before: string, limit: number): Promise<readonly Untouched[]> {
    return oldest(this.#toArchive, before, limit);
  }

  application = notAsked;
  acceptancesAskedBy = notAsked;

  #forget(candidateId: Id, id: Id): void {
    const pending = this.#pending.get(candidateId);
    pending?.delete(id);
    if (pending?.size === 0) this.#pending.delete(candidateId);
  }
}

const oldest = (all: ReadonlyMap<Id, Untouched>, before: string, limit: number): readonly Untouched[] => {
  const found: Untouched[] = [];
  for (const one of all.values()) {
    if (one.since >= before || found.length >= limit) break;
    found.push(one);
  }
  return found;
};
