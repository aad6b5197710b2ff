import { type Measure, MEASURES } from '../domain/fact.js';
import type { Values } from './engine.js';

export const ALL = Object.keys(MEASURES) as readonly Measure[];
const PLACE = 'region, department, month, kind';

/** A column for the units of each measure. */
const counted = (n: string, values: Values) => ALL.map((measure) => `cast(coalesce(sum(${n}) filter (where measure = ${values.bind(measure, 'measure')}), 0) as integer) as ${measure}`);
/** And, of rounded cells, one for how many of them are not zero. */
const cellsOf = (measure: Measure) => `${measure}_cells`;
const filled = (values: Values) => ALL.map((measure) => `cast(count(*) filter (where measure = ${values.bind(measure, 'measure')} and n > 0) as integer) as ${cellsOf(measure)}`);

/** Cells put together whatever their detail: few rows to go through, however many things are told of each place. */
export const placesSql = (cells: string, rounded: boolean, values: Values, n = 'n'): string => `select ${PLACE}, ${[...counted(n, values), ...(rounded ? filled(values) : [])].join(', ')}, cast(sum(amount) as bigint) as amount from ${cells} group by ${PLACE}`;

/** What is summed of them along a dimension. */
export const summedPlaces = (rounded: boolean): readonly string[] => ['amount', ...ALL, ...(rounded ? ALL.map(cellsOf) : [])];
