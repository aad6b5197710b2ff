import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { addDays, dayOf, derivedId, EventStore, type Id, newId, SYSTEM } from '#kernel';
import { Worker } from '../../libs/kernel/src/runtime/worker.js';
import { createApp } from '../../apps/platform/src/app.js';
import { readConfig } from '../../apps/platform/src/config.js';
import { Accounts } from '../../libs/identity/src/application/accounts.js';
import { IdentityModule } from '../../libs/identity/src/identity.module.js';
import { MarketplaceModule } from '../../libs/marketplace/src/marketplace.module.js';
import { SupplierDirectory } from '../../libs/marketplace/src/projections/supplier-directory.js';
import { OrganisationsModule } from '../../libs/organisations/src/organisations.module.js';
import type { CompanyKind } from '../../libs/organisations/src/contract.js';
import { MembersService } from '../../libs/organisations/src/application/members.js';
import { Registrations } from '../../libs/organisations/src/application/registrations.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';

// What a screen gets is whatever the query asked for.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Shown = any;
type Who = 'buyer' | 'otherBuyer' | 'staff' | 'cleaner' | 'laundry' | 'workshop' | 'opcs';

const STRASBOURG = { address: '1 rue Imaginaire', postCode: '67000', city: 'Strasbourg', insee: '67482', department: '67', lat: 48.57, lon: 7.75 };
const LYON = { address: '2 rue Imaginaire', postCode: '69001', city: 'Lyon', insee: '69123', department: '69', lat: 45.77, lon: 4.83 };
const PASSWORD = 'mot-de-passe-fictif';
const NEED = `id status statusLabel kindLabel title description actions behind contactHidden contact { name email phone company link } buyer { name } amount { label }
  counts { matched interested declined } placeLabel sectors { code } moderation questions mine { status answers { question answer } supplierSaid { answer amount } }
  transaction { signed source amount bracket { code } supplier { name } }`;

