import { Injectable } from '@nestjs/common';
import { type ChainBreak, decode, EventCatalogue, EventStore, hashOf, type Id, NO_STREAM, type RecordedEvent, type StoredEvent, stripHash, verifyChain } from '#kernel';
import type { ApprovalsEvent } from '#approvals';
import type { HireRow } from './hire.projection.js';

export type HistoryBreak =
  | ChainBreak
  /** The hire names something that its stream does not hold. */
  | { readonly stream: string; readonly kind: 'absent'; readonly what: 'pass' | 'diagnosis' | 'number' | 'application' };

export interface HireHistory {
  /** In log order. */
  readonly events: readonly RecordedEvent[];
  /** The same as stored, stream by stream, whether they can be read or not. */
  readonly stored: readonly StoredEvent[];
  /** Hash of the number before the PASS's own, to which it is chained; null without a number. */
  readonly numberAfter: string | null;
  /** The first break of each stream; empty when the whole history is intact. */
  readonly breaks: readonly HistoryBreak[];
}

const NUMBERS = 'pass-numbers';
const NUMBERS_AT_ONCE = 500;

/** Reads the streams a hire is made of as they are stored, and checks every link before saying what they tell. */
@Injectable()
export class HireHistories {
  constructor(
    private readonly store: EventStore,
    private readonly catalogue: EventCatalogue,
  ) {}

  async of(hire: HireRow): Promise<HireHistory> {
    const { id, candidateId } = hire;
    const streams = [`candidate-${candidateId}`, `diagnosis-${candidateId}`, `application-${id}`, `pass-${candidateId}`] as const;
    const stored = await Promise.all(streams.map((stream) => this.store.read(stream)));
    const [, diagnosis, application, pass] = stored.map((events) => this.#decoded(events)) as [RecordedEvent[], RecordedEvent[], RecordedEvent[], RecordedEvent[]];
    const seen = { revision: hire.seenRevision, hash: hire.seenHash };
    const breaks: HistoryBreak[] = streams.flatMap((stream, at) => verifyChain(stream, stored[at]!, at === 2 ? seen : undefined) ?? []);
    if (application.length === 0) breaks.push({ stream: streams[2], kind: 'absent', what: 'application' });
    if (hire.diagnosisId && !diagnosis.some(({ data }) => (data as { diagnosisId?: Id }).diagnosisId === hire.diagnosisId)) breaks.push({ stream: streams[1], kind: 'absent', what: 'diagnosis' });
    const number = hire.passId ? await this.#number(hire.passId, pass, breaks, streams[3]) : null;
    const all = [...stored.flat(), ...(number ? [number.event] : [])];
    const events = this.#decoded(all).sort((a, b) => a.position - b.position);
    return { events, stored: all, numberAfter: number && (number.before ? (stripHash(number.before.meta)?.hash ?? '') : NO_STREAM.hash), breaks };
  }

  /** The event that numbered the PASS, with its link to the number before: the rest of that stream is other people's. */
  async #number(passId: Id, pass: readonly RecordedEvent[], breaks: HistoryBreak[], stream: string): Promise<{ readonly event: StoredEvent; readonly before: StoredEvent | null } | null> {
    const granted = pass.find(({ type, data }) => type === 'approvals.PassGranted' && (data as { passId: Id }).passId === passId);
    if (!granted) {
      breaks.push({ stream, kind: 'absent', what: 'pass' });
      return null;
    }
    const { numbersSeen } = granted.data as Extract<ApprovalsEvent, { type: 'approvals.PassGranted' }>['data'];
    let before: StoredEvent | null = null;
    for (let from = Math.max(0, numbersSeen); ; from += NUMBERS_AT_ONCE) {
      const page = await this.store.read(NUMBERS, from, NUMBERS_AT_ONCE);
      for (const event of page) {
        if (this.#names(event, passId)) {
          if (!isLinked(event, before)) breaks.push({ stream: NUMBERS, revision: event.revision, position: event.position, kind: 'altered' });
          return { event, before };
        }
        before = event;
      }
      if (page.length < NUMBERS_AT_ONCE) break;
    }
    breaks.push({ stream: NUMBERS, kind: 'absent', what: 'number' });
    return null;
  }

  #names(event: StoredEvent, passId: Id): boolean {
    return this.#decoded([event]).some(({ data }) => (data as { passId?: Id }).passId === passId);
  }

  /** An event that can no longer be read is left out: the broken chain tells of it. */
  #decoded(events: readonly StoredEvent[]): RecordedEvent[] {
    return events.flatMap((event) => {
      try {
        return [decode(event, this.catalogue)];
      } catch {
        return [];
      }
    });
  }
}

const isLinked = (event: StoredEvent, before: StoredEvent | null): boolean => {
  const seal = stripHash(event.meta);
  const previous = event.revision === 0 ? NO_STREAM.hash : before && stripHash(before.meta)?.hash;
  return seal !== null && typeof previous === 'string' && hashOf(previous, event, seal.bare) === seal.hash;
};
