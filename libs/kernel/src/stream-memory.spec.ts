import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from './events.js';
import { StreamMemory } from './stream-memory.js';

const events = (from: number, to: number): RecordedEvent[] => Array.from({ length: to - from + 1 }, (_, n) => ({ revision: from + n }) as RecordedEvent);
const held = (memory: StreamMemory, stream: string, from = 0) => memory.from(stream, from)?.map(({ revision }) => revision) ?? null;

describe('the memory of streams', () => {
  it('gives events from a revision on, and nothing of what lies before or after them', () => {
    const memory = new StreamMemory();
    memory.keep('a', events(3, 6));
    expect(held(memory, 'a', 4)).toEqual([4, 5, 6]);
    expect(held(memory, 'a', 2)).toBeNull();
    expect(held(memory, 'a', 7)).toBeNull();
    expect(memory.last('a')).toBe(6);
    expect(memory.last('b')).toBe(-1);
  });

  it('joins what follows without a hole, and lets go of what lies before one', () => {
    const memory = new StreamMemory();
    memory.keep('a', events(0, 2));
    memory.keep('a', events(2, 4));
    expect(held(memory, 'a')).toEqual([0, 1, 2, 3, 4]);
    memory.keep('a', events(6, 7));
    expect(held(memory, 'a', 6)).toEqual([6, 7]);
    expect(held(memory, 'a')).toBeNull();
  });

  it('knows of a stream that it was not there, until it is', () => {
    const memory = new StreamMemory(4);
    memory.keep('a', []);
    expect([held(memory, 'a'), held(memory, 'a', 1), memory.last('a')]).toEqual([[], null, -1]);
    memory.keep('a', events(0, 1));
    memory.keep('a', []);
    expect(held(memory, 'a')).toEqual([0, 1]);
    for (const stream of ['b', 'c', 'd']) memory.keep(stream, []);
    expect([held(memory, 'a'), held(memory, 'b')]).toEqual([null, []]);
  });

  it('is not taken back by a reading that began earlier', () => {
    const memory = new StreamMemory();
    memory.keep('a', events(0, 4));
    memory.keep('a', events(0, 2));
    expect(memory.last('a')).toBe(4);
  });

  it('forgets the oldest streams, and the beginning of a long one', () => {
    const memory = new StreamMemory(7);
    for (const stream of ['a', 'b', 'c']) memory.keep(stream, events(0, 1));
    expect([held(memory, 'a'), held(memory, 'b'), held(memory, 'c')]).toEqual([null, [0, 1], [0, 1]]);
    const long = new StreamMemory();
    long.keep('a', events(0, 999));
    expect(held(long, 'a')).toBeNull();
    expect(held(long, 'a', 990)).toHaveLength(10);
  });
});
