/** A civil day in Europe/Paris, `YYYY-MM-DD`. Compare days with `<`, `<=`, `===`: the text sorts as the calendar does. */
export type Day = string;

const PARIS = 'Europe/Paris';
const plain = (day: Day) => Temporal.PlainDate.from(day);

/** The civil day in Paris at an instant (a `Date`, epoch milliseconds or ISO text). */
export const dayOf = (instant: Date | number | string): Day =>
  Temporal.Instant.fromEpochMilliseconds(typeof instant === 'number' ? instant : new Date(instant).getTime())
    .toZonedDateTimeISO(PARIS)
    .toPlainDate()
    .toString();

/** The first instant of a day in Paris, in epoch milliseconds. */
export const startOf = (day: Day): number => plain(day).toZonedDateTime(PARIS).epochMilliseconds;

export const isDay = (value: unknown): value is Day => {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  try {
    return plain(value).toString() === value;
  } catch {
    return false;
  }
};

/** Exact days, 24 hours or not; negative goes back. */
export const addDays = (day: Day, days: number): Day => plain(day).add({ days }).toString();

/** Calendar months; the 31st becomes the last day of a shorter month. */
export const addMonths = (day: Day, months: number): Day => plain(day).add({ months }, { overflow: 'constrain' }).toString();

/** Calendar years; 29 February becomes 28 February in a common year. */
export const addYears = (day: Day, years: number): Day => plain(day).add({ years }, { overflow: 'constrain' }).toString();

/** Days from one day to the other: 0 when equal, negative when `to` is before `from`. */
export const daysBetween = (from: Day, to: Day): number => plain(from).until(plain(to), { largestUnit: 'days' }).days;

/** Age in completed years on a day. */
export const ageOn = (birth: Day, day: Day): number => plain(birth).until(plain(day), { largestUnit: 'years' }).years;

export const minDay = (a: Day, b: Day): Day => (a < b ? a : b);
export const maxDay = (a: Day, b: Day): Day => (a > b ? a : b);
