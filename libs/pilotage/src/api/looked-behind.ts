import { InvalidInput } from '#kernel';
import { indicatorOf } from '../domain/indicators.js';
import { narrowingOf } from '../domain/narrowing.js';
import type { Looked } from '../projections/behind-sql.js';

/** @throws InvalidInput */
export const lookedBehind = (id: string, part: string | null | undefined): Looked => {
  const indicator = indicatorOf(id);
  if (!indicator) throw new InvalidInput([{ field: 'indicator', code: 'pilotage/unknown-indicator' }]);
  if (!part) return { indicator, part: null };
  const narrowing = narrowingOf(indicator, part);
  if (!narrowing) throw new InvalidInput([{ field: 'part', code: 'pilotage/unknown-part' }]);
  return { indicator, part: narrowing };
};
