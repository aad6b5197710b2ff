import { addMonths, type Day, type Id } from '#kernel';
import type { Submitted } from './application.state.js';

const MONTHS_SHOWN = 12;
const DAY_MS = 24 * 3_600_000;

/** Applications sent since that day are shown to a company about to declare a hire [emplois/JA-11]. */
export const shownSince = (today: Day): Day => addMonths(today, -MONTHS_SHOWN);

/** The newest application of the person to the company, when it is less than a day old and nobody was hired on it: accept that one [emplois/JA-19]. */
export const acceptInstead = (earlier: readonly Pick<Submitted, 'place' | 'status' | 'submittedAt'>[], now: string): Id | null => {
  const newest = earlier.findLast(({ status }) => status !== 'accepted');
  const recent = newest && Date.parse(now) - Date.parse(newest.submittedAt) < DAY_MS;
  return recent ? newest.place.applicationId : null;
};
