import { type Day, type Id, type RecordedEvent, type RuleCheck, type Streams } from '#kernel';
import { ApprovalsQueries, type Pass } from '#approvals';
import { passState, isValid, remainingDays, waitingEnd } from '../../../../../libs/approvals/src/domain/pass-dates.js';
import { pass } from '../../../../../libs/approvals/src/domain/pass.decider.js';
import { waitingPeriodCheck, type WaitingInput } from '../../../../../libs/approvals/src/domain/pass-rules.js';
import { latestPass, passStream } from '../../../../../libs/approvals/src/domain/pass.state.js';
import { notAsked, type Observer } from './remembered.js';

/** People's PASS from their streams, and the numbers given, kept in memory. */
export class RememberedPasses extends ApprovalsQueries implements Observer {
  readonly handles = ['approvals.PassNumbered'];
  readonly #numbers = new Map<Id, string>();
  streams!: Streams;

  see({ data }: RecordedEvent): void {
    const { passId, number } = data as { passId: Id; number: string };
    this.#numbers.set(passId, number);
  }

  async latest(candidateId: Id, today: Day): Promise<Pass | null> {
    const held = latestPass((await this.streams.load(passStream(candidateId), pass)).state, today);
    if (!held) return null;
    const { passId, start, end } = held;
    const number = this.#numbers.get(passId) ?? null;
    const period = { start, end };
    return { passId, candidateId, number, start, end, state: passState(period, today), remainingDays: remainingDays(period, today), waitingUntil: isValid(period, today) ? null : waitingEnd(end) };
  }

  async latestOf(candidateIds: readonly Id[], today: Day): Promise<ReadonlyMap<Id, Pass>> {
    const passes = await Promise.all(candidateIds.map((id) => this.latest(id, today)));
    return new Map(passes.flatMap((each) => (each ? [[each.candidateId, each] as const] : [])));
  }

  async waitingPeriod(candidateId: Id, input: WaitingInput): Promise<RuleCheck> {
    return waitingPeriodCheck((await this.streams.load(passStream(candidateId), pass)).state, input);
  }

  /** Nobody reads the days of a PASS while a world is made. */
  maySee = () => Promise.resolve(false);
  byIds = notAsked;
}
