import { ENUMS, quote, UNKNOWN } from './column-schema.js';
import type { Dimension, Values } from './engine.js';

const known = (dimension: Dimension): readonly string[] => ENUMS[dimension];
const typed = (value: string, dimension: Dimension) => `${quote(known(dimension).includes(value) ? value : UNKNOWN)}::${dimension}`;

/** Values as the columns take them: written out, each of its type. */
export const columnValues = (): Values => ({
  bound: [],
  bind: (value, as) => (typeof value === 'number' ? String(value) : as ? typed(value, as) : quote(value)),
  among: (dimension, list) => {
    const places = list.map((value) => known(dimension).indexOf(value)).sort((a, b) => a - b);
    const [first, last] = [places[0]!, places.at(-1)!];
    // Neighbours are compared by the two ends: going through a list costs more than adding up what is found.
    if (first >= 0 && last - first === places.length - 1) return `${dimension} between ${typed(known(dimension)[first]!, dimension)} and ${typed(known(dimension)[last]!, dimension)}`;
    return `${dimension} in (${list.map((value) => typed(value, dimension)).join(', ')})`;
  },
});
