import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, dayOf, type Id, newId, SYSTEM } from '#kernel';
import { MembersService } from '../../libs/organisations/src/application/members.js';
import { type HiringHouse, openHiringHouse } from './hiring-house.js';
import type { Member, Shown } from './stage.js';

const NEED = 'query ($id: ID!) { need(id: $id) { actions contactHidden contact { email } mine { status } } }';

describe('a need, for whoever belongs to several structures', () => {
  let house: HiringHouse;
  let need: Id;
  let person: Member;
  let [first, second]: Id[] = [];

  const say = async (member: Member, name: string, args: string, given: string, more: object): Promise<Shown> => (await member.get(`mutation (${args}, $command: ID!) { ${name}(${given}, command: $command) { id } }`, { ...more, command: newId() }))[name];
  /** Goes on for that structure: the session is a new one. */
  const goOnIn = async (organisation: Id | undefined): Promise<void> => {
    const payload = { query: 'mutation ($id: ID!) { switchOrganisation(organisationId: $id) { role } }', variables: { id: organisation } };
    const answer = await house.app.inject({ method: 'POST', url: '/graphql', headers: { cookie: person.cookie }, payload });
    person = house.on.withCookie(person, String(answer.headers['set-cookie']).split(';')[0]!);
  };
  const actingFor = async (organisation: Id | undefined): Promise<Shown> => {
    await goOnIn(organisation);
    return (await person.get(NEED, { id: need })).need;
  };

  beforeAll(async () => {
    house = await openHiringHouse();
    const { on } = house;
    [first, second] = [await on.company('EI', 'Les Chantiers Fictifs'), await on.company('ACI', 'Le Relais Fictif')];
    person = await on.member('ateliers', 'company', first);
    await on.service(MembersService).join({ type: 'company', id: second }, person.accountId, { command: newId(), actor: SYSTEM });
    await on.settled();
    const [author, staff] = [await on.member('achats', 'buyer', await on.buyer('Ville imaginaire')), await on.staff()];
    for (const organisation of [first, second]) {
      await goOnIn(organisation);
      await say(person, 'setOffer', '$input: OfferInput!', 'input: $input', { input: { presentation: '', email: 'ateliers@fictif.example' } });
      await say(person, 'setActivity', '$input: ActivityInput!', 'input: $input', { input: { sector: 'nettoyage-de-locaux', prestaTypes: ['PREST'], range: 'COUNTRY' } });
    }
    const input = { kind: 'QUOTE', title: 'Nettoyage imaginaire', description: 'Deux fois par semaine.', wholeFrance: true, deadline: addDays(dayOf(Date.now()), 20), responseKinds: ['EMAIL'], email: 'achats@fictif.example' };
    need = (await say(author, 'publishNeed', '$input: NeedInput!', 'input: $input', { input })).id;
    await say(staff, 'matchNeed', '$id: ID!, $input: QualifyInput!', 'id: $id, input: $input', { id: need, input: { sectors: ['nettoyage-de-locaux'], includeCountry: true } });
    await say(staff, 'validateNeed', '$id: ID!', 'id: $id', { id: need });
    await on.settled();
  }, 120_000);
  afterAll(() => house?.close());

  it('is answered for one at a time: the contact is of the one that is interested, the button stays for the other, and goes with it [marche/VIS-10]', async () => {
    const [asked, told] = [{ actions: ['declareInterest', 'declineNeed'], contactHidden: 'interest-needed', contact: null, mine: { status: 'matched' } }, { contactHidden: null, contact: { email: 'achats@fictif.example' }, mine: { status: 'interested' } }];
    expect([await actingFor(first), await actingFor(second)]).toEqual([asked, asked]);
    for (const organisation of [first, second]) {
      expect(await actingFor(organisation)).toEqual(asked);
      await say(person, 'declareInterest', '$id: ID!', 'id: $id', { id: need });
      expect(await actingFor(first)).toEqual({ ...told, actions: ['declineNeed', 'recordTransaction'] });
    }
    expect(await actingFor(second)).toEqual({ ...told, actions: ['declineNeed', 'recordTransaction'] });
  });
});
