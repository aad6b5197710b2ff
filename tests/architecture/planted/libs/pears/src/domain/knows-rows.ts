// refused by: domain-is-pure
import { rows } from '../projections/pear-list.js';
export const decided = rows;
