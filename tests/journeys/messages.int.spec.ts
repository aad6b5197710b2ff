import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Id, newId, SYSTEM } from '#kernel';
import { HandOvers } from '../../libs/messaging/src/application/hand-over.js';
import { MembersService } from '../../libs/organisations/src/application/members.js';
import { type MailHouse, openMailHouse } from './mail-house.js';
import type { Member } from './stage.js';

const DECLARE = 'mutation ($id: ID!, $command: ID!) { declareInterest(id: $id, command: $command) { id } }';
const MAILBOX = '{ mailbox { total items { to subject text path } } mailState { server waiting mailbox } }';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('an author hears of interest by mail', () => {
  let house: MailHouse;
  let suppliers: Member[];
  /** Its author has been told that it is published. */
  const published = async (given?: object): Promise<Id> => {
    const id = await house.published(given);
    await house.post();
    house.server.received.length = 0;
    house.server.asked = 0;
    return id;
  };
  const declare = (member: Member, id: Id) => member.get(DECLARE, { id, command: newId() });

  beforeAll(async () => {
    house = await openMailHouse();
    suppliers = [];
    for (const name of ['un', 'deux', 'trois', 'quatre', 'cinq', 'six']) suppliers.push(await house.supplier(name));
  }, 120_000);
  afterAll(() => house?.close());
  beforeEach(() => {
    house.server.received.length = 0;
    house.server.says = {};
    house.server.asked = 0;
  });

  it('of the first, the second and the fifth, each once [marche/TRK-08]', async () => {
    const id = await published({ title: 'Laver <b>les vitres</b>' });
    for (const supplier of suppliers) await declare(supplier, id);
    await house.post();
    await house.post();
    expect(house.server.received.map(({ to, headers }) => [to, headers.get('subject')])).toEqual([
      [[house.author.email], 'Une première structure s’intéresse à votre besoin'],
      [[house.author.email], 'Une deuxième structure s’intéresse à votre besoin'],
      [[house.author.email], '5 structures s’intéressent à votre besoin'],
    ]);
    const [first] = house.server.received;
    expect(first!.text).toContain('Bonjour Ana Essai-achats,');
    expect(first!.text).toContain('« Laver <b>les vitres</b> »');
    expect(first!.text).toContain(`https://inclusion.test/besoins/${id}`);
    expect(first!.html).toContain('Laver &lt;b&gt;les vitres&lt;/b&gt;');
    expect(first!.html).not.toMatch(/<img|src=/);
  });

  it('and the log says of it neither a name nor an address', async () => {
    const told = JSON.stringify([...(await house.messages('MessageRequested')), ...(await house.messages('MessageSent'))]);
    expect(told).toContain(house.author.accountId);
    for (const personal of ['@', 'Ana', 'Essai', 'vitres']) expect(told).not.toContain(personal);
  });

  it('under the same identifier when the server first says later, after pauses that grow', async () => {
    const id = await published();
    house.server.says = { rcpt: 451 };
    await declare(suppliers[0]!, id);
    await house.post();
    house.later(4 * MINUTE);
    await house.post();
    expect(house.server.asked).toBe(1);
    house.later(2 * MINUTE);
    await house.post();
    expect(house.server.asked).toBe(2);
    house.server.says = {};
    house.later(10 * MINUTE);
    await house.post();
    expect(house.server.asked).toBe(2);
    house.later(6 * MINUTE);
    await house.post();
    const [sent] = (await house.messages('MessageSent')).slice(-1);
    expect(sent).toMatchObject({ attempt: 3 });
    expect(house.server.received.map(({ headers }) => headers.get('message-id'))).toEqual([`<${sent.messageId}@inclusion.test>`]);
  });

  it('not when the server refuses it for good', async () => {
    const id = await published();
    house.server.says = { rcpt: 550 };
    await declare(suppliers[0]!, id);
    await house.post();
    house.later(48 * HOUR);
    await house.post();
    expect(house.server.asked).toBe(1);
    expect((await house.messages('MessageGivenUp')).at(-1)).toMatchObject({ reason: 'refused', code: 550 });
  });

  it('not when the platform could not write down twice what the server said: a third copy would be worse than none', async () => {
    const id = await published();
    await declare(suppliers[0]!, id);
    await house.on.settled();
    const { messageId } = (await house.messages('MessageRequested')).at(-1);
    await house.on.service(HandOvers).begin(messageId, 1);
    await house.on.service(HandOvers).begin(messageId, 1);
    await house.post();
    expect(house.server.asked).toBe(0);
    expect((await house.messages('MessageGivenUp')).at(-1)).toMatchObject({ messageId, reason: 'outcome-unknown' });
  });

  it('not after four days: news that old is no news', async () => {
    const id = await published();
    await declare(suppliers[0]!, id);
    await house.on.settled();
    house.later(97 * HOUR);
    await house.post();
    expect(house.server.asked).toBe(0);
    expect((await house.messages('MessageGivenUp')).at(-1)).toMatchObject({ reason: 'too-old' });
  });

  it('not once they have left the organisation', async () => {
    const id = await published();
    const members = house.on.service(MembersService);
    await members.leave({ type: 'buyer', id: house.town }, house.author.accountId, { command: newId(), actor: SYSTEM });
    await declare(suppliers[0]!, id);
    await house.post();
    expect(house.server.asked).toBe(0);
    expect((await house.messages('MessageGivenUp')).at(-1)).toMatchObject({ reason: 'nobody' });
    await members.join({ type: 'buyer', id: house.town }, house.author.accountId, { command: newId(), actor: SYSTEM });
    await house.on.settled();
  });

  it('shows nobody its messages, since they leave', async () => {
    expect((await house.staff.ask(MAILBOX)).errors?.[0]?.extensions.code).toBe('messaging/no-mailbox');
    expect((await house.author.ask(MAILBOX)).errors?.[0]?.extensions.code).toMatch(/^platform\//);
    expect(await house.staff.get('{ mailState { server waiting mailbox } }')).toEqual({ mailState: { server: true, waiting: 0, mailbox: false } });
  });

  it('not once they are erased', async () => {
    const id = await published();
    await house.staff.get('mutation ($id: ID!, $command: ID!) { erasePerson(id: $id, reason: "request", command: $command) { goes } }', { id: house.author.accountId, command: newId() });
    await declare(suppliers[0]!, id);
    await house.post();
    expect(house.server.asked).toBe(0);
    expect((await house.messages('MessageGivenUp')).at(-1)).toMatchObject({ reason: 'nobody' });
  });
});

describe('without a mail server, messages wait', () => {
  let house: MailHouse;
  beforeAll(async () => {
    house = await openMailHouse({ SMTP_URL: '', DEMO_ACCOUNTS: 'true' });
  }, 60_000);
  afterAll(() => house?.close());

  it('and where invented people try things out, the team reads what would have left, written out from ids', async () => {
    const supplier = await house.supplier('seul');
    const id = await house.published();
    await supplier.get(DECLARE, { id, command: newId() });
    await house.post();
    const { mailbox, mailState } = await house.staff.get(MAILBOX);
    expect(mailState).toEqual({ server: false, waiting: 2, mailbox: true });
    expect(mailbox).toMatchObject({ total: 2, items: [{ to: `Ana Essai-achats <${house.author.email}>`, subject: 'Une première structure s’intéresse à votre besoin', path: `/besoins/${id}` }, { subject: 'Votre besoin est publié' }] });
    expect((await house.author.ask(MAILBOX)).errors?.[0]?.extensions.code).toMatch(/^platform\//);
    const answer = await house.app.inject({ method: 'GET', url: '/api/health' });
    expect(answer.json()).toMatchObject({ mail: 'waits' });
  });
});
