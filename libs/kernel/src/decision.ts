import type { Decider } from './decider.js';
import type { DomainEvent, RecordedEvent } from './events.js';
import { requireSameIntention } from './intention.js';
import type { CommandContext } from './streams.js';

/** What is to be decided, and where. */
export interface Task {
  readonly stream: string;
  readonly decider: Decider<unknown, unknown, DomainEvent>;
  readonly command: unknown;
  readonly context: CommandContext;
  /** First revision that is folded. */
  readonly from: number;
}

export interface Decision {
  readonly on: readonly RecordedEvent[];
  /** What this command wrote when it came the first time. */
  readonly before: readonly RecordedEvent[];
  readonly decided: readonly DomainEvent[];
}

export const foldOf = <S, C, E extends DomainEvent>({ initial, evolve }: Decider<S, C, E>, events: readonly RecordedEvent[]): S =>
  (events as unknown as readonly E[]).reduce(evolve, initial);

/** @throws Refusal */
export const decisionOn = (on: readonly RecordedEvent[], { decider, command, context }: Task): Decision => {
  const before = on.filter(({ meta }) => meta.command === context.command);
  if (before.length > 0) requireSameIntention(before[0]!, command, context.actor);
  return { on, before, decided: before.length > 0 ? [] : decider.decide(command, foldOf(decider, on)) };
};

/** The decision when it is to write, or was written already; null when it would be a refusal or nothing. */
export const somethingDone = (on: readonly RecordedEvent[], task: Task): Decision | null => {
  try {
    const decision = decisionOn(on, task);
    return decision.before.length + decision.decided.length > 0 ? decision : null;
  } catch {
    return null;
  }
};
