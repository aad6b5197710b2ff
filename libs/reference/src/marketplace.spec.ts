import { describe, expect, it } from '@jest/globals';
import { AMOUNT_BRACKETS, bracketOfAmount } from './lists/marketplace.js';
import { findPerimeters, perimeterLabel, perimeterOf } from './perimeters.js';
import { SECTOR_GROUPS, sectorOf } from './sectors.js';

describe('sectors', () => {
  it('are 154 in 20 groups, what fits nowhere else coming last [marche/SEC-01]', () => {
    const sectors = SECTOR_GROUPS.flatMap((group) => group.sectors);
    expect([SECTOR_GROUPS.length, sectors.length, new Set(sectors.map(({ code }) => code)).size]).toEqual([20, 154, 154]);
    for (const { sectors: list } of SECTOR_GROUPS) expect(list.map(({ label }) => label.startsWith('Autre ('))).toEqual(list.map((_, at) => at === list.length - 1));
    expect(sectorOf('blanchisserie')).toMatchObject({ label: 'Blanchisserie', group: { label: 'Entretien du linge' } });
  });
});

describe('places of the marketplace', () => {
  it('have codes that tell regions from départements [marche/GEO-02]', () => {
    expect(['R84', '38', '38185', 'R02', '02', '2A'].map((code) => perimeterOf(code)?.kind)).toEqual(['region', 'department', 'city', 'region', 'department', 'department']);
    expect(['84000', 'R99', '', 'FR'].map(perimeterOf)).toEqual([null, null, null, null]);
  });

  it('hold the collectivities overseas in one region [marche/GEO-07]', () => {
    expect(perimeterOf('975')).toMatchObject({ kind: 'department', region: 'R97' });
    expect(perimeterOf('R975')).toBeNull();
  });

  it('are called so that nobody takes a région for a département [marche/GEO-04]', () => {
    expect(['R02', '972', '38185'].map((code) => perimeterLabel(perimeterOf(code)!))).toEqual(['Martinique (région)', 'Martinique', 'Grenoble (38)']);
  });

  it('are found by digits as post codes are read [marche/GEO-05]', () => {
    const found = (digits: string) => findPerimeters(digits, 20).map(({ label }) => label);
    expect(found('7500')).toContain('Paris (75)');
    expect(found('7501')).not.toContain('Paris (75)');
    expect(found('75014')).toEqual(['Paris (75)']);
    expect(found('38')[0]).toBe('Isère');
  });

  it('are found by name, exact ones first', () => {
    expect(findPerimeters('bretagne')[0]).toMatchObject({ code: 'R53' });
    expect(findPerimeters('grenoble')[0]).toMatchObject({ code: '38185' });
    expect(findPerimeters(' ')).toEqual([]);
  });
});

describe('brackets of amounts', () => {
  it('are 14, each counting for its upper bound less one euro but for the last [marche/NEED-10]', () => {
    expect(AMOUNT_BRACKETS).toHaveLength(14);
    expect([999, 1000, 9_999, 10_000, 1_000_000, 5_000_000].map((amount) => bracketOfAmount(amount).code)).toEqual(['0-1K', '1-5K', '5-10K', '10-15K', '>1M', '>1M']);
  });
});
