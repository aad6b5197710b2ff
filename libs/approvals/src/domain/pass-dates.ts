import { addDays, addYears, type Day, daysBetween, maxDay, minDay } from '#kernel';
import type { PassState } from '../contract.js';

/** A PASS lasts two years of 365 days, its last day included [emplois/PASS-4]. */
export const PASS_DAYS = 730;
const WAITING_YEARS = 2;

/** First and last day, both included. */
export interface Period {
  readonly start: Day;
  readonly end: Day;
}

export const passFrom = (start: Day): Period => ({ start, end: addDays(start, PASS_DAYS - 1) });

/** The last day counts: a PASS is valid through its end [emplois/PASS-8]. */
export const isValid = (pass: Pick<Period, 'end'>, today: Day): boolean => pass.end >= today;

const covers = (period: Period, day: Day) => period.start <= day && day <= period.end;

export const passState = (pass: Period, today: Day, suspensions: readonly Period[] = []): PassState => {
  if (!isValid(pass, today)) return 'EXPIRED';
  if (suspensions.some((suspension) => covers(suspension, today))) return 'SUSPENDED';
  return pass.start <= today ? 'VALID' : 'FUTURE';
};

const daysLeft = (period: Period, today: Day) => Math.max(0, daysBetween(maxDay(period.start, today), period.end) + 1);

/** Days left, today included, less the days of suspensions still to come: past ones have already moved the end [emplois/PASS-9]. */
export const remainingDays = (pass: Period, today: Day, suspensions: readonly Period[] = []): number =>
  Math.max(0, suspensions.reduce((left, suspension) => left - daysLeft(suspension, today), daysLeft(pass, today)));

/** The last day of the remainder, were it used without a pause [emplois/PASS-10]. */
export const remainderEnd = (pass: Period, today: Day, days: number): Day => minDay(addDays(maxDay(pass.start, today), days - 1), pass.end);

/** The last day of the waiting period that follows a PASS, included [emplois/PASS-12]. */
export const waitingEnd = (end: Day): Day => addYears(end, WAITING_YEARS);

export const isWaiting = (end: Day, today: Day): boolean => end < today && today <= waitingEnd(end);

