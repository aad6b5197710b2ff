import { describe, expect, it } from '@jest/globals';
import { impactOf } from './impact.js';

describe('what an amount pays', () => {
  it('is hours of work up to 3,699 euros, at 26 euros an hour [marche/POT-20] [marche/POT-21] [pilotage/MKT-13]', () => {
    expect([100, 999, 1_300, 3_699].map(impactOf)).toEqual([{ hours: 4 }, { hours: 38 }, { hours: 50 }, { hours: 142 }]);
  });

  it('is full-time jobs for a month from 3,700 euros on, and so many over a year [marche/POT-20] [marche/POT-21] [pilotage/MKT-13]', () => {
    expect(impactOf(3_700)).toEqual({ jobMonths: 1, jobYears: 1 / 12 });
    expect(impactOf(74_000)).toEqual({ jobMonths: 20, jobYears: expect.closeTo(1.67, 2) });
    expect(impactOf(9_999)).toEqual({ jobMonths: 3, jobYears: expect.closeTo(0.225, 3) });
  });

  it('is not told below 100 euros nor above a billion [marche/POT-20]', () => {
    expect([99, 1_000_000_001].map(impactOf)).toEqual([null, null]);
    expect([100, 1_000_000_000].map((amount) => impactOf(amount) !== null)).toEqual([true, true]);
  });
});
