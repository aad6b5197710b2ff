import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Names } from './names.js';
import { Trigrams, trigramsOf } from './trigrams.js';

const key = fc.stringMatching(/^[abc]{1,5}( [abc]{1,4})?$/);
const likeness = (one: string, other: string): number => {
  const [mine, theirs] = [trigramsOf(one), trigramsOf(other)];
  return [...mine].filter((trigram) => theirs.has(trigram)).length / new Set([...mine, ...theirs]).size;
};

describe('likeness of names', () => {
  it('is what PostgreSQL calls similarity', () => {
    expect([...trigramsOf('la cat')]).toEqual(['  l', ' la', 'la ', '  c', ' ca', 'cat', 'at ']);
    expect(new Trigrams(['grenoble']).likest('grenobel', 1, 0, new Set())).toEqual([{ at: 0, likeness: 0.5 }]);
  });

  it('finds what comparing with every name finds, the likest first and equals in their order', () => {
    fc.assert(
      fc.property(fc.array(key, { maxLength: 30 }), key, fc.integer({ min: 1, max: 8 }), fc.constantFrom(0, 0.1, 0.4), (keys, text, limit, over) => {
        const but = new Set(keys.flatMap((_, at) => (at % 5 === 0 ? [at] : [])));
        const all = keys.map((other, at) => ({ at, likeness: likeness(text, other) })).filter((found) => found.likeness > over && !but.has(found.at));
        expect(new Trigrams(keys).likest(text, limit, over, but)).toEqual(all.sort((a, b) => b.likeness - a.likeness || a.at - b.at).slice(0, limit));
      }),
    );
  });

  it('is enough above one tenth [marche/GEO-05]', () => {
    const found = (name: string) => new Names([name]).find('abc', 5).length;
    // One trigram in nine, then one in ten.
    expect([found('axyzw'), found('axyzwv')]).toEqual([1, 0]);
  });
});
