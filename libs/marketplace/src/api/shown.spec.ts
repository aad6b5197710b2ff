import { describe, expect, it } from '@jest/globals';
import { perimeterOf, SECTOR_GROUPS, sectorOf } from '#reference';
import type { Activity } from '../contract.js';
import { criteria, id } from '../domain/fixtures/needs.js';
import { coverage } from '../projections/coverage.js';
import type { SupplierFound } from '../projections/supplier-question.js';
import { activityView } from './activity.view.js';
import { crowdOf, placeLabel } from './open-facts.js';
import { services } from './services.js';
import { supplierHit } from './supplier-hit.js';

const STRASBOURG = { postCode: '67000', department: '67', region: 'R44', lat: 48.57, lon: 7.75 };
const activity = (given: Partial<Activity>): Activity => ({ activityId: id('activity'), sector: 'nettoyage-de-locaux', prestaTypes: ['PREST'], range: 'COUNTRY', distance: null, zones: [], ...given });
const range = (given: Partial<Activity>) => activityView(activity(given), 'Colmar').map(({ rangeLabel }) => rangeLabel);

describe('what screens read', () => {
  it('the range of an activity is the country, a distance around its address, or places [marche/ACT-02]', () => {
    expect(range({})).toEqual(['France entière']);
    expect(range({ range: 'CUSTOM', distance: 50 })).toEqual(['50 km autour de Colmar']);
    expect(range({ range: 'ZONES', zones: ['R44', '67', '68066'] })).toEqual([['R44', '67', '68066'].map((code) => placeLabel({ wholeFrance: false, place: code, criteria: null })).join(', ')]);
  });

  it('the place of a need is the country, else its own, else those of the matching [marche/NEED-30]', () => {
    const matching = { ...criteria, perimeters: ['68066', '67'] };
    expect(placeLabel({ wholeFrance: true, place: '67482', criteria: matching })).toBe('France entière');
    expect(placeLabel({ wholeFrance: false, place: '67482', criteria: matching })).toBe('Strasbourg (67)');
    expect(placeLabel({ wholeFrance: false, place: null, criteria: matching })).toBe('Colmar (68), Bas-Rhin');
  });

  it('the services of a supplier are those of its activities, none without them [marche/SUP-02]', () => {
    expect(services('EA', [])).toEqual([]);
    expect(services('EI', ['BUILD', 'DISP', 'PREST'])).toEqual(['Mise à disposition – Intérim', 'Prestation de service', 'Fabrication et commercialisation de biens']);
    const { prestaTypes } = coverage({ ...STRASBOURG, activities: [activity({ prestaTypes: ['BUILD'] }), activity({ prestaTypes: ['PREST', 'BUILD'] })] });
    expect(services('ESAT', prestaTypes)).toEqual(['Prestation de service', 'Fabrication et commercialisation de biens']);
  });

  it('a temporary work agency and an intermediary association do one thing, whatever their activities say [marche/SUP-03]', () => {
    for (const prestaTypes of [[], ['PREST', 'BUILD']]) expect([services('ETTI', prestaTypes), services('AI', prestaTypes)]).toEqual([['Intérim'], ['Mise à disposition du personnel']]);
    for (const kind of ['ACI', 'EI', 'EITI', 'GEIQ', 'EA', 'EATT', 'ESAT', 'SEP']) expect(services(kind, ['PREST'])).toEqual(['Prestation de service']);
  });

  it('how many were interested is told from five on [marche/VIS-08]', () => {
    expect([0, 4, 5, 12].map((interested) => crowdOf({ interested }))).toEqual([null, null, 5, 12]);
  });

  it('a supplier of two sectors of a group does one sort of thing, not two [marche/ACT-05]', () => {
    const [cleaning, laundry] = ['nettoyage-de-locaux', 'blanchisserie'].map((code) => sectorOf(code)!);
    const sibling = SECTOR_GROUPS.find(({ code }) => code === cleaning!.group.code)!.sectors.find(({ code }) => code !== cleaning!.code)!;
    const nowhere = { lat: null, lon: null, distanceKm: null };
    const found: SupplierFound = { id: id('cleaner'), name: 'Atelier imaginaire', kind: 'EA', city: 'Colmar', postCode: '68000', department: '68', region: 'R44', ...nowhere, excerpt: null, prestaTypes: [], sectors: [] };
    const groups = (sectors: readonly string[]) => supplierHit({ ...found, sectors }, perimeterOf('67')!).sectorGroups;
    expect(groups([cleaning!.code, sibling.code])).toEqual([cleaning!.group.label]);
    expect(groups([cleaning!.code, sibling.code, laundry!.code])).toHaveLength(new Set([cleaning!.group.label, laundry!.group.label]).size);
  });
});
