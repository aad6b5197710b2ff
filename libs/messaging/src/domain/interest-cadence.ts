const EVERY = 5;
const LAST = 50;

/** Whether an author hears of the interest of this rank: the first, the second, then every fifth up to the fiftieth, twelve in all [marche/TRK-08]. */
export const isTold = (rank: number): boolean => rank === 1 || rank === 2 || (rank % EVERY === 0 && rank > 0 && rank <= LAST);
