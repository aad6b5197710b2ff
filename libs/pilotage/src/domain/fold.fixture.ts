import type { RecordedEvent } from '#kernel';
import type { Fact } from './fact.js';
import { evolveFact, factKeys } from './facts.js';

/** The table after these events. */
export const foldFacts = (events: readonly RecordedEvent[]): readonly Fact[] => {
  const rows = new Map<string, Fact>();
  for (const event of events)
    for (const key of factKeys(event)) {
      const row = evolveFact(rows.get(key) ?? null, event, key);
      if (row) rows.set(key, row);
      else rows.delete(key);
    }
  return [...rows.values()];
};
