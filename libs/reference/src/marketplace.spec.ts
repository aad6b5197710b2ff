import { describe, expect, it, jest } from '@jest/globals';
import { commune } from './communes/communes.js';
import { AMOUNT_BRACKETS, bracketOfAmount } from './lists/marketplace.js';
import { findPerimeters, largePerimeters, perimeterLabel, perimeterOf } from './perimeters.js';
import { SECTOR_GROUPS, sectorOf } from './sectors.js';

describe('sectors', () => {
  it('are 154 in 20 groups, what fits nowhere else coming last [marche/SEC-01]', () => {
    const sectors = SECTOR_GROUPS.flatMap((group) => group.sectors);
    expect([SECTOR_GROUPS.length, sectors.length, new Set(sectors.map(({ code }) => code)).size]).toEqual([20, 154, 154]);
    for (const { sectors: list } of SECTOR_GROUPS) expect(list.map(({ label }) => label.startsWith('Autre ('))).toEqual(list.map((_, at) => at === list.length - 1));
    expect(sectorOf('blanchisserie')).toMatchObject({ label: 'Blanchisserie', group: { label: 'Entretien du linge' } });
  });
});

it('sectors are the official ones, group by group [marche/SEC-02]', () => {
  expect(Object.fromEntries(SECTOR_GROUPS.map(({ label, sectors }) => [label, sectors.length]))).toEqual({
    ...{ 'Agro-Alimentaire': 8, 'Ameublement, déco, textile & Artisanat': 10, 'Assistance générale et administrative': 6, 'Bâtiments et Travaux publics': 14 },
    ...{ 'Collecte & Traitement des déchets': 13, 'Communication, Marketing': 8, 'Culture, Divertissement et Tourisme': 9, 'Déménagements, Livraisons & Transports': 7 },
    ...{ 'Entretien du linge': 6, 'Espaces verts & extérieurs': 7, 'Hygiène et Propreté': 8, 'Médico-social': 1, 'Prestations informatiques': 8, 'Prestations intellectuelles': 4 },
    ...{ 'Recyclage, économie circulaire': 9, 'Réparations & Dépannages': 5, Restauration: 11, 'Sécurité & Préventions': 5, 'Services à la personne': 6, 'Sous-traitance industrielle': 9 },
  });
});

describe('places of the marketplace', () => {
  it('are 19 regions and 109 départements, with the eight collectivities overseas [marche/GEO-01]', () => {
    const places = largePerimeters();
    expect(['region', 'department', 'city'].map((kind) => places.filter((place) => place.kind === kind).length)).toEqual([19, 109, 0]);
    expect(places.filter((place) => place.kind === 'department' && place.region === 'R97').map(({ code }) => code)).toEqual(['975', '977', '978', '984', '986', '987', '988', '989']);
  });

  it('are large cities whole, with all their post codes [marche/GEO-03]', () => {
    const postCodes = (insee: string) => [...commune(insee)!.postCodes].sort();
    const districts = (first: number, count: number) => Array.from({ length: count }, (_, n) => String(first + n));
    expect(postCodes('75056')).toEqual(expect.arrayContaining(districts(75001, 20)));
    expect(postCodes('13055')).toEqual(expect.arrayContaining(districts(13001, 16)));
    expect(postCodes('69123')).toEqual(expect.arrayContaining(districts(69001, 9)));
  });

  it('have no district beyond the twentieth of Paris, the sixteenth of Marseille and the ninth of Lyon [marche/GEO-06]', () => {
    const last = (insee: string, prefix: string) => [...commune(insee)!.postCodes].filter((code) => code.startsWith(prefix)).sort().at(-1);
    expect([last('75056', '750'), last('13055', '130'), last('69123', '690')]).toEqual(['75020', '13016', '69009']);
  });

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

  it('are found by a later word of their name, and by nothing typed not at all', () => {
    expect(findPerimeters('bretagne')[0]).toMatchObject({ code: 'R53' });
    expect(findPerimeters('rochelle', 3).map(({ label }) => label)).toContain('La Rochelle (17)');
    expect(findPerimeters(' ')).toEqual([]);
  });

  it('are found without reading every name anew', () => {
    findPerimeters('saint');
    const reads = jest.spyOn(String.prototype, 'normalize');
    expect(findPerimeters('saint')).toHaveLength(10);
    expect(reads.mock.calls).toHaveLength(1);
    reads.mockRestore();
  });
});

describe('brackets of amounts', () => {
  it('are 14, each counting for its upper bound less one euro but for the last [marche/NEED-10]', () => {
    const bounds = [999, 4_999, 9_999, 14_999, 19_999, 29_999, 49_999, 99_999, 149_999, 249_999, 499_999, 749_999, 999_999, 1_000_000];
    expect(AMOUNT_BRACKETS.map(({ reference }) => reference)).toEqual(bounds);
    expect(bounds.map((amount) => AMOUNT_BRACKETS.indexOf(bracketOfAmount(amount)))).toEqual(bounds.map((_, at) => at));
    expect(bounds.slice(0, -2).map((amount) => AMOUNT_BRACKETS.indexOf(bracketOfAmount(amount + 1)))).toEqual(bounds.slice(0, -2).map((_, at) => at + 1));
    expect([999, 1000, 9_999, 10_000, 1_000_000, 5_000_000].map((amount) => bracketOfAmount(amount).code)).toEqual(['0-1K', '1-5K', '5-10K', '10-15K', '>1M', '>1M']);
  });
});
