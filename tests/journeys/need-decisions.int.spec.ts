import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addDays, Clock, type Id, newId } from '#kernel';
import { longDay } from '#reference';
import { CRITERIA, type MailHouse, openMailHouse } from './mail-house.js';

const DAY = 24 * 3_600_000;

describe('what the team decides about a need is written to its author', () => {
  let house: MailHouse;
  const sendBack = (id: Id, message: string) => house.say(house.staff, 'sendBackNeed', '$id: ID!, $message: String!', 'id: $id, message: $message', { id, message });
  /** Interest aside, what the author was written last. */
  const written = () => house.server.received.map(({ to, headers, text }) => ({ to: to[0], subject: headers.get('subject'), text }));

  beforeAll(async () => {
    house = await openMailHouse();
    await house.supplier('un');
    await house.supplier('deux');
  }, 120_000);
  afterAll(() => house?.close());
  beforeEach(() => void (house.server.received.length = 0));

  it('asked to modify it: the words of the team, the day before which, and where [marche/MAIL-01]', async () => {
    const id = await house.submitted({ title: 'Nettoyage à préciser' });
    await sendBack(id, 'Précisez la surface, <svp>.\nMerci');
    await house.post();
    const today = house.on.service(Clock).today();
    expect(written()).toMatchObject([{ to: house.author.email, subject: 'Votre besoin est à modifier avant sa publication' }]);
    const { text } = written()[0]!;
    expect(text).toContain('« Nettoyage à préciser »');
    expect(text).toContain('Précisez la surface, <svp>.\nMerci');
    expect(text).toContain(`avant le ${longDay(addDays(today, 10))}`);
    expect(text).toContain(`https://inclusion.test/besoins/${id}/modifier`);
    expect(house.server.received[0]!.html).toContain('Précisez la surface, &lt;svp&gt;.<br>Merci');
    expect(JSON.stringify(await house.messages('MessageRequested'))).not.toContain('surface');
  });

  it('asked twice, told twice; and not asked any more for what was done before the letter left', async () => {
    const id = await house.submitted();
    await sendBack(id, 'Une première demande.');
    await house.post();
    const input = { kind: 'QUOTE', title: 'Nettoyage repris', description: 'Trois fois.', wholeFrance: true, deadline: addDays(house.on.service(Clock).today(), 20), responseKinds: ['EMAIL'], email: 'achats@fictif.example' };
    const again = () => house.author.get('mutation ($id: ID!, $input: NeedInput!, $command: ID!) { publishNeed(id: $id, input: $input, command: $command) { id } }', { id, input, command: newId() });
    await again();
    await sendBack(id, 'Une seconde demande.');
    await house.post();
    expect(written().map(({ text }) => /Une (\S+) demande/.exec(text)?.[1])).toEqual(['première', 'seconde']);
    await again();
    await sendBack(id, 'Une dernière demande.');
    await again();
    await house.post();
    expect(written()).toHaveLength(2);
    expect((await house.messages('MessageGivenUp')).at(-1)).toMatchObject({ reason: 'overtaken' });
  });

  it('rejected: with the reason [marche/MAIL-01]', async () => {
    const id = await house.submitted();
    await house.say(house.staff, 'rejectNeed', '$id: ID!, $reason: String!', 'id: $id, reason: $reason', { id, reason: 'Ce besoin n’est pas un achat.' });
    await house.post();
    expect(written()).toMatchObject([{ to: house.author.email, subject: 'Votre besoin n’est pas publié', text: expect.stringContaining('Ce besoin n’est pas un achat.') }]);
  });

  it('validated: how many it reaches and until when [marche/MAIL-01]', async () => {
    const id = await house.submitted();
    await house.on.settled();
    await house.say(house.staff, 'matchNeed', '$id: ID!, $input: QualifyInput!', 'id: $id, input: $input', { id, input: CRITERIA });
    await house.say(house.staff, 'validateNeed', '$id: ID!', 'id: $id', { id });
    await house.post();
    expect(written()).toMatchObject([{ to: house.author.email, subject: 'Votre besoin est publié', text: expect.stringContaining('2 structures inclusives y correspondent') }]);
    expect(written()[0]!.text).toContain(`jusqu’au ${longDay(addDays(house.on.service(Clock).today(), 20))}`);
  });

  it('rejected by itself after ten days without an answer: told that time has passed, once', async () => {
    const id = await house.submitted({ title: 'Nettoyage oublié' });
    await sendBack(id, 'Précisez.');
    await house.post();
    house.server.received.length = 0;
    house.later(10 * DAY);
    await house.post();
    await house.post();
    const told = written().filter(({ text }) => text.includes('Nettoyage oublié'));
    expect(told).toMatchObject([{ to: house.author.email, subject: 'Votre besoin est rejeté, faute de modification' }]);
    expect(told[0]!.text).not.toContain('Précisez.');
  });
});
