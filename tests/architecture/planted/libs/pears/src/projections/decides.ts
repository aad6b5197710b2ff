// refused by: projections-imports
import { command } from '../application/grow.js';
export const projected = command;
