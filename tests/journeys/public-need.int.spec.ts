import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, Database, dayOf, derivedId, EventStore, type Id, newId, SYSTEM } from '#kernel';
import { IdentityCommands } from '#identity';
import { AccessLog } from '../../libs/identity/src/vault/access-log.js';
import { everythingOf } from './figures-attack/leaves.js';
import { type HiringHouse, openHiringHouse } from './hiring-house.js';
import type { Answer, Member, Shown } from './stage.js';

const ALL = `query ($id: ID!) { need(id: $id) ${everythingOf('Need')} }`;
const SHOWN = 'query ($id: ID!) { need(id: $id) { status publicView contactHidden contact { email } description actions buyer { name } } }';
const VIEW = 'mutation ($id: ID!, $command: ID!) { viewNeed(id: $id, command: $command) }';
/** What anybody is told of a need; of everything else there is nothing to see. */
const OPEN = ['amount', 'amountLabel', 'buyer', 'contactHidden', 'deadline', 'description', 'id', 'kind', 'kindLabel', 'lastChange', 'place', 'placeLabel', 'publicView', 'responseKinds', 'sectors', 'shareAmount', 'status', 'statusLabel', 'title', 'validatedOn'];
/** As it could be written before it was public. */
const DESCRIPTION = 'Deux fois par semaine. Appelez le 01 00 00 00 02.';

