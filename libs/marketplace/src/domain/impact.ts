/** What one hour of work in inclusion, and one full-time job for a month, cost in euros. */
const HOUR = 26;
const JOB_MONTH = 3_700;
const LEAST = 100;
const MOST = 1_000_000_000;

export type Impact =
  | { readonly hours: number }
  /** Full-time jobs for one month, and the same spread over a year. */
  | { readonly jobMonths: number; readonly jobYears: number };

/** What an amount in euros pays: hours while it does not reach one job, then jobs; null where the estimate says nothing [marche/POT-20]. */
export const impactOf = (amount: number): Impact | null => {
  if (amount < LEAST || amount > MOST) return null;
  return amount < JOB_MONTH ? { hours: Math.round(amount / HOUR) } : { jobMonths: Math.round(amount / JOB_MONTH), jobYears: amount / JOB_MONTH / 12 };
};
