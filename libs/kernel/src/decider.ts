import type { DomainEvent } from './events.js';

/** Pure: no clock, no ids, no promise. What it needs to know comes in the command. */
export interface Decider<S, C, E extends DomainEvent> {
  readonly initial: S;
  evolve(state: S, event: E): S;
  /** @throws Refusal */
  decide(command: C, state: S): readonly E[];
}
