const PARIS = 'Europe/Paris';

/** Hours of the week on the clocks of Paris: those days (1 = Monday … 7 = Sunday), from one hour (inclusive) to another (exclusive). */
export interface WeeklyHours {
  readonly days: readonly number[];
  readonly from: number;
  readonly until: number;
}

/** Monday to Friday, public holidays included. */
export const WEEKDAYS: readonly number[] = [1, 2, 3, 4, 5];

/** The moment itself when it lies within the hours, else the first one after it that does; epoch milliseconds. */
export const nextWithin = ({ days, from, until }: WeeklyHours, instant: number): number => {
  const today = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(PARIS).toPlainDate();
  for (let later = 0; later <= 7; later++) {
    const day = today.add({ days: later });
    if (!days.includes(day.dayOfWeek)) continue;
    const at = (hour: number) => day.toPlainDateTime({ hour }).toZonedDateTime(PARIS).epochMilliseconds;
    if (instant < at(until)) return Math.max(instant, at(from));
  }
  throw new Error('hours without a day');
};

export const isWithin = (hours: WeeklyHours, instant: number): boolean => nextWithin(hours, instant) === instant;
