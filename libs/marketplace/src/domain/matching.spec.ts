import { describe, expect, it } from '@jest/globals';
import { distanceKm, perimeterOf } from '#reference';
import { matches, type MatchableSupplier, type NeedToMatch } from './matching.js';

const at = (code: string) => perimeterOf(code)!;
const [TOULOUSE, ALBI] = [at('31555'), at('81004')];
/** The supplier of the dossier's example. */
const supplier: MatchableSupplier = {
  ...{ kind: 'EI', reachable: true, postCode: '31000', department: '31', region: 'R76', lat: 43.6047, lon: 1.4442 },
  activities: [
    { sector: 'blanchisserie', prestaTypes: ['PREST'], range: 'CUSTOM', distance: 50, zones: [] },
    { sector: 'nettoyage-de-locaux', prestaTypes: ['BUILD'], range: 'COUNTRY', distance: null, zones: [] },
  ],
};
const need = (given: Partial<NeedToMatch> = {}): NeedToMatch => ({
  ...{ sectors: [], prestaTypes: [], supplierKinds: [], distance: null, includeCountry: false, wholeFrance: false, location: TOULOUSE, perimeters: [TOULOUSE] },
  ...given,
});
const answers = (given: Partial<NeedToMatch>, who = supplier) => matches(need(given), who);

describe('who a need is for', () => {
  it('the laundry of Toulouse answers in Toulouse and not in Albi [marche/MATCH-09]', () => {
    const laundry = { sectors: ['blanchisserie'], prestaTypes: ['PREST'] } as const;
    expect(answers({ ...laundry, location: ALBI, perimeters: [ALBI] })).toBe(false);
    expect(answers(laundry)).toBe(true);
  });

  it('whoever works in the whole country comes only when asked, even at home [marche/MATCH-09] [marche/MATCH-04]', () => {
    expect(answers({ sectors: ['nettoyage-de-locaux'] })).toBe(false);
    expect(answers({ sectors: ['nettoyage-de-locaux'], includeCountry: true })).toBe(true);
    expect(answers({ sectors: ['nettoyage-de-locaux'], wholeFrance: true, location: null, perimeters: [] })).toBe(true);
    expect(answers({ sectors: ['nettoyage-de-locaux'], includeCountry: true, location: null, perimeters: [] })).toBe(true);
    expect(answers({ sectors: ['blanchisserie'], includeCountry: true, location: null, perimeters: [] })).toBe(false);
  });

  it('one and the same activity meets sector, service type and place [marche/MATCH-03]', () => {
    expect(answers({ sectors: ['blanchisserie'], prestaTypes: ['BUILD'] })).toBe(false);
    expect(answers({ sectors: ['blanchisserie', 'nettoyage-de-locaux'], prestaTypes: ['PREST'] })).toBe(true);
    expect(answers({ sectors: ['blanchisserie'], wholeFrance: true })).toBe(false);
  });

  it('an activity without service types fails as soon as one is asked [marche/MATCH-03]', () => {
    const silent = { ...supplier, activities: [{ ...supplier.activities[0]!, prestaTypes: [] }] };
    expect(answers({ sectors: ['blanchisserie'] }, silent)).toBe(true);
    expect(answers({ sectors: ['blanchisserie'], prestaTypes: ['PREST'] }, silent)).toBe(false);
  });

  it('a distance around the city replaces places and ranges, bound included [marche/MATCH-04] [marche/MATCH-10]', () => {
    const near = { sectors: ['blanchisserie'], location: ALBI, perimeters: [ALBI] };
    expect(answers({ ...near, distance: 100 })).toBe(true);
    expect(answers({ ...near, distance: 40 })).toBe(false);
    expect(answers({ ...near, distance: 100 }, { ...supplier, lat: null, lon: null })).toBe(false);
    // The very distance asked, then a hair further.
    const [north, further] = [0.9, 0.9000001].map((degrees) => ({ ...supplier, lat: supplier.lat! + degrees }));
    const home = { ...near, location: { ...TOULOUSE, city: { ...(TOULOUSE as typeof TOULOUSE & { kind: 'city' }).city, lat: supplier.lat!, lon: supplier.lon! } } as typeof TOULOUSE };
    const bound = distanceKm({ lat: north!.lat!, lon: north!.lon! }, { lat: supplier.lat!, lon: supplier.lon! });
    expect([answers({ ...home, distance: bound }, north), answers({ ...home, distance: bound }, further)]).toEqual([true, false]);
    const whole = { ...near, sectors: ['nettoyage-de-locaux'], distance: 10 };
    expect([answers(whole), answers({ ...whole, includeCountry: true })]).toEqual([false, true]);
  });

  it('a distance with a département is ignored [marche/MATCH-05]', () => {
    const tarn = { sectors: ['blanchisserie'], location: at('81'), perimeters: [at('81')], distance: 300 };
    expect(answers(tarn)).toBe(false);
    expect(answers({ ...tarn, location: at('31'), perimeters: [at('31')], distance: 1 })).toBe(true);
  });

  it('only suppliers with an address where needs are received, and of the kinds asked [marche/MATCH-01] [marche/MATCH-02]', () => {
    expect(answers({ sectors: ['blanchisserie'] }, { ...supplier, reachable: false })).toBe(false);
    expect([answers({ supplierKinds: ['EI'] }), answers({ supplierKinds: ['ESAT'] })]).toEqual([true, false]);
  });

  it('zones left empty match through the address only [marche/MATCH-10]', () => {
    const nowhere = { ...supplier, activities: [{ ...supplier.activities[0]!, range: 'ZONES' as const, distance: null, zones: [] }] };
    expect([answers({}, nowhere), answers({ location: ALBI, perimeters: [ALBI] }, nowhere)]).toEqual([true, false]);
  });

  it('without any place nothing is asked of the place [marche/MATCH-04]', () => {
    expect(answers({ sectors: ['blanchisserie'], location: null, perimeters: [] })).toBe(true);
  });
});
