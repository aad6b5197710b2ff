import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, derivedId, type Id, newId, SYSTEM } from '#kernel';
import { communesAround, commune, distanceKm, type Perimeter, perimeterOf, perimeterRegionOf } from '#reference';
import { testApp, type TestApp } from '#testing';
import { OrganisationsModule } from '../../libs/organisations/src/organisations.module.js';
import { Registrations } from '../../libs/organisations/src/application/registrations.js';
import { IdentityModule } from '../../libs/identity/src/identity.module.js';
import { SupplierDesk } from '../../libs/marketplace/src/application/supplier-desk.js';
import type { Activity, GeoRange, PrestaType } from '../../libs/marketplace/src/contract.js';
import { isIn, serves } from '../../libs/marketplace/src/domain/geography.js';
import { MarketplaceModule } from '../../libs/marketplace/src/marketplace.module.js';
import type { SupplierQuestion } from '../../libs/marketplace/src/projections/supplier-question.js';
import { PAGE_SIZE, SupplierSearch } from '../../libs/marketplace/src/projections/supplier-search.js';

const KINDS = ['ACI', 'EI', 'EA', 'ESAT', 'ETTI'];
const SECTORS = ['nettoyage-de-locaux', 'blanchisserie', 'traiteur'];
const SIZE = 160;
const at = (code: string) => perimeterOf(code)!;
const PLACES = ['67482', '68224', '67', '68', '88', 'R44', '57463'].map(at);

/** Repeatable, without a rule that a search could share by accident. */
const draw = (...parts: (string | number)[]) => parseInt(derivedId('supplier-search-spec', ...parts).slice(0, 8), 16) / 2 ** 32;
const pick = <T>(list: readonly T[], ...parts: (string | number)[]): T => list[Math.floor(draw(...parts) * list.length)]!;
const towns = communesAround(commune('67482')!, 150);
const HOME = commune('67482')!;

interface Fake {
  readonly id: Id;
  readonly kind: string;
  readonly name: string;
  readonly postCode: string;
  readonly department: string;
  readonly region: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly activities: readonly Omit<Activity, 'activityId'>[];
}
const activity = (n: number, m: number): Omit<Activity, 'activityId'> => {
  const range = pick<GeoRange>(['CUSTOM', 'CUSTOM', 'ZONES', 'ZONES', 'COUNTRY'], n, m, 'range');
  const prestaTypes = (['DISP', 'PREST', 'BUILD'] as PrestaType[]).filter((_, k) => k === m % 3 || draw(n, m, 'type', k) < 0.3);
  return { sector: pick(SECTORS, n, m, 'sector'), prestaTypes, range, distance: range === 'CUSTOM' ? 10 + Math.floor(draw(n, m, 'km') * 90) : null, zones: range === 'ZONES' ? [pick(PLACES, n, m, 'zone').code] : [] };
};
const fakes: readonly Fake[] = Array.from({ length: SIZE }, (_, n) => {
  const town = n % 16 === 1 ? HOME : pick(towns, n, 'town');
  const nowhere = n % 20 === 0;
  return {
    ...{ id: derivedId('fake supplier', n), kind: KINDS[n % KINDS.length]!, name: `Fournisseur imaginaire ${n}`, postCode: town.postCodes[0]!, department: town.department, region: perimeterRegionOf(town.department) },
    // Beside the middle of the town, never on it: who is at home is not at no distance by accident.
    ...{ lat: nowhere ? null : town.lat + draw(n, 'north') / 50 + 0.001, lon: nowhere ? null : town.lon + draw(n, 'east') / 50 },
    activities: Array.from({ length: Math.floor(draw(n, 'activities') * 4) }, (_unused, m) => activity(n, m)),
  };
});

/** Those who present themselves: one at home, and two others. */
const presented: readonly Id[] = [17, 40, 90].map((n) => fakes[n]!.id);

const some = (asked: readonly string[], given: readonly string[]) => asked.length === 0 || given.some((each) => asked.includes(each));
/** The same question, asked of the domain. */
const naive = ({ kinds, sectors, prestaTypes, perimeters, locations, distance, search }: SupplierQuestion): readonly Id[] => {
  const city = perimeters.find((place): place is Perimeter & { kind: 'city' } => place.kind === 'city')?.city;
  return fakes
    .filter((fake) => some(kinds, [fake.kind]) && (!search || fake.name.toLowerCase().includes(search)))
    .filter((fake) => locations.length === 0 || locations.some((place) => isIn(fake, place)))
    .filter(({ lat, lon }) => !distance || !city || (lat !== null && lon !== null && distanceKm(city, { lat, lon }) <= distance))
    .filter(
      (fake) =>
        (sectors.length === 0 && prestaTypes.length === 0 && perimeters.length === 0) ||
        fake.activities.some((each) => some(sectors, [each.sector]) && some(prestaTypes, each.prestaTypes) && (perimeters.length === 0 || perimeters.some((place) => serves(each, fake, place)))),
    )
    .map(({ id }) => id);
};

const supplierOf = (organisation: Id): Actor => ({ ...SYSTEM, role: 'supplier', organisation });
const asks = (given: Partial<SupplierQuestion> = {}): SupplierQuestion => ({ kinds: [], sectors: [], prestaTypes: [], perimeters: [], locations: [], distance: null, search: null, page: 1, ...given });
const questions: readonly SupplierQuestion[] = Array.from({ length: 120 }, (_, n) => {
  const maybe = <T>(chance: number, list: readonly T[], what: string): readonly T[] => (draw('q', n, what) < chance ? list.filter((_each, k) => draw('q', n, what, k) < 1.4 / list.length) : []);
  const distance = draw('q', n, 'near') < 0.2 ? 40 : null;
  return asks({ kinds: maybe(0.3, KINDS, 'kinds'), sectors: maybe(0.6, SECTORS, 'sectors'), prestaTypes: maybe(0.5, ['DISP', 'PREST', 'BUILD'], 'types'), perimeters: maybe(0.8, PLACES, 'places'), locations: maybe(0.2, PLACES, 'locations'), distance });
});

