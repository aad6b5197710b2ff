/**
 * Public figures. The finest cells (measure × month × kind of employer × département × detail) are rounded at random, up or down, to a multiple of five,
 * always the same way for the same cell, whatever moment is asked about; every public figure is a sum of rounded cells. Whatever two questions are
 * compared, their difference is again a sum of multiples of five: nobody can learn more than the cells, and a cell never says whether it stands for 1
 * or 4 people. Rounding up as often as the remainder asks for keeps totals right on average. The secret stays on the server: with it one could tell
 * at which count a cell jumps. What enters a cell and what leaves it are never told apart: their one draw would show that somebody left.
 * Amounts are rounded the same way, and only in cells of several deals: no step hides a large one that is alone.
 */
export const STEP = 5;
export const AMOUNT_STEP = 10_000;

/** No rate over fewer than this, nor a median over fewer than `MEDIAN_FLOOR` [pilotage/P-6]; of people, not of what rounding makes of them: see `surely`. */
export const RATE_FLOOR = 5;
/** A cell rounded to this stands for six deals or more; below, its amount is not published. */
export const DEALS_FLOOR = 10;
export const MEDIAN_FLOOR = 20;

export const rounded = (n: number, dither: number, step = STEP): number => step * Math.floor((n + (dither % step)) / step);

/** SQL for the same. A count below zero is no count. */
export const roundedSql = (n: string, dither: string, step = STEP): string => `${step} * floor((greatest(${n}, 0) + ${dither} % ${step}) / ${step}.0)`;

/** How many there are at the very least behind a rounded sum of so many cells that are not zero: a cell shown as 5 may be a single person. */
export const surely = (sum: number, cells: number): number => sum - (STEP - 1) * cells;
