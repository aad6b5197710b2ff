import type { Id, RecordedEvent } from '#kernel';
import { HiringQueries } from '#hiring';
import { notAsked, type Observer } from './remembered.js';

const STATUS: Readonly<Record<string, 'new' | 'processing' | 'postponed' | null>> = {
  'hiring.ApplicationSubmitted': 'new',
  'hiring.ApplicationPutUnderStudy': 'processing',
  'hiring.ApplicationPostponed': 'postponed',
  'hiring.ApplicationAddedToPool': null,
  'hiring.ApplicationAccepted': null,
  'hiring.ApplicationRefused': null,
  'hiring.ApplicationMadeObsolete': null,
  'hiring.HireCancelled': null,
};

/** Who waits for what, kept in memory. */
export class RememberedApplications extends HiringQueries implements Observer {
  readonly handles = Object.keys(STATUS);
  /** Position of the sending of each application. */
  readonly #sent = new Map<Id, number>();
  readonly #pending = new Map<Id, Set<Id>>();
  /** Instant of the last change of those nobody has answered, oldest first: time only goes forward. */
  readonly #unanswered = new Map<Id, string>();

  see({ type, position, data, meta }: RecordedEvent): void {
    const { applicationId: id, candidateId } = data as { applicationId: Id; candidateId: Id };
    const status = STATUS[type]!;
    if (type === 'hiring.ApplicationSubmitted') this.#sent.set(id, position);
    if (status) this.#pending.set(candidateId, (this.#pending.get(candidateId) ?? new Set()).add(id));
    else this.#forget(candidateId, id);
    this.#unanswered.delete(id);
    if (status === 'new' || status === 'processing') this.#unanswered.set(id, meta.occurred);
  }

  async pendingOf(candidateId: Id, sentBefore: number): Promise<readonly Id[]> {
    const sent = (id: Id) => this.#sent.get(id)!;
    return [...(this.#pending.get(candidateId) ?? [])].filter((id) => sent(id) < sentBefore).sort((a, b) => sent(a) - sent(b));
  }

  async unanswered(before: string, limit: number): Promise<readonly { readonly applicationId: Id; readonly lastChange: string }[]> {
    const found: { applicationId: Id; lastChange: string }[] = [];
    for (const [applicationId, lastChange] of this.#unanswered) {
      if (lastChange >= before || found.length >= limit) break;
      found.push({ applicationId, lastChange });
    }
    return found;
  }

  application = notAsked;

  #forget(candidateId: Id, id: Id): void {
    const pending = this.#pending.get(candidateId);
    pending?.delete(id);
    if (pending?.size === 0) this.#pending.delete(candidateId);
  }
}