describe('the search of suppliers', () => {
  let app: TestApp;
  let search: SupplierSearch;
  beforeAll(async () => {
    app = await testApp({ modules: [IdentityModule, OrganisationsModule, MarketplaceModule] });
    for (const [n, { id, kind, name, postCode, department, lat, lon, activities }] of fakes.entries()) {
      const location = { address: '', postCode, city: 'Ville', insee: null, department, lat, lon };
      await app.get(Registrations).supplier({ id, siret: `000${String(n).padStart(11, '0')}`, kind, name, ...location }, { command: newId(), actor: SYSTEM });
      const words = { presentation: 'Une équipe imaginaire.', email: 'besoins@fictif.example', phone: null };
      if (presented.includes(id)) await app.get(SupplierDesk).present(id, words, { command: newId(), actor: supplierOf(id) });
      for (const each of activities) await app.get(SupplierDesk).setActivity(id, null, each, { command: newId(), actor: supplierOf(id) });
    }
    await app.settled();
    search = app.get(SupplierSearch);
  }, 90_000);
  afterAll(() => app?.close());

  const all = async (question: SupplierQuestion): Promise<readonly Id[]> => {
    const { total, items } = await search.find(question);
    const rest = total > items.length && items.length > 0 ? await all({ ...question, page: question.page + 1 }) : [];
    return [...items.map(({ id }) => id), ...rest];
  };

  it('finds exactly those whom one and the same activity makes answer, whatever is asked [marche/SRCH-10]', async () => {
    let found = 0;
    for (const question of questions) {
      const first = await search.find(question);
      const expected = naive(question);
      expect(first.total).toBe(expected.length);
      expect([...new Set(first.total > 0 ? await all(question).then((ids) => ids.slice(0, first.total)) : [])].sort()).toEqual([...expected].sort());
      found += expected.length;
    }
    expect(found).toBeGreaterThan(500);
  }, 60_000);

  it('finds a supplier without activity by name or address only [marche/ACT-06]', async () => {
    const idle = fakes.find(({ activities }) => activities.length === 0)!;
    expect(await all(asks({ search: idle.name.toLowerCase() }))).toContain(idle.id);
    expect(await all(asks({ locations: [at(idle.department)] }))).toContain(idle.id);
    expect(await all(asks({ perimeters: [at(idle.department)] }))).not.toContain(idle.id);
  });

  /** Those who present themselves, then the last changed: fakes are changed in their order. */
  const usual = (ids: readonly Id[]): readonly Id[] => {
    const rank = (id: Id) => (presented.includes(id) ? 0 : SIZE) - fakes.findIndex((fake) => fake.id === id);
    return [...ids].sort((one, other) => rank(one) - rank(other));
  };

  it('puts first those who present themselves, then the last changed [marche/SRCH-30]', async () => {
    const ids = (await all(asks())).slice(0, SIZE);
    expect(ids).toHaveLength(SIZE);
    expect(ids.slice(0, 3)).toEqual([...presented].reverse());
    expect(ids).toEqual(usual(ids));
  });

  it('puts the nearest first around one city, home counting for nothing, then the usual order [marche/SRCH-31]', async () => {
    const found = await search.find(asks({ perimeters: [at('67482')] }));
    const distances = found.items.map(({ distanceKm: km }) => km ?? Infinity);
    expect(distances).toEqual([...distances].sort((one, other) => one - other));
    const home = found.items.filter(({ postCode }) => HOME.postCodes.includes(postCode));
    expect(home.length).toBeGreaterThan(2);
    expect(home.map(({ distanceKm: km }) => km)).toEqual(home.map(() => 0));
    expect(home.map(({ id }) => id)).toEqual(usual(home.map(({ id }) => id)));
    for (const perimeters of [[at('67')], [at('67482'), at('68224')]]) {
      const { items } = await search.find(asks({ perimeters }));
      expect(items.every(({ distanceKm: km }) => km === null)).toBe(true);
      expect(items.map(({ id }) => id)).toEqual(usual(items.map(({ id }) => id)));
    }
  });

  it('keeps one order from page to page, so that everybody is shown, and once [marche/SRCH-33]', async () => {
    for (const question of [asks(), asks({ perimeters: [at('67482')] }), asks({ kinds: KINDS, prestaTypes: ['PREST'] }), asks({ search: 'fournisseur imaginaire' })]) {
      const ids = await all(question);
      expect(ids.length).toBeGreaterThan(2 * PAGE_SIZE);
      expect(new Set(ids).size).toBe(ids.length);
      expect(await all(question)).toEqual(ids);
    }
  });

  it('shows twenty a page, and how many there are on any page [marche/SRCH-01]', async () => {
    const pages = await Promise.all([1, 2, 8, 9].map((page) => search.find(asks({ page }))));
    expect(pages.map(({ items }) => items.length)).toEqual([PAGE_SIZE, PAGE_SIZE, PAGE_SIZE, 0]);
    expect(pages.map(({ total }) => total)).toEqual([SIZE, SIZE, SIZE, SIZE]);
  });
});
