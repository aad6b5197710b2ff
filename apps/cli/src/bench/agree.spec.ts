import { describe, expect, it } from '@jest/globals';
import { agree } from './agree.js';

describe('two answers to one question', () => {
  const compared = (ours: readonly string[], byHand: readonly string[], totals = [30, 30], page = 1) => () => agree('suppliers', { page }, { ids: ours, total: totals[0]! }, { ids: byHand, total: totals[1]! });

  it('agree when they show the same in the same order', () => {
    expect(compared(['a', 'b'], ['a', 'b'])).not.toThrow();
    expect(compared([], [], [0, 0])).not.toThrow();
  });

  it('differ by their order, by who is there and by how many, and it is said where', () => {
    expect(compared(['a', 'c', 'b'], ['a', 'b', 'c'])).toThrow('suppliers: place 2 of page 1 is c, by hand b for {"page":1}');
    expect(compared(['a'], ['a', 'b'])).toThrow('place 2 of page 1 is empty, by hand b');
    expect(compared(['a', 'b'], ['a'])).toThrow('place 2 of page 1 is b, by hand empty');
    expect(compared(['a'], ['a'], [30, 29])).toThrow('30 found, 29 by hand');
    expect(compared([], [], [3, 0])).toThrow('3 found, 0 by hand');
  });

  it('agree beyond the last page, where a window counts nothing', () => expect(compared([], [], [30, 0], 2)).not.toThrow());
});
