import type { Day, Id } from '#kernel';
import { departmentOf } from '#reference';

/** What is counted; the axis of time of each is its `month`. A change of what one means raises its version here. */
export const MEASURES = {
  /** Submitted, by month of submission [pilotage/APP-01]. */
  application: 1,
  /** In state accepted, by month of submission: leaves when the hire is cancelled [pilotage/APP-04]. */
  accepted: 1,
  /** In state refused, by month of submission: leaves when it is accepted after all [pilotage/REF-02]. */
  refused: 1,
  /** First answer, accepted or refused, whatever happens later, by month of submission [pilotage/DEL-02]. */
  response: 2,
  /** First acceptance, by its own month and where the employer is that day [pilotage/APP-05] [pilotage/G-6]. */
  hire: 2,
  /** First acceptance of a hire that is cancelled now, by the month of that acceptance: what « net » leaves out [pilotage/APP-05]. */
  hire_cancelled: 2,
  /** Hire whose diagnosis was made by the recruiting employer, by the month of the hire [pilotage/AUT-01]. */
  self_prescribed: 2,
  /** Hire of somebody who already had a PASS, by the month of the hire. */
  in_pass: 2,
  /** PASS issued and not cancelled, by the month it starts in: follows its start when it moves [pilotage/PASS-01]. */
  pass: 2,
  /** PASS cancelled since it was issued, by the month it would have started in [pilotage/PASS-01]. */
  pass_cancelled: 1,
  /** Need of a buyer sent to suppliers, by that month [pilotage/MKT-01]. */
  need: 1,
  /** Need a buyer submitted to the team, by the month of the first time; its `detail` is the state it is in [pilotage/MKT-01]. */
  need_state: 1,
  /** Transaction, by the month it has been told as signed since [pilotage/MKT-07]. */
  transaction: 2,
} as const;
export type Measure = keyof typeof MEASURES;

/** Where and about whom, frozen at the first event that says so, except for what counts where it happens. */
export interface Place {
  readonly person: Id | null;
  readonly company: Id | null;
  readonly kind: string;
  readonly department: string;
  readonly region: string;
  readonly sender: string;
}

/** One unit inside one measure. */
export interface Counted {
  readonly measure: Measure;
  /** 202503 is March 2025. */
  readonly month: number;
  /** Reason of a refusal, interval of a response's delay, state of a need; empty elsewhere. */
  readonly detail: string;
  /** Whole periods of 24 hours from submission to first answer [pilotage/DEL-02]. */
  readonly delayDays: number | null;
  /** Whole euros of a transaction. */
  readonly amount: number;
  /** Where it happened, when that may be elsewhere than where the unit began [pilotage/G-6]. */
  readonly department?: string;
}

export const regionOf = (department: string): string => departmentOf(department)?.region.code ?? '';

/**
 * A unit entering (+1) or leaving (−1) a measure. Written once and never changed: what is true on a day T, as known at an instant K, is the sum
 * of the signs of the rows whose `day` is at most T and `recorded` at most K.
 */
export interface Fact extends Omit<Counted, 'department'>, Place {
  readonly id: string;
  /** `application:<id>`, `pass:<id>`, `need:<id>`. */
  readonly unit: string;
  readonly definition: number;
  readonly sign: number;
  /** Business day from which it counts. */
  readonly day: Day;
  /** Log position of the event that says so, and when it was written down, in epoch milliseconds. */
  readonly position: number;
  readonly recorded: number;
  readonly type: string;
  readonly stream: string;
}

/** 2025-03-17 → 202503. */
export const monthOf = (day: Day): number => Number(day.slice(0, 4)) * 100 + Number(day.slice(5, 7));
