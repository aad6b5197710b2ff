import type { Projection } from './projection.js';
import type { Streams } from './streams.js';

/**
 * A row of a read model as the log has it, whatever the read model has seen so far: for the answer of a command whose effect is not shown yet.
 * `names` are the streams that this row is made of.
 */
export const rowNow = async <R extends object>(streams: Streams, { handles, keys, evolve }: Projection, key: string, ...names: readonly string[]): Promise<R | null> => {
  const events = (await Promise.all(names.map((name) => streams.events(name)))).flat().sort((a, b) => a.position - b.position || a.revision - b.revision);
  let row: object | null = null;
  try {
    for (const event of events) if (handles.includes(event.type) && [keys(event)].flat().includes(key)) row = evolve(row, event, key);
  } catch {
    // The read model has put this row aside too, as it was before that event.
  }
  return row as R | null;
};
