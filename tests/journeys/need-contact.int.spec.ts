import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, dayOf, EventStore, type Id, newId } from '#kernel';
import { type HiringHouse, openHiringHouse } from './hiring-house.js';
import type { Member, Shown } from './stage.js';

const NEED = 'status actions behind contactHidden contact { name email phone } mine { status }';
const SHOW = `query ($id: ID!) { need(id: $id) { ${NEED} } }`;
const DECLARE = `mutation ($id: ID!, $command: ID!) { declareInterest(id: $id, command: $command) { ${NEED} } }`;
const GIVE = `mutation ($id: ID!, $input: NeedContactInput!, $command: ID!) { giveNeedContact(id: $id, input: $input, command: $command) { ${NEED} } }`;

describe('a need whose contact was erased with the account that gave it', () => {
  let house: HiringHouse;
  let need: Id;
  let [author, colleague, stranger, staff, interested, late]: Member[] = [];

  const say = (member: Member | undefined, name: string, args: string, given: string, more: object) => member!.get(`mutation (${args}, $command: ID!) { ${name}(${given}, command: $command) { id } }`, { ...more, command: newId() });
  const seen = async (member: Member | undefined): Promise<Shown> => (await member!.get(SHOW, { id: need })).need;
  const give = (member: Member | undefined, input: object) => member!.ask(GIVE, { id: need, input, command: newId() });
  const supplier = async (name: string, companyId: Id) => {
    const member = await house.on.member(name, 'company', companyId);
    await say(member, 'setOffer', '$input: OfferInput!', 'input: $input', { input: { presentation: '', email: `${name}@fictif.example` } });
    await say(member, 'setActivity', '$input: ActivityInput!', 'input: $input', { input: { sector: 'nettoyage-de-locaux', prestaTypes: ['PREST'], range: 'COUNTRY' } });
    return member;
  };

  beforeAll(async () => {
    house = await openHiringHouse();
    const { on } = house;
    const town = await on.buyer('Ville imaginaire');
    author = await on.member('achats', 'buyer', town);
    colleague = await on.member('relais', 'buyer', town);
    stranger = await on.member('ailleurs', 'buyer', await on.buyer('Autre ville imaginaire'));
    interested = await supplier('ateliers', house.company);
    late = await supplier('chantiers', await on.company('EI', 'Les Chantiers Fictifs'));
    staff = await on.staff();
    const input = { kind: 'QUOTE', title: 'Nettoyage imaginaire', description: 'Deux fois par semaine.', wholeFrance: true, deadline: addDays(dayOf(Date.now()), 20), responseKinds: ['EMAIL', 'TEL'], email: 'achats@fictif.example', phone: '01 00 00 00 00' };
    need = (await say(author, 'publishNeed', '$input: NeedInput!', 'input: $input', { input })).publishNeed.id;
    await on.settled();
    await say(staff, 'matchNeed', '$id: ID!, $input: QualifyInput!', 'id: $id, input: $input', { id: need, input: { sectors: ['nettoyage-de-locaux'], includeCountry: true } });
    await say(staff, 'validateNeed', '$id: ID!', 'id: $id', { id: need });
    await interested.get(DECLARE, { id: need, command: newId() });
    await staff.get('mutation ($id: ID!, $command: ID!) { erasePerson(id: $id, reason: "request", command: $command) { goes } }', { id: author.accountId, command: newId() });
    await on.settled();
  }, 120_000);
  afterAll(() => house?.close());

  it('says so to whoever would read it, before they declare interest too', async () => {
    for (const member of [interested, late, staff]) expect(await seen(member)).toMatchObject({ contactHidden: 'gone', contact: null });
    expect(await seen(late)).toMatchObject({ mine: { status: 'matched' }, actions: ['declareInterest', 'declineNeed'] });
    expect(await seen(colleague)).toMatchObject({ contactHidden: 'gone', contact: null, actions: ['giveNeedContact', 'recordTransaction'] });
  });

  it('takes another from a colleague only, and only one that lets suppliers answer', async () => {
    const contact = { email: 'suite@fictif.example', phone: '01 00 00 00 01' };
    expect((await give(staff, contact)).errors?.[0]?.extensions.code).toBe('platform/not-allowed');
    for (const member of [interested, stranger]) expect((await give(member, contact)).errors?.[0]?.extensions.code).toBe('marketplace/unknown-need');
    const { errors } = await give(colleague, { email: 'suite' });
    expect(errors?.[0]?.extensions.fields).toMatchObject([{ field: 'email', code: 'marketplace/email-malformed' }, { field: 'phone', code: 'marketplace/response-phone' }]);
    expect((await give(colleague, contact)).data.giveNeedContact).toMatchObject({ contactHidden: null, contact: { ...contact, name: 'Ana Essai-relais' }, actions: ['recordTransaction'] });
    expect((await give(colleague, contact)).errors?.[0]?.extensions.code).toBe('marketplace/already-done');
  });

  it('then shows it to the suppliers who are interested, and to those alone', async () => {
    await house.on.settled();
    const contact = { name: 'Ana Essai-relais', email: 'suite@fictif.example', phone: '01 00 00 00 01' };
    expect(await seen(interested)).toMatchObject({ contactHidden: null, contact });
    expect(await seen(late)).toMatchObject({ contactHidden: 'interest-needed', contact: null });
    expect((await late!.get(DECLARE, { id: need, command: newId() })).declareInterest).toMatchObject({ contactHidden: null, contact });
    let written = '';
    for await (const page of house.on.service(EventStore).pages(null, 1000)) for (const { type, data } of page) if (type.startsWith('marketplace.')) written += JSON.stringify(data);
    expect(written).not.toMatch(/@|01 00|Ana/);
  });
});
