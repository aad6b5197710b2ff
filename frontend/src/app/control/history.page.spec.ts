import { describe, expect, it } from '@jest/globals';
import { endOfDay } from '../shared/format';

describe('what was known at the end of a day', () => {
  it('ends at midnight in Paris in winter', () => {
    expect(endOfDay('2026-01-15')).toBe('2026-01-15T22:59:59.999Z');
  });

  it('ends at midnight in Paris in summer', () => {
    expect(endOfDay('2026-07-15')).toBe('2026-07-15T21:59:59.999Z');
  });

  it.each([
    ['2026-03-29', '2026-03-29T21:59:59.999Z'],
    ['2026-10-25', '2026-10-25T22:59:59.999Z'],
  ])('follows the clocks that change on %s', (day, end) => {
    expect(endOfDay(day)).toBe(end);
  });
});
