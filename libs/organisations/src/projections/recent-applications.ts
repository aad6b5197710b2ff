import { addDays, type Day } from '#kernel';

/** Applications received by day; days older than the newest by more than the window are dropped. */
export type RecentApplications = Readonly<Record<Day, number>>;

/** How far back received applications make an employer less visible [organisations/COM-81]. */
export const WINDOW_DAYS = 21;

export const withApplication = (recent: RecentApplications, on: Day): RecentApplications => {
  const oldest = addDays(on, -WINDOW_DAYS);
  const kept = Object.entries(recent).filter(([day]) => day > oldest);
  return Object.fromEntries([...kept.filter(([day]) => day !== on), [on, (recent[on] ?? 0) + 1]]);
};