describe('the page of a need, for whoever has its address', () => {
  let house: HiringHouse;
  let need: Id;
  let [author, staff, cleaner, delisted, neverListed]: Member[] = [];
  let others: Readonly<Record<string, Member | null>>;

  const visitor = async (query: string, variables: object): Promise<Answer> => (await house.app.inject({ method: 'POST', url: '/graphql', payload: { query, variables } })).json<Answer>();
  const seen = async (who: Member | null | undefined, id: Id, query = SHOWN): Promise<Shown> => {
    const { data, errors } = await (who ? who.ask(query, { id }) : visitor(query, { id }));
    expect(errors).toBeUndefined();
    return data.need;
  };
  const say = async (member: Member | undefined, name: string, args: string, given: string, more: object): Promise<Id> =>
    (await member!.get(`mutation (${args}, $command: ID!) { ${name}(${given}, command: $command) { id } }`, { command: newId(), ...more }))[name].id;
  const write = (name: 'saveNeed' | 'publishNeed', more: object = {}, command = newId()) => {
    const input = { kind: 'QUOTE', title: 'Nettoyage imaginaire', description: 'Deux fois par semaine.', place: '30189', deadline: addDays(dayOf(Date.now()), 20), amount: '5-10K', shareAmount: true };
    return say(author, name, '$input: NeedInput!', 'input: $input', { input: { ...input, responseKinds: ['EMAIL'], email: 'achats@fictif.example', questions: ['Sous quel délai ?'], ...more }, command });
  };
  const published = async (more: object = {}, command = newId()) => {
    const id = await write('publishNeed', more, command);
    await say(staff, 'matchNeed', '$id: ID!, $input: QualifyInput!', 'id: $id, input: $input', { id, input: { sectors: ['nettoyage-de-locaux'], prestaTypes: ['PREST'], perimeters: ['30'], includeCountry: true } });
    await say(staff, 'validateNeed', '$id: ID!', 'id: $id', { id });
    return id;
  };
  const offering = async (member: Member) => {
    await say(member, 'setOffer', '$input: OfferInput!', 'input: $input', { input: { presentation: '', email: 'ateliers@fictif.example' } });
    await say(member, 'setActivity', '$input: ActivityInput!', 'input: $input', { input: { sector: 'nettoyage-de-locaux', prestaTypes: ['PREST'], range: 'COUNTRY' } });
    return member;
  };

  beforeAll(async () => {
    house = await openHiringHouse();
    const { on } = house;
    const town = await on.buyer('Ville imaginaire');
    author = await on.member('achats', 'buyer', town);
    staff = await on.staff();
    cleaner = await offering(house.employer);
    const hidden = await on.company('EI', 'Les Chantiers Fictifs');
    delisted = await on.member('chantiers', 'company', hidden);
    neverListed = await on.member('services', 'company', await on.company('OPCS', 'Les Services Fictifs'));
    await say(staff, 'delistSupplier', '$id: ID!', 'id: $id', { id: hidden });
    const person = await on.candidate(house.prescriber, 'Fictive');
    others = {
      visitor: null,
      candidate: await on.signedInCandidate(house.prescriber, person),
      prescriber: house.prescriber,
      inspector: await on.member('controle', 'institution', await on.institution('30')),
      'other buyer': await on.member('ailleurs', 'buyer', await on.buyer('Autre ville imaginaire')),
    };
    const command = newId();
    const actor = { ...SYSTEM, id: author.accountId, role: 'buyer', organisation: town } as const;
    await on.service(IdentityCommands).keepText({ id: derivedId(command, 'description'), person: author.accountId, kind: 'need-description', text: DESCRIPTION }, { command, actor });
    need = await published({}, command);
    await cleaner.get('mutation ($id: ID!, $answers: [String!], $command: ID!) { declareInterest(id: $id, answers: $answers, command: $command) { id } }', { id: need, answers: ['Une semaine'], command: newId() });
    await say(cleaner, 'recordTransaction', '$id: ID!, $input: TransactionInput!', 'id: $id, input: $input', { id: need, input: { answer: 'yes', amount: 8765, feedback: 'Un échange clair.' } });
    await on.settled();
  }, 120_000);
  afterAll(() => house?.close());

  it('is open to everybody once it is published, and tells each why there is no contact [marche/VIS-01] [marche/VIS-04]', async () => {
    for (const [name, who] of Object.entries(others)) {
      const shown = { status: 'validated', publicView: true, contact: null, contactHidden: who ? 'suppliers-only' : 'sign-in', actions: [], buyer: { name: 'Ville imaginaire' }, description: 'Deux fois par semaine. Appelez le [coordonnées masquées].' };
      expect([name, await seen(who, need)]).toEqual([name, shown]);
    }
    expect(await seen(author, need)).toMatchObject({ publicView: false, description: DESCRIPTION, contact: { email: 'achats@fictif.example' } });
    expect(await seen(null, newId())).toBeNull();
    expect(await seen(null, 'nulle-part')).toBeNull();
  });

  it('asks of the schema whatever there is, and shows a visitor what is public only [marche/VIS-01] [marche/VIS-03]', async () => {
    const shown = await seen(null, need, ALL);
    const nothing = (value: unknown) => value === null || value === false || (Array.isArray(value) && value.length === 0);
    expect(Object.keys(shown).filter((field) => !nothing(shown[field])).sort()).toEqual(OPEN);
    expect(JSON.stringify(shown)).not.toMatch(/@|01 00|Essai|Ateliers|Jardins|Une semaine|échange|8765|délai/);
    for (const { accountId } of [author!, cleaner!, staff!]) expect(JSON.stringify(shown)).not.toContain(accountId);
  });

  it('is not there for anybody while it is a draft, submitted, sent back or rejected [marche/VIS-01]', async () => {
    const word = async (name: string, argument: string, id: Id) => say(staff, name, `$id: ID!, $${argument}: String!`, `id: $id, ${argument}: $${argument}`, { id, [argument]: 'Précisez la surface.' });
    const [draft, submitted, sentBack, rejected] = [await write('saveNeed'), await write('publishNeed'), await write('publishNeed'), await write('publishNeed')];
    await word('sendBackNeed', 'message', sentBack);
    await word('rejectNeed', 'reason', rejected);
    await house.on.settled();
    for (const id of [draft, submitted, sentBack, rejected]) {
      for (const who of [...Object.values(others), cleaner, delisted]) expect(await seen(who, id)).toBeNull();
      expect(await seen(author, id)).toMatchObject({ publicView: false });
    }
  });

  it('lets a supplier that is not in the directory read and answer nothing, and one that is there answer [marche/VIS-04] [marche/TRK-06]', async () => {
    for (const who of [delisted, neverListed]) {
      expect(await seen(who, need)).toMatchObject({ publicView: true, contactHidden: 'not-listed', actions: [] });
      expect((await who!.ask(VIEW, { id: need, command: newId() })).errors?.[0]?.extensions.code).toBe('marketplace/unknown-need');
    }
    const newcomer = await house.on.member('relais', 'company', await house.on.company('ACI', 'Le Relais Fictif'));
    expect(await seen(newcomer, need)).toMatchObject({ publicView: false, contactHidden: 'interest-needed' });
    expect(await newcomer.get(VIEW, { id: need, command: newId() })).toEqual({ viewNeed: true });
    expect(await seen(newcomer, need)).toMatchObject({ actions: ['declareInterest', 'declineNeed'] });
  });

  it('hides who buys when it is anonymous, and the amount when it is not shared [marche/VIS-07] [marche/VIS-11]', async () => {
    const shown = await seen(null, await published({ kind: 'PROJ', anonymous: true, responseKinds: [], email: null, shareAmount: false }), ALL);
    expect(shown).toMatchObject({ anonymous: true, buyer: null, amount: null, amountLabel: null, exactAmount: null, contactHidden: 'sign-in' });
    expect(JSON.stringify(shown)).not.toMatch(/Ville|5-10K/);
  });

  it('writes nothing of who reads it that way, neither in the log nor among the readings of the author', async () => {
    const written = async () => {
      await house.on.service(AccessLog).flush();
      let events = 0;
      for await (const page of house.on.service(EventStore).pages(null, 1000)) events += page.filter(({ type }) => type.startsWith('marketplace.')).length;
      return [events, await house.on.service(Database).rows('select viewer, purpose from identity.access where people @> array[$1::uuid] order by read_at', [author!.accountId])];
    };
    const before = await written();
    for (const who of Object.values(others)) await seen(who, need, ALL);
    expect(await written()).toEqual(before);
  });

  it('goes on without its description once its author is erased', async () => {
    await staff!.get('mutation ($id: ID!, $command: ID!) { erasePerson(id: $id, reason: "request", command: $command) { goes } }', { id: author!.accountId, command: newId() });
    await house.on.settled();
    expect(await seen(null, need)).toMatchObject({ description: '', contactHidden: 'sign-in', contact: null });
  });
});
