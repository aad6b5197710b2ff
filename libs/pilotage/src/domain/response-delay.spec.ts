import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DELAY_CLASSES, DELAY_DETAILS, delayDetail, FIRST_AUTOMATIC, intervalOf, meanOf, middleOf } from './response-delay.js';

const classOf = (day: number) => DELAY_CLASSES.findLast(({ from }) => from <= day)!.code;

describe('the cells of delays', () => {
  it('hold days of one class and of one week, people and the platform apart, and are all known in advance [pilotage/DEL-02]', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_600 }), fc.boolean(), (day, automatic) => {
        const detail = delayDetail(day, automatic);
        const interval = intervalOf(detail, 1);
        expect(interval.from <= day && day < interval.to && interval.to - interval.from <= 7).toBe(true);
        expect([interval.automatic, classOf(interval.from)]).toEqual([automatic, classOf(day)]);
        expect(detail < FIRST_AUTOMATIC).toBe(!automatic);
        expect(DELAY_DETAILS).toContain(detail);
        expect(DELAY_DETAILS.indexOf(detail) < DELAY_DETAILS.indexOf(FIRST_AUTOMATIC)).toBe(!automatic);
      }),
    ));

  it.each([[30, '0'], [31, '31'], [45, '31'], [46, '46'], [60, '46'], [61, '61'], [90, '61'], [91, '91']])('day %i is of the class that begins on day %s', (day, code) => expect(classOf(day)).toBe(code));

  it('tell a middle and a mean within a few days of the true ones', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 80 }), (days) => {
        const counted = days.map((day) => intervalOf(delayDetail(day, false), 1));
        const sorted = [...days].sort((a, b) => a - b);
        const low = sorted[Math.ceil(days.length / 2) - 1]!;
        expect(middleOf(counted)!).toBeGreaterThanOrEqual(low - 7);
        expect(middleOf(counted)!).toBeLessThanOrEqual(low + 7);
        expect(Math.abs(meanOf(counted)! - days.reduce((sum, day) => sum + day, 0) / days.length)).toBeLessThanOrEqual(4);
      }),
    ));

  it('of nothing tell nothing', () => expect([middleOf([]), meanOf([])]).toEqual([null, null]));
});
