import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { derivedId } from '#kernel';
import { spec } from '#testing';
import { displayNumber } from '../contract.js';
import { passNumber } from './pass-number.js';
import { passNumbers } from './pass-numbers.decider.js';

const real = { prefix: '99999', offset: 1 };
const request = (n: number) => ({ passId: derivedId('pass', n), candidateId: derivedId('candidate', n) });

describe('the number of a PASS', () => {
  it('is 12 characters: the issuer, then 7 digits that start at 1 [emplois/PASS-1]', () => {
    expect(passNumber(real, 0)).toBe('999990000001');
    expect(passNumber({ prefix: 'XXXXX', offset: 1 }, 41)).toBe('XXXXX0000042');
    expect(passNumber({ prefix: '99999', offset: 2_135_867 }, 0)).toBe('999992135867');
  });

  it('simply goes on from the former form, a year and 5 digits after the issuer [emplois/PASS-2]', () => {
    expect(passNumber({ prefix: '99999', offset: 2_135_866 }, 0)).toBe(['99999', '21', '35866'].join(''));
    expect(passNumber({ prefix: '99999', offset: 2_135_866 }, 1)).toBe('999992135867');
  });

  it('stops for good after 9999999 [emplois/PASS-1]', () => {
    expect(passNumber(real, 9_999_998)).toBe('999999999999');
    expect(() => passNumber(real, 9_999_999)).toThrow('every PASS number');
  });

  it('is shown in groups of 5, 2 and 5 [emplois/PASS-3]', () => expect(displayNumber('XXXXX0000001')).toBe('XXXXX 00 00001'));

  it('follows the last one, and is not given twice to the same PASS [emplois/PASS-1]', () => {
    const { when, given } = spec(passNumbers(real, 0));
    const first = { type: 'approvals.PassNumbered' as const, data: { ...request(1), number: '999990000001' } };
    when(request(1)).then(first);
    given(first).when(request(1)).thenNothing();
    given(first).when(request(2)).then({ type: 'approvals.PassNumbered', data: { ...request(2), number: '999990000002' } });
  });

  it('is the same whether all the numbers or only the last ones are folded, without gap or reuse [emplois/PASS-1]', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.nat({ max: 29 }), (issued, seen) => {
        const all = Array.from({ length: issued }, (_, n) => ({ type: 'approvals.PassNumbered' as const, data: { ...request(n), number: passNumber(real, n) } }));
        const from = Math.min(seen, issued - 1);
        const decided = (start: number) => {
          const decider = passNumbers(real, start);
          return decider.decide(request(issued), all.slice(start).reduce(decider.evolve, decider.initial))[0]!.data.number;
        };
        expect(decided(from)).toBe(decided(0));
        expect(decided(0)).toBe(passNumber(real, issued));
      }),
    ));
});
