import { describe, expect, it } from '@jest/globals';
import { commune, communeOfAddress, communes, communesAround, findCommunes } from './communes.js';

describe('communes', () => {
  it('are all there: 34,969 current communes, each with a département and a point', () => {
    expect(communes()).toHaveLength(34_969);
    expect(communes().filter(({ department, lat, lon }) => !department || !Number.isFinite(lat) || !Number.isFinite(lon))).toEqual([]);
  });

  it('have their own point for most of the population, and say when it is approximate', () => {
    const population = (list: readonly { population: number }[]) => list.reduce((sum, each) => sum + each.population, 0);
    expect(population(communes().filter(({ approximate }) => !approximate)) / population(communes())).toBeGreaterThan(0.75);
    expect(communes().some(({ approximate }) => approximate)).toBe(true);
  });

  it('are found by the beginning of their name, the most populated first, whatever the accents and dashes', () => {
    expect(findCommunes('strasb')[0]?.insee).toBe('67482');
    expect(findCommunes('SAINT DENIS').slice(0, 2).map(({ insee }) => insee)).toEqual(['97411', '93066']);
    expect(findCommunes('st-étienne')[0]?.name).toBe('Saint-Étienne');
    expect(findCommunes('besancon')[0]?.insee).toBe('25056');
  });

  it('are found by a later word of their name when nothing begins with it', () => {
    expect(findCommunes('abergement clem')[0]?.insee).toBe('01001');
  });

  it('are found in spite of a typing mistake', () => {
    expect(['grenobel', 'montpelier', 'strasbuorg'].map((typed) => findCommunes(typed)[0]?.insee)).toEqual(['38185', '34172', '67482']);
  });

  it('are found by postal code', () => {
    expect(findCommunes('67000').map(({ name }) => name)).toEqual(['Strasbourg']);
    expect(findCommunes('0140', 50).every(({ postCodes }) => postCodes.some((code) => code.startsWith('0140')))).toBe(true);
  });

  it('give nothing for an empty question and at most what is asked', () => {
    expect(findCommunes(' - ')).toEqual([]);
    expect(findCommunes('a', 7)).toHaveLength(7);
  });

  it('are found around a point, nearest first', () => {
    const around = communesAround(commune('67482')!, 15);
    expect(around[0]?.insee).toBe('67482');
    expect(around.map(({ name }) => name)).toContain('Schiltigheim');
    expect(around.every(({ distanceKm }) => distanceKm <= 15)).toBe(true);
  });

  it('are recognised in an address, cedex or not', () => {
    expect(communeOfAddress('67070', 'STRASBOURG CEDEX', '67')?.insee).toBe('67482');
    expect(communeOfAddress('67000', 'Quartier inconnu', '67')?.insee).toBe('67482');
  });

  it('answer fast enough to be asked at every key stroke', () => {
    findCommunes('x');
    const start = performance.now();
    for (let n = 0; n < 50; n++) findCommunes('saint mar');
    expect((performance.now() - start) / 50).toBeLessThan(20);
  });
});
