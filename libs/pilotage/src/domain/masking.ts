/**
 * Public figures. The finest cells (measure × month × kind of employer × département × detail) are rounded at random, up or down, to a multiple of five,
 * always the same way for the same cell; every public figure is a sum of rounded cells. Whatever two questions are compared, their difference is again
 * a sum of rounded cells: nobody can learn more than the cells, and a cell never says whether it stands for 1 or 4 people. Rounding up as often
 * as the remainder asks for keeps totals right on average. The secret stays on the server: with it one could tell at which count a cell jumps.
 */
export const STEP = 5;

/** A rate is not shown over fewer than this, nor a median over fewer than `MEDIAN_FLOOR` [pilotage/P-6]. */
export const RATE_FLOOR = 5;
export const MEDIAN_FLOOR = 20;

/** SQL for the published count of a cell of `n` units whose key is the text `cell`; the secret is the parameter named. */
export const roundedSql = (n: string, cell: string, secret: string): string => {
  const hash = `sha256(convert_to(${secret}::text || '|' || ${cell}, 'UTF8'))`;
  return `${STEP} * ((${n} + (get_byte(${hash}, 0) * 256 + get_byte(${hash}, 1)) % ${STEP}) / ${STEP})`;
};
