import { DEPARTMENTS, labelOf, REGIONS } from '#reference';
import type { Cells } from './cells.js';
import { TOLD, type Told, toldAt } from './told.js';

export interface PlaceFigures extends Told {
  readonly code: string;
  readonly name: string;
}

/** A place of which only noughts would be told is not named: that would tell the public that something is there. */
export const placesOf = (cells: Cells, along: 'region' | 'department'): readonly PlaceFigures[] => {
  const counted = Object.values(TOLD).flatMap((measure) => cells.of(measure, along).filter(({ count }) => count > 0));
  const codes = [...new Set(counted.map((sum) => sum.value))].sort();
  return codes.map((code) => ({ code, name: labelOf(along === 'region' ? REGIONS : DEPARTMENTS, code) || 'Territoire inconnu', ...toldAt(cells, along, code) }));
};
