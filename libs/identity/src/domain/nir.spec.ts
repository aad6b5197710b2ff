import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nirAgreesWithBirth, nirKey, nirProblem, normaliseNir, titleOfNir } from './nir.js';

const withKey = (thirteen: string) => thirteen + nirKey(thirteen);
const digits = (min: number, max: number, length: number) => fc.integer({ min, max }).map((n) => String(n).padStart(length, '0'));
const thirteen = fc
  .tuple(
    fc.constantFrom('1', '2', '3', '4', '7', '8'),
    digits(0, 99, 2),
    fc.oneof(digits(1, 12, 2), digits(20, 42, 2), digits(50, 99, 2)),
    fc.oneof(digits(1, 99, 2), fc.constantFrom('2A', '2B')),
    digits(1, 999, 3),
    digits(1, 999, 3),
  )
  .map((parts) => parts.join(''));

describe('A NIR', () => {
  it('is kept without spaces, in capitals [emplois/CAN-1]', () => {
    expect(normaliseNir(' 1 84 06 2a 004 006 ')).toBe('184062A004006');
  });

  it('has fifteen characters [emplois/CAN-1]', () => {
    expect(nirProblem('18406300040061')).toBe('identity/nir-length');
    expect(nirProblem('1840630004006112')).toBe('identity/nir-length');
  });

  it('begins with 1, 2, 3, 4, 7 or 8 and holds no letter but 2A and 2B [emplois/CAN-1]', () => {
    for (const first of '123478') expect(nirProblem(withKey(`${first}840630004006`))).toBeNull();
    for (const first of '0569') expect(nirProblem(withKey(`${first}840630004006`))).toBe('identity/nir-shape');
    expect(nirProblem('184062C00400612')).toBe('identity/nir-shape');
  });

  it('has a key worked out with 2A read as 19 and 2B as 18 [emplois/CAN-2]', () => {
    expect(nirKey('184062A004006')).toBe(nirKey('1840619004006'));
    expect(nirKey('184062B004006')).toBe(nirKey('1840618004006'));
    expect(nirProblem(normaliseNir(withKey('184062A004006').toLowerCase()))).toBeNull();
  });

  it('has key 97 when the remainder is 0 [emplois/CAN-2]', () => {
    const multiple = String(Math.ceil(1840630000000 / 97) * 97);
    expect(nirKey(multiple)).toBe('97');
  });

  it('takes any number whose key is right and no other key [emplois/CAN-2]', () => {
    fc.assert(
      fc.property(thirteen, fc.integer({ min: 1, max: 96 }), (first, shift) => {
        const nir = withKey(first);
        fc.pre(nir !== '269054958815780');
        const wrong = String(((Number(nir.slice(13)) - 1 + shift) % 97) + 1).padStart(2, '0');
        expect(nirProblem(nir)).toBeNull();
        expect(nirProblem(first + wrong)).toBe('identity/nir-key');
      }),
    );
  });

  it('shows a slip on any one digit [emplois/CAN-2]', () => {
    fc.assert(
      fc.property(thirteen, fc.integer({ min: 7, max: 12 }), fc.integer({ min: 1, max: 9 }), (first, at, shift) => {
        const slipped = first.slice(0, at) + String((Number(first[at]) + shift) % 10) + first.slice(at + 1);
        expect(nirProblem(slipped + nirKey(first))).toBe('identity/nir-key');
      }),
    );
  });

  it('has a month of 01 to 12, 20 to 42 or 50 to 99, and 00 is let through [emplois/CAN-3]', () => {
    const refused = Array.from({ length: 100 }, (_, month) => month).filter(
      (month) => nirProblem(withKey(`184${String(month).padStart(2, '0')}30004006`)) !== null,
    );
    expect(refused).toEqual([13, 14, 15, 16, 17, 18, 19, 43, 44, 45, 46, 47, 48, 49]);
  });

  it('is not the number of the sample card, though its key is right [emplois/CAN-4]', () => {
    const sample = normaliseNir('2 69 05 49 588 157 80');
    expect(nirKey(sample.slice(0, 13))).toBe('80');
    expect(nirProblem(sample)).toBe('identity/nir-illustrative');
  });

  it('may be a waiting or temporary number [emplois/CAN-5]', () => {
    for (const first of '3478') expect(nirProblem(withKey(`${first}840630004006`))).toBeNull();
  });

  it('says the title: 1, 3 and 7 for Monsieur, 2, 4 and 8 for Madame [emplois/CAN-8]', () => {
    expect(['1', '3', '7'].map(titleOfNir)).toEqual(['M', 'M', 'M']);
    expect(['2', '4', '8'].map(titleOfNir)).toEqual(['MME', 'MME', 'MME']);
  });

  it('agrees with year and month of birth, or year only when its month is not one [emplois/CAN-9]', () => {
    expect(nirAgreesWithBirth('1840630004006', '1984-06-02')).toBe(true);
    expect(nirAgreesWithBirth('1840630004006', '1984-07-02')).toBe(false);
    expect(nirAgreesWithBirth('1842030004006', '1984-07-02')).toBe(true);
    expect(nirAgreesWithBirth('1842030004006', '1985-07-02')).toBe(false);
  });

  it('is not compared with the birth date when it is a waiting or temporary one [emplois/CAN-9]', () => {
    expect(nirAgreesWithBirth('7840630004006', '1991-01-02')).toBe(true);
  });
});
