import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, addYears, daysBetween } from '#kernel';
import { isValid, isWaiting, passFrom, passState, remainderEnd, remainingDays, waitingEnd } from './pass-dates.js';

const day = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('1999-06-15', n));

describe('the dates of a PASS', () => {
  it.each([
    ['2024-09-01', '2026-08-31'],
    ['2024-02-29', '2026-02-27'],
    ['2025-01-01', '2026-12-31'],
  ])('one that starts on %s ends on %s, that day included [emplois/PASS-4]', (start, end) => expect(passFrom(start).end).toBe(end));

  it('lasts exactly 730 days, whatever the leap years [emplois/PASS-4]', () =>
    fc.assert(fc.property(day, (start) => daysBetween(start, passFrom(start).end) === 729)));

  it('is valid through its last day, and not started until its first [emplois/PASS-8]', () => {
    const pass = { start: '2025-03-10', end: '2027-03-09' };
    expect(passState(pass, '2025-03-09')).toBe('FUTURE');
    expect(passState(pass, '2025-03-10')).toBe('VALID');
    expect(passState(pass, '2027-03-09')).toBe('VALID');
    expect(passState(pass, '2027-03-10')).toBe('EXPIRED');
    expect(passState(pass, '2026-01-01', [{ start: '2025-12-20', end: '2026-01-01' }])).toBe('SUSPENDED');
    expect(passState(pass, '2026-01-02', [{ start: '2025-12-20', end: '2026-01-01' }])).toBe('VALID');
    expect(passState(pass, '2027-03-10', [{ start: '2027-03-01', end: '2027-04-01' }])).toBe('EXPIRED');
  });

  it('leaves the days the reference leaves [emplois/PASS-9]', () => {
    const today = '2022-11-22';
    const pass = { start: '2021-03-25', end: '2023-03-24' };
    const prolonged = { ...pass, end: addDays(pass.end, 4 + 5 + 30) };
    const suspended = { ...prolonged, end: addDays(prolonged.end, 5 + 30) };
    expect(remainingDays(pass, today)).toBe(123);
    expect(remainingDays(prolonged, today)).toBe(162);
    expect(remainingDays(suspended, today, [{ start: '2022-06-01', end: '2022-06-05' }, { start: '2022-11-01', end: '2022-12-01' }])).toBe(187);
  });

  it('leaves one day fewer each day once started, and never less than none [emplois/PASS-9]', () =>
    fc.assert(
      fc.property(day, fc.integer({ min: -400, max: 1_500 }), (start, offset) => {
        const pass = passFrom(start);
        const left = remainingDays(pass, addDays(start, offset));
        expect(left).toBe(offset <= 0 ? 730 : Math.max(0, 730 - offset));
      }),
    ));

  it('gives the remainder an end that is the PASS’s own when nothing is suspended [emplois/PASS-10]', () =>
    fc.assert(
      fc.property(day, fc.integer({ min: -400, max: 729 }), (start, offset) => {
        const pass = passFrom(start);
        const today = addDays(start, offset);
        expect(remainderEnd(pass, today, remainingDays(pass, today))).toBe(pass.end);
      }),
    ));

  it('opens a waiting period of two calendar years, its last day included [emplois/PASS-12]', () => {
    expect(waitingEnd('2000-01-01')).toBe('2002-01-01');
    expect(isWaiting('2000-01-01', '2000-01-01')).toBe(false);
    expect(isWaiting('2000-01-01', '2000-01-02')).toBe(true);
    expect(isWaiting('2000-01-01', '2002-01-01')).toBe(true);
    expect(isWaiting('2000-01-01', '2002-01-02')).toBe(false);
  });

  it('is valid, waiting or forgotten on any day, and only one of the three [emplois/PASS-12]', () =>
    fc.assert(
      fc.property(day, fc.integer({ min: -800, max: 3_000 }), (start, offset) => {
        const { end } = passFrom(start);
        const today = addDays(start, offset);
        const forgotten = today > addYears(end, 2);
        expect([isValid({ end }, today), isWaiting(end, today), forgotten].filter(Boolean)).toHaveLength(1);
      }),
    ));
});
