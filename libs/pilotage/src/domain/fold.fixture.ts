import type { RecordedEvent } from '#kernel';
import type { Fact } from './fact.js';
import { evolveUnit, factsAdded, unitKeys, type UnitRow } from './facts.js';

/** The facts these events leave behind. */
export const foldFacts = (events: readonly RecordedEvent[]): readonly Fact[] => {
  const rows = new Map<string, UnitRow>();
  return events.flatMap((event) =>
    unitKeys(event).flatMap((id) => {
      const before = rows.get(id) ?? null;
      const after = evolveUnit(before, event, id);
      rows.set(id, after);
      return after === before ? [] : factsAdded(before, after, event);
    }),
  );
};
