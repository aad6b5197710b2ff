import { addDays, type Day, maxDay } from '#kernel';
import { longDay } from '#reference';
import { PASS_DAYS, type Period, remainderEnd } from './pass-dates.js';

const plural = (count: number, word: string) => `${count} ${word}${count > 1 && !word.endsWith('s') ? 's' : ''}`;
const listed = (parts: readonly string[]) => parts.filter((part) => !part.startsWith('0 ')).join(' et ');

/** A number of days from a day on, told as the calendar counts them: years and months, or weeks and days below a month. */
const onCalendar = (from: Day, days: number): string => {
  const first = Temporal.PlainDate.from(from);
  const { years, months } = first.until(addDays(from, days), { largestUnit: 'years' });
  if (years + months > 0) return `Environ ${listed([plural(years, 'an'), plural(months, 'mois')])}`;
  return listed([plural(Math.floor(days / 7), 'semaine'), plural(days % 7, 'jour')]);
};

/**
 * `187 jours (Environ 6 mois)`. A PASS of which no day is used shows its real end instead: 730 days are « 2 ans » or
 * « 1 an et 11 mois » as a leap year falls in or out, which people read as a month lost [emplois/PASS-10].
 */
export const remainderText = (pass: Period, today: Day, days: number): string => {
  const count = plural(days, 'jour');
  if (days < 7) return count;
  const from = maxDay(pass.start, today);
  return `${count} (${days >= PASS_DAYS ? `jusqu’au ${longDay(remainderEnd(pass, today, days))}` : onCalendar(from, days)})`;
};
