// refused by: application-imports
import { rows } from '../projections/pear-list.js';
export const decided = rows;
