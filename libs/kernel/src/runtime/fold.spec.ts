import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '../events.js';
import { projection } from '../projection.js';
import { type Delivered, fold } from './fold.js';

interface Tally {
  readonly id: string;
  readonly n: number;
}
const tally = projection({
  name: 'test.tally',
  version: 1,
  entity: null,
  handles: ['test.Counted'],
  keys: () => 'tally',
  evolve: (row: Tally | null, event: RecordedEvent) => (row && row.n >= event.position ? row : { id: 'tally', n: event.position }),
  adds: (before, after, event) => [{ id: `fact:${event.position}`, from: before?.n ?? 0, to: after!.n }],
});
const delivered = (position: number): Delivered => {
  const event = { id: `${position}`, stream: 'test', type: 'test.Counted', position, checkpoint: `${position}` } as RecordedEvent;
  return { ...event, event };
};
const nothing = () => Promise.resolve(new Map<string, object>());

describe('the rows a change adds beside its own', () => {
  it('are written with it, one set per change', async () => {
    const { changes } = await fold(tally, [delivered(3), delivered(7)], nothing, new Set(), false);
    expect([...changes.values()]).toEqual([{ id: 'tally', n: 7 }, { id: 'fact:3', from: 0, to: 3 }, { id: 'fact:7', from: 3, to: 7 }]);
  });

  it('are not asked for when nothing changed, as when an event comes twice', async () => {
    const { changes } = await fold(tally, [delivered(3), delivered(3)], nothing, new Set(), false);
    expect([...changes.keys()]).toEqual(['tally', 'fact:3']);
  });

  it('can be told to the event they came from, should the database refuse them', async () => {
    const { first } = await fold(tally, [delivered(3)], nothing, new Set(), false);
    expect(first.get('fact:3')).toMatchObject({ position: 3 });
  });
});
