import { addDays, type Day, startOf } from '#kernel';

/** Nobody archives these: their company is reminded of them instead [emplois/REF-7]. */
const DAYS_ASLEEP = 180;

/** Over `a`: kept for later, and untouched since before the instant at `place`. */
export const dormant = (place: string): string => `a.archived_at is null and a.status in ('pool', 'prior_to_hire') and a.untouched_since < ${place}`;

/** Whatever was touched for the last time before this instant has slept for more than 180 days. */
export const asleepBefore = (today: Day): string => new Date(startOf(addDays(today, -DAYS_ASLEEP))).toISOString();
