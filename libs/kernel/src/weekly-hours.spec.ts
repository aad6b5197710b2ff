import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isWithin, nextWithin, WEEKDAYS } from './weekly-hours.js';

const OFFICE = { days: WEEKDAYS, from: 7, until: 20 };
const next = (text: string) => new Date(nextWithin(OFFICE, Date.parse(text))).toISOString();

const instant = fc.integer({ min: Date.parse('1980-01-01'), max: Date.parse('2080-01-01') });
/** Around the Sundays in which clocks change, as often as anywhere else. */
const change = fc.constantFrom('2025-03-30', '2025-10-26', '2026-03-29', '2026-10-25', '2027-03-28', '2027-10-31');
const nearChange = fc.tuple(change, fc.integer({ min: -3 * 86_400_000, max: 3 * 86_400_000 })).map(([day, off]) => Date.parse(day) + off);
const any = fc.oneof(instant, nearChange);
const hours = fc.record({
  days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  from: fc.integer({ min: 4, max: 12 }),
  until: fc.integer({ min: 13, max: 23 }),
});
/** What a clock on a wall in Paris shows, told by another calendar than the one under test. */
const wall = (ms: number) => {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Paris', weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(ms);
  const part = (type: string) => parts.find((one) => one.type === type)!.value;
  return { day: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(part('weekday')) + 1, hour: Number(part('hour')), minute: Number(part('minute')) };
};

describe('hours of the week', () => {
  it('are those of the clocks in Paris, in winter and in summer', () => {
    expect(next('2026-01-13T05:59:59.999Z')).toBe('2026-01-13T06:00:00.000Z');
    expect(next('2026-07-14T04:59:59.999Z')).toBe('2026-07-14T05:00:00.000Z');
    expect(next('2026-01-13T18:59:59.999Z')).toBe('2026-01-13T18:59:59.999Z');
    expect(next('2026-01-13T19:00:00.000Z')).toBe('2026-01-14T06:00:00.000Z');
  });

  it('leave out Saturday and Sunday, also when clocks change in between', () => {
    expect(next('2026-03-27T19:00:00Z')).toBe('2026-03-30T05:00:00.000Z');
    expect(next('2026-10-23T18:00:00Z')).toBe('2026-10-26T06:00:00.000Z');
    expect(next('2026-10-24T10:00:00Z')).toBe('2026-10-26T06:00:00.000Z');
  });

  it('contain exactly the moments a clock on the wall says they do', () => {
    fc.assert(fc.property(hours, any, (open, ms) => {
      const { day, hour } = wall(ms);
      expect(isWithin(open, ms)).toBe(open.days.includes(day) && hour >= open.from && hour < open.until);
    }));
  });

  it('come next at their very first moment, and nothing within them lies before', () => {
    fc.assert(fc.property(hours, any, fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), (open, ms, share) => {
      const then = nextWithin(open, ms);
      expect(then).toBeGreaterThanOrEqual(ms);
      expect(isWithin(open, then)).toBe(true);
      if (then === ms) return;
      expect(wall(then)).toMatchObject({ hour: open.from, minute: 0 });
      expect(isWithin(open, ms + Math.floor((then - ms) * share))).toBe(false);
    }));
  });
});
