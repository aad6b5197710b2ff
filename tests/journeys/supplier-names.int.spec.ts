import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { derivedId, newId, SYSTEM } from '#kernel';
import { communes, perimeterOf, searchKey } from '#reference';
import { testApp, type TestApp } from '#testing';
import { IdentityModule } from '../../libs/identity/src/identity.module.js';
import { MarketplaceModule } from '../../libs/marketplace/src/marketplace.module.js';
import type { SupplierQuestion } from '../../libs/marketplace/src/projections/supplier-question.js';
import { SupplierSearch } from '../../libs/marketplace/src/projections/supplier-search.js';
import { Trigrams } from '../../libs/reference/src/communes/trigrams.js';
import { Registrations } from '../../libs/organisations/src/application/registrations.js';
import { OrganisationsModule } from '../../libs/organisations/src/organisations.module.js';

const STRASBOURG = { address: '1 rue Imaginaire', postCode: '67000', city: 'Strasbourg', insee: '67482', department: '67', lat: 48.57, lon: 7.75 };
const BREST = { address: '1 rue Imaginaire', postCode: '29200', city: 'Brest', insee: '29019', department: '29', lat: 48.39, lon: -4.49 };
const NAMES = ['Blanchisserie imaginaire', 'Blanchisserie imaginaire des Quais', 'Potager fictif', 'Menuiserie rêvée', 'Agence 3000'];

describe('looking for a supplier by name', () => {
  let app: TestApp;
  const found = async (search: string, given: Partial<SupplierQuestion> = {}) => {
    const { items } = await app.get(SupplierSearch).find({ kinds: [], sectors: [], prestaTypes: [], perimeters: [], locations: [], distance: null, page: 1, ...given, search });
    return items.map(({ name }) => name);
  };

  beforeAll(async () => {
    app = await testApp({ modules: [IdentityModule, OrganisationsModule, MarketplaceModule] });
    const registrations = app.get(Registrations);
    const by = () => ({ command: newId(), actor: SYSTEM });
    for (const [n, name] of NAMES.entries()) {
      await registrations.supplier({ id: derivedId('named', name), siret: `000123000${String(n).padStart(5, '0')}`, kind: 'EA', name, ...(n === 0 ? BREST : STRASBOURG) }, by());
    }
    const company = { companyId: derivedId('named', 'brand'), siret: '00030009900011', kind: 'EI', name: 'Société coopérative du Vallon', brand: 'Mains Vertes', naf: '8130Z', source: 'asp' } as const;
    await registrations.company({ ...company, ...STRASBOURG }, by());
    await app.settled();
  }, 90_000);
  afterAll(() => app?.close());

  it.each([
    ['a wrong letter', 'blanchiserie imaginere', 'Blanchisserie imaginaire'],
    ['accents and capitals left out', 'MENUISERIE REVEE', 'Menuiserie rêvée'],
    ['a part of a word', 'potag', 'Potager fictif'],
    ['the brand', 'mains verte', 'Mains Vertes'],
    ['the legal name of a company known by its brand', 'cooperative vallon', 'Mains Vertes'],
  ])('finds it in spite of, or by, %s [marche/SRCH-20]', async (_what, typed, name) => {
    expect((await found(typed))[0]).toBe(name);
  });

  it('finds nobody whose name has too little in common [marche/SRCH-20]', async () => {
    expect(await found('zinguerie xylophone')).toEqual([]);
    expect(await found('potager')).toEqual(['Potager fictif']);
  });

  it('takes digits for the beginning of a SIRET, spaces aside, and still for a name [marche/SRCH-20]', async () => {
    expect(await found('000 123 000')).toHaveLength(NAMES.length);
    expect(await found('000 300 099')).toEqual(['Mains Vertes']);
    expect(await found('999 999 999')).toEqual([]);
    expect(await found('3000')).toEqual(['Agence 3000']);
  });

  it('puts the likest first, however far it is [marche/SRCH-32]', async () => {
    expect(await found('blanchisserie imaginaire')).toEqual(['Blanchisserie imaginaire', 'Blanchisserie imaginaire des Quais']);
    expect(await found('blanchisserie des quais')).toEqual(['Blanchisserie imaginaire des Quais', 'Blanchisserie imaginaire']);
  });

  it('counts likeness as that of places is counted', async () => {
    const keys = communes().filter((_, at) => at % 700 === 0).map(({ name }) => searchKey(name));
    const rows = await app.database.rows<{ at: number; likeness: number }>('select at::int - 1 as at, similarity(key, $2)::float8 as likeness from unnest($1::text[]) with ordinality k (key, at) where similarity(key, $2) > 0', [keys, 'saint martain en bresse']);
    const found = new Trigrams(keys).likest('saint martain en bresse', keys.length, 0, new Set());
    expect(found.length).toBeGreaterThan(10);
    expect(Object.fromEntries(found.map(({ at, likeness }) => [at, likeness.toFixed(5)]))).toEqual(Object.fromEntries(rows.map(({ at, likeness }) => [at, likeness.toFixed(5)])));
  });

  it('keeps to the other criteria', async () => {
    expect(await found('blanchisserie imaginaire', { locations: [perimeterOf('67')!] })).toEqual(['Blanchisserie imaginaire des Quais']);
  });
});
