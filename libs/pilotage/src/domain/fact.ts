import type { Day, Id } from '#kernel';

/** What is counted. The axis of time of each is its `month`. */
export type Measure =
  /** Submitted, by month of submission [pilotage/APP-01]. */
  | 'application'
  /** In state accepted, by month of submission: leaves when the hire is cancelled [pilotage/APP-04]. */
  | 'accepted'
  /** In state refused, by month of submission: leaves when it is accepted after all [pilotage/REF-02]. */
  | 'refused'
  /** First answer, accepted or refused, whatever happens later, by month of submission [pilotage/DEL-02]. */
  | 'response'
  /** First acceptance, by its own month [pilotage/APP-05]. */
  | 'hire'
  /** PASS issued, by the month it starts in [pilotage/PASS-01]. */
  | 'pass';

/** Raised when a measure is counted otherwise: figures of two definitions are never added up. */
export const DEFINITION = 1;

/**
 * One unit that entered a measure, and perhaps left it again. Dimensions are those of the day of the fact and stay so.
 * A unit counts as known at position P when `position <= P` and it had not left: `leftAt` is null or after P.
 */
export interface Fact {
  readonly id: string;
  readonly measure: Measure;
  readonly definition: number;
  /** Log position of the event that brought it in; null for a response still awaited. */
  readonly position: number | null;
  readonly leftAt: number | null;
  readonly day: Day;
  readonly month: string;
  readonly person: Id;
  readonly company: Id;
  readonly kind: string;
  readonly department: string;
  readonly region: string;
  readonly sender: string | null;
  /** Reason of a refusal, whole weeks of a response; empty elsewhere. */
  readonly detail: string;
  /** Whole periods of 24 hours from submission to first answer [pilotage/DEL-02]. */
  readonly delayDays: number | null;
  readonly automatic: boolean;
  /** Instant of submission, for the response. */
  readonly since: string | null;
  /** Last event that touched the row: tells an answer's freshness. */
  readonly touched: number;
  readonly recorded: string;
}

export const monthOf = (day: Day): string => day.slice(0, 7);
