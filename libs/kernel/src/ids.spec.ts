import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { derivedId, isId, newId } from './ids.js';

describe('an id', () => {
  it('is a UUID of its version', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 2 ** 48 - 1 }), (now) => isId(newId(now)) && newId(now)[14] === '7' && /[89ab]/.test(newId(now)[19]!)));
    fc.assert(fc.property(fc.array(fc.oneof(fc.string(), fc.integer())), (parts) => isId(derivedId(...parts)) && derivedId(...parts)[14] === '8'));
  });

  it('sorts by the millisecond it was made', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 2 ** 47 }), fc.integer({ min: 1, max: 2 ** 40 }), (now, later) => newId(now) < newId(now + later)));
  });

  it('is new each time', () => {
    expect(new Set(Array.from({ length: 10_000 }, () => newId(0))).size).toBe(10_000);
  });

  it('derived from the same parts is the same, from other parts another', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.string(), fc.integer())), fc.array(fc.oneof(fc.string(), fc.integer())), (a, b) => {
      expect(derivedId(...a)).toBe(derivedId(...a));
      expect(derivedId(...a) === derivedId(...b)).toBe(JSON.stringify(a) === JSON.stringify(b));
    }));
    expect(derivedId('ab', 'c')).not.toBe(derivedId('a', 'bc'));
    expect(derivedId('1')).not.toBe(derivedId(1));
  });

  it('is recognised', () => {
    for (const wrong of ['', 'x', newId().toUpperCase().replace(/\d/g, 'A'), `${newId()} `, null, 7]) expect(isId(wrong)).toBe(false);
  });
});
