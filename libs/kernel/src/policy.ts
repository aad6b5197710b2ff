import type { RecordedEvent } from './events.js';
import type { Receipt } from './streams.js';
import type { WeeklyHours } from './weekly-hours.js';

/**
 * Turns a fact into commands with derived ids (process manager). Delivered at least once, in log order, by one worker at a time.
 * A refusal is shown to staff, never dropped. Starts at the head of the log unless `start` says otherwise, so that a new policy never acts on old years.
 * Extend it in a context and provide it to Nest: the runner finds every instance.
 */
export abstract class Policy {
  abstract readonly name: string;
  abstract readonly handles: readonly string[];
  readonly start: 'head' | 'origin' = 'head';
  /** Projections whose checkpoint must have passed the event before `react` reads their rows. */
  readonly needs: readonly string[] = [];
  abstract react(event: RecordedEvent): Promise<Receipt | void>;
}

/** A due moment kept as a row: the command's id is derived from (kind, subject, due day), its decider checks the condition again. */
export interface Deadline {
  readonly kind: string;
  readonly subject: string;
  /** ISO instant. */
  readonly due: string;
  /** Whom it is about, where several may be about the same: together they count as one in a run. The subject when absent. */
  readonly concerns?: string;
}

/** Deadlines that do not fire whenever they are due: in runs, within hours. What is due outside of them, or is one too many, waits for the next run. */
export interface Pace {
  readonly hours: WeeklyHours;
  readonly everyMs: number;
  /** How many (see `Deadline.concerns`) in one run. */
  readonly atMost: number;
}

/** One kind of deadline: where its rows come from is up to the context (`plan`), what happens when due is a command. */
export abstract class DeadlineKind {
  abstract readonly kind: string;
  readonly pace: Pace | null = null;
  /** At most `limit` deadlines due at `now` (ISO), oldest first. */
  abstract due(now: string, limit: number): Promise<readonly Deadline[]>;
  abstract fire(deadline: Deadline): Promise<Receipt | void>;
}
