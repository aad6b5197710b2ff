import { describe, expect, it } from '@jest/globals';
import { isTold } from './interest-cadence.js';

describe('an author hears of interest', () => {
  it('the first, the second and the fifth time, then every fifth up to the fiftieth, twelve times in all [marche/TRK-08]', () => {
    const told = Array.from({ length: 200 }, (_, n) => n).filter(isTold);
    expect(told).toEqual([1, 2, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50]);
    expect(told).toHaveLength(12);
  });
});
