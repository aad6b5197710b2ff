/**
 * Cells of answers are by week of delay, cut again where a class of the dossier begins, the automatic ones apart. The classes, and a middle
 * nearly right, can then be told from cells that are rounded [pilotage/DEL-02].
 */
const WEEK = 7;
const LONGEST = 3_650;
const AUTOMATIC = 'a';
/** First days of the classes of the dossier. */
export const DELAY_CLASSES = [
  { code: '0', label: '30 jours ou moins', from: 0 },
  { code: '31', label: 'de 31 à 45 jours', from: 31 },
  { code: '46', label: 'de 46 à 60 jours', from: 46 },
  { code: '61', label: 'de 61 à 90 jours', from: 61 },
  { code: '91', label: 'plus de 90 jours', from: 91 },
] as const;

const cutOf = (day: number): number => DELAY_CLASSES.findLast(({ from }) => from <= day)!.from;
const startOf = (day: number): number => Math.max(WEEK * Math.floor(day / WEEK), cutOf(day));

/** First day of every interval of delays, in order. */
const STARTS = [...new Set([...DELAY_CLASSES.map(({ from }) => from), ...Array.from({ length: Math.ceil(LONGEST / WEEK) }, (_, week) => week * WEEK)])].sort((a, b) => a - b);

/** What a cell of answers says: « 28 », « 31 », or « a63 » when nobody had read the application. */
export const delayDetail = (days: number, automatic: boolean): string => `${automatic ? AUTOMATIC : ''}${startOf(days)}`;
/** Details of answers that people gave come before this one in the alphabet, the automatic ones after. */
export const FIRST_AUTOMATIC = `${AUTOMATIC}0`;
/** Every detail an answer can have: those of people, then the automatic ones. */
export const DELAY_DETAILS: readonly string[] = [false, true].flatMap((automatic) => STARTS.map((start) => delayDetail(start, automatic)));

export interface Interval {
  readonly from: number;
  /** First day of the next one. */
  readonly to: number;
  readonly automatic: boolean;
  readonly count: number;
}
export const intervalOf = (detail: string, count: number): Interval => {
  const automatic = detail.startsWith(AUTOMATIC);
  // What is too long to have a cell of its own is told as the longest there is.
  const from = Number(automatic ? detail.slice(1) : detail) || (detail.endsWith('0') ? 0 : LONGEST);
  return { from, to: STARTS.find((start) => start > from) ?? from + WEEK, automatic, count };
};

/** The middle of intervals weighted by their counts. */
export const middleOf = (intervals: readonly Interval[]): number | null => {
  const total = intervals.reduce((sum, { count }) => sum + count, 0);
  let before = 0;
  for (const { from, to, count } of [...intervals].sort((a, b) => a.from - b.from)) {
    if (count > 0 && before + count >= total / 2) return Math.round(from + ((to - from) * (total / 2 - before)) / count);
    before += count;
  }
  return null;
};

/** Each interval counted at its own middle. */
export const meanOf = (intervals: readonly Interval[]): number | null => {
  const total = intervals.reduce((sum, { count }) => sum + count, 0);
  return total === 0 ? null : Math.round(intervals.reduce((sum, { from, to, count }) => sum + (count * (from + to - 1)) / 2, 0) / total);
};
