import { describe, expect, it } from '@jest/globals';
import type { BareCommune } from './commune.js';
import { placed } from './placing.js';

const bare = (insee: string, rest: Partial<BareCommune>): BareCommune => ({ insee, name: insee, postCodes: [], population: 0, department: '99', region: '99', epci: null, ...rest });

describe('a commune without a point of its own', () => {
  const known = new Map([
    ['a', { lat: 10, lon: 1 }],
    ['b', { lat: 12, lon: 3 }],
    ['c', { lat: 20, lon: 5 }],
  ]);
  const place = (commune: BareCommune) =>
    placed([bare('a', { postCodes: ['1'], epci: 'e' }), bare('b', { postCodes: ['1'], epci: 'e' }), bare('c', { epci: 'e' }), commune], ({ insee }) => known.get(insee)).at(-1);

  it('takes the middle of those that share its postal code', () => expect(place(bare('d', { postCodes: ['1'] }))).toMatchObject({ lat: 11, lon: 2, approximate: true }));
  it('else the middle of its EPCI', () => expect(place(bare('d', { postCodes: ['9'], epci: 'e' }))).toMatchObject({ lat: 14, lon: 3, approximate: true }));
  it('else the middle of its département', () => expect(place(bare('d', {}))).toMatchObject({ lat: 14, lon: 3, approximate: true }));
});

describe('a commune with a point', () => {
  it('keeps it and is not approximate', () => expect(placed([bare('a', {})], () => ({ lat: 1, lon: 2 }))[0]).toMatchObject({ lat: 1, lon: 2, approximate: false }));
});
