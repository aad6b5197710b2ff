import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Commune, communes } from './communes/communes.js';
import { searchKey } from './communes/text.js';
import { findPerimeters, type Perimeter } from './perimeters.js';

const labels = (search: string, limit = 10) => findPerimeters(search, limit).map(({ label }) => label);
const cityCodes = (search: string, limit = 20_000) => findPerimeters(search, limit).flatMap((place) => (place.kind === 'city' ? [place.city.postCodes] : []));
const nameOf = (place: Perimeter) => searchKey(place.kind === 'city' ? place.city.name : place.label);
const rank = { region: 0, department: 1, city: 2 };

describe('places looked for by name', () => {
  it.each([
    ['grenobel', 'Grenoble (38)'],
    ['strasbour', 'Strasbourg (67)'],
    ['strasbuorg', 'Strasbourg (67)'],
    ['montpelier', 'Montpellier (34)'],
    ['MARSEILE', 'Marseille (13)'],
    ['saint ettienne', 'Saint-Étienne (42)'],
    ['bessancon', 'Besançon (25)'],
    ['la rochele', 'La Rochelle (17)'],
    ['bretange', 'Bretagne'],
    ['haute garone', 'Haute-Garonne'],
  ])('are found in spite of a mistake: %s [marche/GEO-05]', (typed, label) => {
    expect(labels(typed)[0]).toBe(label);
  });

  it('are found without hyphens, accents or capitals, the most populated of one name first [marche/GEO-05]', () => {
    expect(labels('saint denis', 2)).toEqual(['Saint-Denis (974)', 'Saint-Denis (93)']);
    expect(labels('SAINT-ÉTIENNE')[0]).toBe(labels('saint etienne')[0]);
  });

  it('come before those only called something like it when their name is what was typed, or begins so [marche/GEO-05]', () => {
    expect(labels('paris', 2)).toEqual(['Paris', 'Paris (75)']);
    for (const typed of ['grenoble', 'valenc', 'tour']) {
      const kinds = findPerimeters(typed, 20).map((place) => (nameOf(place) === typed ? 0 : nameOf(place).startsWith(typed) ? 1 : nameOf(place).includes(` ${typed}`) ? 2 : 3));
      expect(kinds).toEqual([...kinds].sort());
    }
  });

  it('are as many as asked at most, and none when nothing is like it [marche/GEO-05]', () => {
    expect(labels('grenobel', 7)).toHaveLength(7);
    expect(labels('%%')).toEqual([]);
    expect(labels('xqzwk')).toEqual([]);
  });

  it('are each found first by their own name, among those of the same name the largest first', () => {
    const some = fc.nat({ max: communes().length - 1 }).map((at): Commune => communes()[at]!);
    fc.assert(
      fc.property(some, (city) => {
        const same = communes().filter(({ name }) => searchKey(name) === searchKey(city.name));
        const found = findPerimeters(city.name, same.length + 2);
        const cities = found.flatMap((place) => (place.kind === 'city' ? [place.city] : []));
        expect(cities.slice(0, same.length)).toEqual(same);
        const equals = found.filter((place) => nameOf(place) === searchKey(city.name)).map(({ kind }) => rank[kind]);
        expect(equals).toEqual([...equals].sort());
      }),
      { numRuns: 60 },
    );
  });

  it('are among the ten proposed when a letter of a large city is left out', () => {
    const large = communes().slice(0, 200).filter(({ name }) => name.length > 6);
    const missed = large.filter(({ name, insee }) => !findPerimeters(name.slice(0, 3) + name.slice(4)).some(({ code }) => code === insee));
    expect(missed.map(({ name }) => name)).toEqual([]);
  });
});

describe('places looked for by digits', () => {
  it('are, for five, the cities that have this post code among theirs [marche/GEO-05]', () => {
    expect(labels('75014')).toEqual(['Paris (75)']);
    expect(labels('75001')).toEqual(['Paris (75)']);
    expect(cityCodes('38000').every((codes) => codes.includes('38000'))).toBe(true);
    expect(labels('38999')).toEqual([]);
  });

  it('are, for two, the département then the cities whose first post code begins so [marche/GEO-05]', () => {
    expect(labels('38')[0]).toBe('Isère');
    expect(findPerimeters('20', 500).map(({ kind }) => kind)).not.toContain('department');
    const cities = cityCodes('38');
    expect(cities.length).toBe(communes().filter(({ postCodes }) => postCodes[0]?.startsWith('38')).length);
    expect(cities.map(([first]) => first!.slice(0, 2))).toEqual(cities.map(() => '38'));
  });

  it.each(['7', '380', '7500', '381000'])('are, for another number of digits, the cities whose first post code begins so: %s [marche/GEO-05]', (digits) => {
    const expected = communes().filter(({ postCodes }) => postCodes[0]?.startsWith(digits));
    expect(cityCodes(digits).length).toBe(expected.length);
    expect(findPerimeters(digits, 20_000).filter(({ kind }) => kind !== 'city')).toEqual([]);
  });

  it('do not count a post code that is not the first, but for five digits [marche/GEO-05]', () => {
    expect(labels('7500')).toEqual(['Paris (75)']);
    expect(labels('7501')).toEqual([]);
  });

  it('come in the order of these codes [marche/GEO-05]', () => {
    const firsts = cityCodes('69').map(([first]) => first!);
    expect(firsts.length).toBeGreaterThan(100);
    expect(firsts).toEqual([...firsts].sort());
  });
});