describe('the marketplace, as the screens ask for it', () => {
  let database: FreshDatabase;
  let app: NestFastifyApplication;
  const cookies = new Map<Who, string>();
  // Others than the last time: whoever is erased stays so.
  const run = newId();
  const id = (name: string): Id => derivedId('marketplace-journey', run, name);
  const today = dayOf(Date.now());

  const request = async (who: Who | null, query: string, variables: object = {}) => {
    const session = who ? cookies.get(who) : undefined;
    return app.getHttpAdapter().getInstance().inject({ method: 'POST', url: '/graphql', payload: { query, variables }, cookies: session ? { session } : {} });
  };
  const ask = async (who: Who | null, query: string, variables: object = {}): Promise<Shown> => {
    const answer = (await request(who, query, variables)).json() as { data: Shown; errors?: readonly object[] };
    expect(answer.errors ?? []).toEqual([]);
    return answer.data;
  };
  const refusal = async (who: Who | null, query: string, variables: object = {}): Promise<{ readonly code: string; readonly fields?: readonly { readonly field: string; readonly code: string }[] }> =>
    ((await request(who, query, variables)).json() as Shown).errors?.[0]?.extensions;
  const TYPES: Readonly<Record<string, string>> = { id: 'ID', command: 'ID!', answers: '[String!]', reason: 'String!', message: 'String!' };
  const mutation = (name: string, args: Readonly<Record<string, string>>, fields = NEED) =>
    `mutation (${Object.entries(args).map(([arg, type]) => `$${arg}: ${type}`).join(', ')}) { ${name}(${Object.keys(args).map((arg) => `${arg}: $${arg}`).join(', ')}) { ${fields} } }`;
  const written = (name: string, variables: object, inputType?: string, fields?: string): [string, object] => {
    const all = { command: newId(), ...variables };
    const types = Object.fromEntries(Object.keys(all).map((arg) => [arg, arg === 'input' ? `${inputType}!` : arg === 'id' && !['saveNeed', 'publishNeed', 'setActivity'].includes(name) ? 'ID!' : TYPES[arg]!]));
    return [mutation(name, types, fields), all];
  };
  const act = async (who: Who, name: string, variables: object, inputType?: string, fields?: string): Promise<Shown> => (await ask(who, ...written(name, variables, inputType, fields)))[name];
  const refused = (who: Who, name: string, variables: object, inputType?: string) => refusal(who, ...written(name, variables, inputType));
  const needAs = async (who: Who, needId: Id): Promise<Shown> => (await ask(who, `query ($id: ID!) { need(id: $id) { ${NEED} } }`, { id: needId })).need;

  const member = async (who: Who, type: 'buyer' | 'supplier' | 'company', kind: string, location: typeof LYON) => {
    const context = () => ({ command: newId(), actor: SYSTEM });
    const [registrations, organisationId] = [app.get(Registrations, { strict: false }), id(who)];
    const siret = `000${String([...who].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 10 ** 11).padStart(11, '0')}`;
    const name = `Organisation Fictive ${who}`;
    if (type === 'company') await registrations.company({ companyId: organisationId, siret, kind: kind as CompanyKind, name, brand: '', naf: '', source: 'import', ...location }, context());
    else await registrations[type]({ id: organisationId, siret, kind, name, ...location }, context());
    await account(who, 'professional');
    await app.get(MembersService, { strict: false }).join({ type, id: organisationId }, id(`account ${who}`), context(), true);
  };
  const account = (who: Who, kind: 'professional' | 'staff') =>
    app.get(Accounts, { strict: false }).openAccount({ accountId: id(`account ${who}`), kind, email: `${who.toLowerCase()}@fictif.example`, password: PASSWORD, firstName: 'Personne', lastName: who });
  const signIn = async (who: Who) => {
    const response = await request(null, 'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { role } }', { email: `${who.toLowerCase()}@fictif.example`, password: PASSWORD });
    cookies.set(who, response.cookies.find(({ name }) => name === 'session')!.value);
  };

  const offers = async (who: Who, sector: string, range: object) => {
    await act(who, 'setOffer', { input: { presentation: 'Une équipe imaginaire.', email: `besoins-${who.toLowerCase()}@fictif.example`, phone: '0100000000' } }, 'OfferInput', 'id');
    return act(who, 'setActivity', { input: { sector, prestaTypes: ['PREST'], ...range } }, 'ActivityInput', 'id activities { id rangeLabel sector { label } }');
  };
  const form = (given: object = {}) => ({
    ...{ kind: 'QUOTE', title: 'Nettoyage de bureaux imaginaires', description: 'Deux fois par semaine.', place: '67482', deadline: addDays(today, 20) },
    ...{ amount: '5-10K', responseKinds: ['EMAIL'], email: 'achats@fictif.example', questions: ['Sous quel délai ?'], ...given },
  });
  const CRITERIA = { sectors: ['nettoyage-de-locaux'], prestaTypes: ['PREST'], perimeters: ['67482'] };

  beforeAll(async () => {
    database = await freshDatabase();
    const config = readConfig({ DATABASE_URL: database.url, MASTER_KEY: Buffer.alloc(32, 7).toString('base64'), LOG_LEVEL: 'silent', NODE_ENV: 'test' });
    app = await createApp(config, { modules: [IdentityModule, OrganisationsModule, MarketplaceModule] });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    await member('buyer', 'buyer', 'LOCAL_AUTHORITY', STRASBOURG);
    await member('otherBuyer', 'buyer', 'COMPANY', LYON);
    await member('cleaner', 'supplier', 'EA', STRASBOURG);
    await member('laundry', 'supplier', 'ESAT', STRASBOURG);
    await member('workshop', 'company', 'ACI', LYON);
    await member('opcs', 'company', 'OPCS', STRASBOURG);
    await account('staff', 'staff');
    await app.get(Worker, { strict: false }).settled(30_000);
    for (const who of ['buyer', 'otherBuyer', 'cleaner', 'laundry', 'workshop', 'opcs', 'staff'] as const) await signIn(who);
  }, 90_000);
  afterAll(async () => {
    await app?.close();
    await database.drop();
  });

  it('lets suppliers say what they do, and anybody find them [marche/SRCH-13]', async () => {
    const cleaner = await offers('cleaner', 'nettoyage-de-locaux', { range: 'CUSTOM', distance: 50 });
    expect(cleaner.activities).toMatchObject([{ rangeLabel: '50 km autour de Strasbourg', sector: { label: 'Nettoyage de locaux' } }]);
    await offers('laundry', 'blanchisserie', { range: 'ZONES', zones: ['R44'] });
    await offers('workshop', 'nettoyage-de-locaux', { range: 'ZONES', zones: ['69'] });
    const search = async (filter: object): Promise<Shown> =>
      (await ask(null, 'query ($filter: SupplierFilter) { suppliers(filter: $filter) { total warnings items { name kind services local distanceKm } } }', { filter })).suppliers;
    expect((await search({})).total).toBe(3);
    expect((await search({ sectors: ['nettoyage-de-locaux'], perimeters: ['67482'] })).items).toMatchObject([{ name: 'Organisation Fictive cleaner', services: ['Prestation de service'], local: true, distanceKm: 0 }]);
    expect((await search({ kinds: ['ACI'] })).items).toMatchObject([{ name: 'Organisation Fictive workshop' }]);
    expect(await search({ perimeters: ['nulle-part'] })).toMatchObject({ total: 3, warnings: [expect.stringContaining('n’existe pas')] });
  });

  it('leaves out the kind of company that is never a supplier [marche/SUP-01]', async () => {
    const offer = { presentation: 'Une équipe imaginaire.', email: 'besoins-opcs@fictif.example' };
    expect(await refusal('opcs', ...written('setOffer', { input: offer }, 'OfferInput', 'id'))).toMatchObject({ code: 'marketplace/unknown-supplier' });
    const activity = { sector: 'nettoyage-de-locaux', prestaTypes: ['PREST'], range: 'COUNTRY' };
    expect(await refusal('opcs', ...written('setActivity', { input: activity }, 'ActivityInput', 'id'))).toMatchObject({ code: 'marketplace/unknown-supplier' });
    const SHOWN = `query ($id: ID!) { supplier(id: $id) { id } myOffer { id } marketplaceLabels { supplierKinds { code } }
      byName: suppliers(filter: { search: "organisation fictive opcs" }) { items { name } } byKind: suppliers(filter: { kinds: ["OPCS"] }) { total warnings } }`;
    const { supplier, myOffer, marketplaceLabels, byName, byKind } = await ask('opcs', SHOWN, { id: id('opcs') });
    expect([supplier, myOffer]).toEqual([null, null]);
    expect(marketplaceLabels.supplierKinds).not.toContainEqual({ code: 'OPCS' });
    expect(byName.items).not.toContainEqual({ name: 'Organisation Fictive opcs' });
    expect(byKind).toMatchObject({ total: 3, warnings: [expect.stringContaining('type de fournisseur')] });
  });

  it('keeps named contacts for buyers', async () => {
    const contact = async (who: Who | null): Promise<Shown> => (await ask(who, 'query ($id: ID!) { supplier(id: $id) { contactHidden contact { name email phone } } }', { id: id('cleaner') })).supplier;
    expect(await contact(null)).toEqual({ contactHidden: 'sign-in', contact: null });
    expect(await contact('laundry')).toEqual({ contactHidden: 'buyers-only', contact: null });
    expect(await contact('buyer')).toEqual({ contactHidden: null, contact: { name: 'Personne cleaner', email: 'besoins-cleaner@fictif.example', phone: '0100000000' } });
  });

  it('gives the results of a search as a file, to signed-in people and without contacts [marche/SRCH-40]', async () => {
    const FILE = 'query ($filter: SupplierFilter) { suppliersFile(filter: $filter) { total limit items { name kind siret address postCode city services sectors } } }';
    const filter = { sectors: ['nettoyage-de-locaux'] };
    const { suppliersFile } = await ask('cleaner', FILE, { filter });
    expect(suppliersFile).toMatchObject({ total: 2, limit: 1000 });
    expect(suppliersFile.items.map((s: Shown) => [s.name, s.city, s.sectors])).toContainEqual(['Organisation Fictive cleaner', 'Strasbourg', ['Nettoyage de locaux']]);
    expect((await refusal(null, FILE, { filter })).code).toBe('platform/sign-in-required');
    const { __type: line } = await ask('cleaner', '{ __type(name: "SupplierLine") { fields { name } } }');
    expect(line.fields.map((field: Shown) => field.name).sort()).toEqual(['address', 'city', 'kind', 'kindLabel', 'name', 'postCode', 'sectors', 'services', 'siret']);
  });

  it('names the places of an address, overseas included, and begins presentations in the list', async () => {
    const { perimetersByCode } = await ask(null, '{ perimetersByCode(codes: ["R97", "38185", "R99"]) { label } }');
    expect(perimetersByCode.map((p: Shown) => p.label)).toEqual(["Collectivités d'outre-mer (région)", 'Grenoble (38)']);
    const { suppliers } = await ask(null, '{ suppliers(filter: { sectors: ["blanchisserie"] }) { items { excerpt } } }');
    expect(suppliers.items).toEqual([{ excerpt: 'Une équipe imaginaire.' }]);
  });

  it('takes a supplier out of the directory, and puts it back [marche/SUP-11] [marche/SUP-93]', async () => {
    const list = (name: 'delistSupplier' | 'relistSupplier') => written(name, { id: id('laundry') }, undefined, 'id delisted behind');
    const SEEN = `query ($id: ID!) { supplier(id: $id) { name delisted contact { email } } suppliers(filter: { sectors: ["blanchisserie"] }) { total }
      everybody: suppliers { total } byName: suppliers(filter: { search: "organisation fictive laundry" }) { items { name } } }`;
    const seen = async (who: Who | null): Promise<Shown> => ask(who, SEEN, { id: id('laundry') });
    const directory = app.get(SupplierDirectory, { strict: false });
    const criteria = { sectors: ['blanchisserie'], supplierKinds: [], distance: null, includeCountry: false, prestaTypes: [], perimeters: [] };
    const matched = async () => (await directory.matching({ criteria, wholeFrance: false, place: null })).length;
    expect(await seen('buyer')).toMatchObject({ supplier: { contact: { email: 'besoins-laundry@fictif.example' } }, suppliers: { total: 1 }, everybody: { total: 3 } });
    expect(await matched()).toBe(1);
    for (const who of ['buyer', 'laundry', null] as const) expect((await refusal(who, ...list('delistSupplier'))).code).toMatch(/^platform\//);

    expect((await ask('staff', ...list('delistSupplier'))).delistSupplier).toEqual({ id: id('laundry'), delisted: true, behind: false });
    for (const who of ['buyer', 'cleaner', null] as const) {
      const { supplier, suppliers, everybody, byName } = await seen(who);
      expect([supplier, suppliers.total, everybody.total]).toEqual([null, 0, 2]);
      expect(byName.items).not.toContainEqual({ name: 'Organisation Fictive laundry' });
    }
    for (const who of ['staff', 'laundry'] as const) expect((await seen(who)).supplier).toMatchObject({ name: 'Organisation Fictive laundry', delisted: true });
    expect(await matched()).toBe(0);
    expect([await directory.reachable(id('laundry')), await directory.place(id('laundry'))]).toEqual([null, null]);

    expect((await ask('staff', ...list('relistSupplier'))).relistSupplier).toMatchObject({ delisted: false });
    expect(await seen(null)).toMatchObject({ supplier: { delisted: false }, suppliers: { total: 1 }, everybody: { total: 3 } });
    expect(await refusal('staff', ...written('delistSupplier', { id: id('nobody') }, undefined, 'id'))).toMatchObject({ code: 'marketplace/unknown-supplier' });
  });

  it('goes from a need to a contract that both sides tell [marche/SRCH-14] [marche/VIS-10]', async () => {
    const draft = await act('buyer', 'saveNeed', { input: form({ title: 'Un brouillon' }) }, 'NeedInput');
    expect(draft).toMatchObject({ status: 'draft', behind: false, actions: ['saveNeed', 'publishNeed'] });
    const need = await act('buyer', 'publishNeed', { id: draft.id, input: form() }, 'NeedInput');
    expect(need).toMatchObject({ id: draft.id, status: 'submitted', title: 'Nettoyage de bureaux imaginaires', placeLabel: 'Strasbourg (67)', contact: { email: 'achats@fictif.example', name: 'Personne buyer' } });
    expect(await needAs('cleaner', need.id)).toBeNull();
    expect(await needAs('otherBuyer', need.id)).toBeNull();
    expect(await refused('buyer', 'saveNeed', { id: need.id, input: form() }, 'NeedInput')).toMatchObject({ code: 'marketplace/already-done' });

    expect(await refused('staff', 'validateNeed', { id: need.id })).toMatchObject({ code: 'marketplace/sectors-missing' });
    const preview = await ask('staff', 'query ($id: ID!, $input: QualifyInput!) { needMatches(id: $id, input: $input) { total sample { name } } }', { id: need.id, input: CRITERIA });
    expect(preview.needMatches).toEqual({ total: 1, sample: [{ name: 'Organisation Fictive cleaner' }] });
    expect(await act('staff', 'matchNeed', { id: need.id, input: CRITERIA }, 'QualifyInput')).toMatchObject({ counts: { matched: 1, interested: 0 } });
    expect(await needAs('cleaner', need.id)).toBeNull();
    expect(await act('staff', 'validateNeed', { id: need.id })).toMatchObject({ status: 'validated', statusLabel: 'Publié' });

    expect((await ask('laundry', '{ receivedNeeds { total } }')).receivedNeeds.total).toBe(0);
    const received = await ask('cleaner', `{ receivedNeeds { total counts { status count } items { ${NEED} } } }`);
    expect(received.receivedNeeds).toMatchObject({ total: 1, counts: [{ status: 'matched', count: 1 }], items: [{ id: need.id, contact: null, contactHidden: 'interest-needed', amount: null, counts: null, actions: ['declareInterest', 'declineNeed'] }] });
    expect(await refused('cleaner', 'declareInterest', { id: need.id, answers: [] })).toMatchObject({ fields: [{ field: 'answers', code: 'marketplace/answers-missing' }] });
    const interested = await act('cleaner', 'declareInterest', { id: need.id, answers: ['Une semaine'] });
    expect(interested).toMatchObject({
      contactHidden: null,
      contact: { name: 'Personne buyer', email: 'achats@fictif.example', phone: null, company: 'Organisation Fictive buyer' },
      mine: { status: 'interested', answers: [{ question: 'Sous quel délai ?', answer: 'Une semaine' }] },
      actions: ['declineNeed', 'recordTransaction'],
    });

    // Who has the address of a published need opens it, and may then answer.
    expect(await needAs('laundry', need.id)).toMatchObject({ contact: null, actions: [], mine: null });
    expect(await ask('laundry', 'mutation ($id: ID!, $command: ID!) { viewNeed(id: $id, command: $command) }', { id: need.id, command: newId() })).toEqual({ viewNeed: true });
    expect(await needAs('laundry', need.id)).toMatchObject({ contact: null, actions: ['declareInterest', 'declineNeed'], mine: { status: 'matched' } });

    const suppliers = await ask('buyer', 'query ($id: ID!) { needSuppliers(id: $id, tab: "interested") { total items { supplier { id name } contact { name email } answers { answer } } } }', { id: need.id });
    expect(suppliers.needSuppliers).toEqual({ total: 1, items: [{ supplier: { id: id('cleaner'), name: 'Organisation Fictive cleaner' }, contact: { name: 'Personne cleaner', email: 'besoins-cleaner@fictif.example' }, answers: [{ answer: 'Une semaine' }] }] });
    expect(await refusal('otherBuyer', 'query ($id: ID!) { needSuppliers(id: $id) { total } }', { id: need.id })).toMatchObject({ code: 'marketplace/unknown-need' });

    expect(await act('cleaner', 'recordTransaction', { id: need.id, input: { answer: 'yes', amount: 7000 } }, 'TransactionInput')).toMatchObject({ mine: { supplierSaid: { answer: 'yes', amount: 7000 } } });
    expect((await needAs('buyer', need.id)).transaction).toEqual({ signed: true, source: 'supplier', amount: 7000, bracket: { code: '5-10K' }, supplier: { name: 'Organisation Fictive cleaner' } });
    const told = await act('buyer', 'recordTransaction', { id: need.id, input: { answer: 'yes', supplierId: id('cleaner'), amount: 12000 } }, 'TransactionInput');
    expect(told.transaction).toMatchObject({ source: 'buyer', amount: 12000, bracket: { code: '10-15K' } });
    expect(await refused('buyer', 'recordTransaction', { id: need.id, input: { answer: 'no' } }, 'TransactionInput')).toMatchObject({ code: 'marketplace/answer-locked' });
  });

  it('sends a need back to its author, and rejects one for good', async () => {
    const need = await act('buyer', 'publishNeed', { input: form() }, 'NeedInput');
    expect(await act('staff', 'sendBackNeed', { id: need.id, message: 'Précisez la surface.' })).toMatchObject({ status: 'draft', moderation: 'Précisez la surface.' });
    expect(await needAs('buyer', need.id)).toMatchObject({ status: 'draft', moderation: 'Précisez la surface.' });
    await act('buyer', 'publishNeed', { id: need.id, input: form({ description: 'Deux cents mètres carrés.' }) }, 'NeedInput');
    const waiting = await ask('staff', '{ needsToValidate { items { id } } }');
    expect(waiting.needsToValidate.items).toEqual([{ id: need.id }]);
    expect(await act('staff', 'rejectNeed', { id: need.id, reason: 'Hors du champ.' })).toMatchObject({ status: 'rejected', actions: [] });
    const mine = await ask('buyer', '{ needs { counts { status count } } }');
    expect(mine.needs.counts).toEqual([{ status: 'rejected', count: 1 }, { status: 'validated', count: 1 }]);
  });

  it('lists ten needs a page by state and kind, and counts what waits for an answer [marche/VIS-02]', async () => {
    const LIST = 'query ($state: String, $kind: String) { receivedNeeds(state: $state, kind: $kind) { total pageSize counts { status count } items { kind amount { label } validatedOn } } needsToAnswer }';
    const before = (await ask('cleaner', LIST)).needsToAnswer;
    const { id: tender } = await act('buyer', 'publishNeed', { input: form({ kind: 'TENDER', link: 'https://achats.exemple.fr', responseKinds: ['EXTERN'], shareAmount: true }) }, 'NeedInput');
    await act('staff', 'matchNeed', { id: tender, input: CRITERIA }, 'QualifyInput');
    await act('staff', 'validateNeed', { id: tender });
    const { receivedNeeds: tenders, needsToAnswer } = await ask('cleaner', LIST, { state: 'matched', kind: 'TENDER' });
    expect(tenders).toMatchObject({ total: 1, pageSize: 10, counts: [{ status: 'matched', count: 1 }], items: [{ kind: 'TENDER', amount: { label: expect.stringContaining('5') }, validatedOn: today }] });
    expect(needsToAnswer).toBe(before + 1);
    expect((await ask('cleaner', LIST, { state: 'matched', kind: 'PROJ' })).receivedNeeds).toMatchObject({ total: 0, items: [] });
    expect((await ask('workshop', LIST)).needsToAnswer).toBe(0);
    const { needs } = await ask('buyer', '{ needs(kind: "TENDER") { total items { id } } }');
    expect(needs).toMatchObject({ total: 1, items: [{ id: tender }] });
  });

  it('keeps words about people, and how to reach them, out of the log', async () => {
    expect(await refused('buyer', 'publishNeed', { input: form({ title: 'Appelez le 01 00 00 00 00' }) }, 'NeedInput')).toMatchObject({ fields: [{ field: 'title', code: 'marketplace/contact-in-open-words' }] });
    let written = '';
    for await (const page of app.get(EventStore, { strict: false }).pages(null, 1000)) for (const { type, data } of page) if (type.startsWith('marketplace.')) written += JSON.stringify(data);
    expect(written).toContain('Nettoyage de bureaux imaginaires');
    expect(written).not.toMatch(/@|0100000000|Personne|Deux fois|Une semaine|surface/);
  });

  it('tells a need nobody of the supplier has opened, then the buyer who opened it, once [marche/TRK-06] [marche/TRK-13] [marche/VIS-40]', async () => {
    const { id: need } = await act('buyer', 'publishNeed', { input: form({ kind: 'PROJ' }) }, 'NeedInput');
    await act('staff', 'matchNeed', { id: need, input: CRITERIA }, 'QualifyInput');
    await act('staff', 'validateNeed', { id: need });
    const view = (who: Who): [Who, string, object] => [who, 'mutation ($id: ID!, $command: ID!) { viewNeed(id: $id, command: $command) }', { id: need, command: newId() }];
    const unread = async (who: Who): Promise<Shown> => (await ask(who, '{ receivedNeeds { unread { kind count } } }')).receivedNeeds.unread;
    const opened = async (tab = 'viewed'): Promise<Shown> =>
      (await ask('buyer', 'query ($id: ID!, $tab: String!) { needSuppliers(id: $id, tab: $tab) { total viewed counts { status count } items { status statusLabel viewedOn } } }', { id: need, tab })).needSuppliers;
    expect(await unread('cleaner')).toEqual([{ kind: 'PROJ', count: 1 }, { kind: 'TENDER', count: 1 }]);
    for (const who of ['buyer', 'staff'] as const) expect(await refusal(...view(who))).toMatchObject({ code: 'platform/not-allowed' });
    expect(await refusal('laundry', view('laundry')[1], { id: newId(), command: newId() })).toMatchObject({ code: 'marketplace/unknown-need' });
    await needAs('cleaner', need);
    await app.get(Worker, { strict: false }).settled(30_000);
    expect(await opened()).toEqual({ total: 0, viewed: 0, counts: [{ status: 'matched', count: 1 }], items: [] });
    for (let times = 0; times < 2; times++) expect(await ask(...view('cleaner'))).toEqual({ viewNeed: true });
    await app.get(Worker, { strict: false }).settled(30_000);
    const seen = { total: 1, viewed: 1, counts: [{ status: 'matched', count: 1 }], items: [{ status: 'viewed', statusLabel: 'Vu', viewedOn: today }] };
    expect([await opened(), await opened('matched'), await unread('cleaner')]).toEqual([seen, seen, [{ kind: 'TENDER', count: 1 }]]);
    await act('cleaner', 'declineNeed', { id: need, reason: 'Notre équipe est prise.' });
    expect(await opened()).toMatchObject({ total: 1, viewed: 1, items: [{ status: 'declined' }] });
  });

  it('forgets how to reach somebody erased: no need goes to a supplier without a contact, and a need without one says so [marche/MATCH-01]', async () => {
    const erase = async (who: Who) => {
      await ask('staff', 'mutation ($id: ID!, $command: ID!) { erasePerson(id: $id, reason: "request", command: $command) { goes } }', { id: id(`account ${who}`), command: newId() });
      await app.get(Worker, { strict: false }).settled(30_000);
    };
    const { id: need } = await act('buyer', 'publishNeed', { input: form() }, 'NeedInput');
    const matched = async (): Promise<Shown> => (await ask('staff', 'query ($id: ID!, $input: QualifyInput!) { needMatches(id: $id, input: $input) { total } }', { id: need, input: CRITERIA })).needMatches.total;
    await act('staff', 'matchNeed', { id: need, input: CRITERIA }, 'QualifyInput');
    await act('staff', 'validateNeed', { id: need });
    expect(await act('cleaner', 'declareInterest', { id: need, answers: ['Demain'] })).toMatchObject({ contactHidden: null, contact: { email: 'achats@fictif.example' } });
    await erase('buyer');
    for (const who of ['cleaner', 'staff'] as const) expect(await needAs(who, need)).toMatchObject({ contactHidden: 'gone', contact: null });
    const before = await matched();
    const supplier = async (): Promise<Shown> => (await ask('otherBuyer', 'query ($id: ID!) { supplier(id: $id) { contactHidden contact { email } } }', { id: id('cleaner') })).supplier;
    expect(await supplier()).toMatchObject({ contactHidden: null, contact: { email: 'besoins-cleaner@fictif.example' } });
    await erase('cleaner');
    expect(await supplier()).toEqual({ contactHidden: 'none', contact: null });
    expect([before, await matched()]).toEqual([1, 0]);
  });
});
