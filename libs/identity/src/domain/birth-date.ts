import { addYears, type Day } from '#kernel';

/** More than 16 years, the day of the 16th birthday not included; at most 100. */
export const birthDateProblem = (birth: Day, today: Day): 'identity/too-young' | 'identity/too-old' | null => {
  if (addYears(birth, 16) >= today) return 'identity/too-young';
  if (addYears(birth, 100) < today) return 'identity/too-old';
  return null;
};
