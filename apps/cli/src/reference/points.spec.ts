import { describe, expect, it } from '@jest/globals';
import { readRows } from './points.js';

describe('official points of communes', () => {
  it('are kept by INSEE code, Corsica included', () => {
    expect([...readRows([['67482', '48.57', '7.75'], ['2A004', 41.9, 8.7]]).points]).toEqual([
      ['67482', { lat: 48.57, lon: 7.75 }],
      ['2A004', { lat: 41.9, lon: 8.7 }],
    ]);
  });
  it('leave out and count rows without a code or a point on Earth', () => {
    const { points, skipped } = readRows([['67482', '', ''], [undefined, 1, 2], ['abc', 1, 2], ['67482', 91, 2]]);
    expect([points.size, skipped]).toEqual([0, 4]);
  });
});
