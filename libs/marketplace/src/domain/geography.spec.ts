import { describe, expect, it } from '@jest/globals';
import { perimeterOf } from '#reference';
import type { Activity } from '../contract.js';
import { isIn, isLocal, serves, servesLocally, type SupplierAddress } from './geography.js';

const at = (code: string) => perimeterOf(code)!;
const NANTES: SupplierAddress = { postCode: '44000', department: '44', region: 'R52', lat: 47.2382, lon: -1.5603 };
type Range = Pick<Activity, 'range' | 'distance' | 'zones'>;
const around = (distance: number): Range => ({ range: 'CUSTOM', distance, zones: [] });
const zones = (...codes: string[]): Range => ({ range: 'ZONES', distance: null, zones: codes });
const country: Range = { range: 'COUNTRY', distance: null, zones: [] };
/** Where the dossier's example looks for the supplier of Nantes. */
const [laRoche, nantes, loireAtlantique, vendee, paysDeLaLoire, maineEtLoire, angers, rennes] = ['85191', '44109', '44', '85', 'R52', '49', '49007', '35238'].map(at);

describe('where an activity is found', () => {
  it('within its distance, and at home whatever the distance [marche/GEO-14] [marche/GEO-10]', () => {
    const found = [laRoche, nantes, loireAtlantique, paysDeLaLoire].map((place) => serves(around(80), NANTES, place!));
    expect(found).toEqual([true, true, true, true]);
    expect([vendee, angers, rennes].map((place) => serves(around(60), NANTES, place!))).toEqual([false, false, false]);
    expect(serves(around(80), NANTES, vendee!)).toBe(false);
  });

  it('in its zones, what they hold, and at home [marche/GEO-14]', () => {
    expect([paysDeLaLoire, loireAtlantique, vendee, maineEtLoire, laRoche, angers].map((place) => serves(zones('R52'), NANTES, place!))).toEqual([true, true, true, true, true, true]);
    expect([vendee, laRoche, loireAtlantique, paysDeLaLoire, nantes].map((place) => serves(zones('85'), NANTES, place!))).toEqual([true, true, true, true, true]);
    expect(serves(zones('85'), NANTES, maineEtLoire!)).toBe(false);
  });

  it('never in a larger place for serving a smaller one inside it [marche/GEO-11]', () => {
    const LYON: SupplierAddress = { postCode: '69001', department: '69', region: 'R84', lat: 45.7685, lon: 4.8236 };
    const grenobleOnly = zones('38185');
    expect(serves(grenobleOnly, LYON, at('38185'))).toBe(true);
    expect(serves(grenobleOnly, LYON, at('38'))).toBe(false);
    expect(serves(grenobleOnly, LYON, at('R84'))).toBe(true);
  });

  it('never by distance without coordinates [marche/GEO-12]', () => {
    expect(serves(around(80), { ...NANTES, lat: null, lon: null }, laRoche!)).toBe(false);
    expect(serves(around(80), { ...NANTES, lat: null, lon: null }, nantes!)).toBe(true);
  });

  it('everywhere for the whole country, when that is not set apart [marche/MATCH-06]', () => {
    expect(serves(country, NANTES, angers!)).toBe(true);
    expect(servesLocally(country, NANTES, nantes!)).toBe(false);
  });

  it('by its address: a post code of the city, the département, the region', () => {
    expect([nantes, loireAtlantique, paysDeLaLoire, vendee, laRoche].map((place) => isIn(NANTES, place!))).toEqual([true, true, true, false, false]);
  });

  it('is local to its own city, by name, not to a neighbour of the same post code [marche/SRCH-15]', () => {
    const [grenoble, saintDenis, isere] = [at('38185')!, at('93066')!, at('38')!];
    const local = (city: string, department: string, place = grenoble) => isLocal({ city, department, region: null }, place);
    expect([local('GRENOBLE', '38'), local('Grenoble Cedex 9', '38'), local('Saint-Martin-d’Hères', '38')]).toEqual([true, true, false]);
    expect([local('SAINT DENIS', '93', saintDenis), local('Saint-Denis', '974', saintDenis)]).toEqual([true, false]);
    expect([local('Voiron', '38', isere), local('Lyon', '69', isere)]).toEqual([true, false]);
    expect([isLocal({ city: 'Lyon', department: '69', region: 'R84' }, at('R84')!), isLocal({ city: 'Nantes', department: '44', region: 'R52' }, at('R84')!)]).toEqual([true, false]);
  });
});
