import { addDays, dayOf, startOf } from '#kernel';

/** Whole civil days in Paris: due at midnight, when that many days have begun since. */
export const dueAfter = (since: string, days: number): string => new Date(startOf(addDays(dayOf(since), days))).toISOString();

/** What is untouched since before this instant is due now. */
export const untouchedSinceBefore = (now: string, days: number): string => dueAfter(now, 1 - days);
