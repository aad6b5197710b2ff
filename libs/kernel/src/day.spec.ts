import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, addMonths, addYears, ageOn, dayOf, daysBetween, isDay, maxDay, minDay, startOf } from './day.js';

const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const instant = fc.integer({ min: Date.parse('1980-01-01'), max: Date.parse('2080-01-01') });

describe('a day', () => {
  it('is the civil day in Paris: midnight there, not in London', () => {
    expect(dayOf('2026-01-31T22:59:59.999Z')).toBe('2026-01-31');
    expect(dayOf('2026-01-31T23:00:00Z')).toBe('2026-02-01');
    expect(dayOf('2026-06-30T21:59:59.999Z')).toBe('2026-06-30');
    expect(dayOf('2026-06-30T22:00:00Z')).toBe('2026-07-01');
  });

  it('is the same from a date, its milliseconds and its text', () => {
    fc.assert(fc.property(instant, (ms) => {
      expect(dayOf(new Date(ms))).toBe(dayOf(ms));
      expect(dayOf(new Date(ms).toISOString())).toBe(dayOf(ms));
    }));
  });

  it('begins at its first instant and not one millisecond earlier', () => {
    fc.assert(fc.property(day, (d) => {
      expect(dayOf(startOf(d))).toBe(d);
      expect(dayOf(startOf(d) - 1)).toBe(addDays(d, -1));
    }));
  });

  it('lasts 23, 24 or 25 hours', () => {
    expect(startOf('2026-03-30') - startOf('2026-03-29')).toBe(23 * 3_600_000);
    expect(startOf('2026-10-26') - startOf('2026-10-25')).toBe(25 * 3_600_000);
    expect(startOf('2026-01-02') - startOf('2026-01-01')).toBe(24 * 3_600_000);
  });

  it('never goes back while time goes on', () => {
    fc.assert(fc.property(instant, fc.nat(), (ms, later) => dayOf(ms) <= dayOf(ms + later)));
  });

  it('sorts as text the way the calendar does', () => {
    fc.assert(fc.property(day, day, (a, b) => {
      expect(a < b).toBe(daysBetween(a, b) > 0);
      expect(a === b).toBe(daysBetween(a, b) === 0);
      expect([minDay(a, b), maxDay(a, b)]).toEqual([a, b].sort());
    }));
  });

  it('counts days exactly, there and back', () => {
    fc.assert(fc.property(day, fc.integer({ min: -20_000, max: 20_000 }), (d, n) => {
      expect(daysBetween(d, addDays(d, n))).toBe(n);
      expect(addDays(addDays(d, n), -n)).toBe(d);
    }));
  });

  it('counts the days of three days in sequence as of one stretch', () => {
    fc.assert(fc.property(day, day, day, (a, b, c) => {
      expect(daysBetween(a, b) + daysBetween(b, c)).toBe(daysBetween(a, c));
    }));
  });

  it('adds months and years by the calendar, shortened to the last day there is', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28');
    fc.assert(fc.property(day, fc.integer({ min: -1200, max: 1200 }), (d, n) => {
      const moved = addMonths(d, n);
      expect(Number(moved.slice(8))).toBeLessThanOrEqual(Number(d.slice(8)));
      const months = (x: string) => Number(x.slice(0, 4)) * 12 + Number(x.slice(5, 7));
      expect(months(moved) - months(d)).toBe(n);
    }));
  });

  it('adds a year as twelve months', () => {
    fc.assert(fc.property(day, fc.integer({ min: -100, max: 100 }), (d, n) => addYears(d, n) === addMonths(d, 12 * n)));
  });

  it('makes one a year older on the birthday, not the day before', () => {
    expect(ageOn('2000-06-15', '2026-06-14')).toBe(25);
    expect(ageOn('2000-06-15', '2026-06-15')).toBe(26);
    fc.assert(fc.property(day, fc.integer({ min: 0, max: 110 }), (birth, years) => {
      fc.pre(!birth.endsWith('02-29'));
      expect(ageOn(birth, addYears(birth, years))).toBe(years);
      if (years > 0) expect(ageOn(birth, addDays(addYears(birth, years), -1))).toBe(years - 1);
    }));
  });

  it('is recognised: ten characters that name a real day', () => {
    fc.assert(fc.property(day, (d) => isDay(d)));
    for (const wrong of ['2026-02-29', '2026-13-01', '2026-1-1', '2026-01-01T00:00', ' 2026-01-01', '', null, 20260101]) expect(isDay(wrong)).toBe(false);
  });
});
