import { describe, expect, it } from '@jest/globals';
import { longDay, longMoment } from './french-day.js';

describe('days in French sentences', () => {
  it('are written as people say them', () => {
    expect(longDay('2026-08-01')).toBe('1er août 2026');
    expect(longDay('2026-12-31')).toBe('31 décembre 2026');
  });

  it('are those of Paris, with the time, for an instant', () => {
    expect(longMoment('2026-06-30T22:30:05.000Z')).toBe('1er juillet 2026 à 00:30:05');
    expect(longMoment('2026-01-11T12:00:00.000Z')).toBe('11 janvier 2026 à 13:00:00');
  });
});
