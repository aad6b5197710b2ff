import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addDays, Clock, type Id, newId, WEEKDAYS } from '#kernel';
import { longDay } from '#reference';
import { type MailHouse, openMailHouse } from './mail-house.js';
import type { Member, Shown } from './stage.js';

const LIST = 'query ($id: ID!) { needSuppliers(id: $id, tab: "all", page: 1) { items { supplier { name } contactedOn viewedOn status } } need(id: $id) { counts { matched contacted } } }';
const DECLARE = 'mutation ($id: ID!, $command: ID!) { declareInterest(id: $id, command: $command) { id } }';
const SUBJECT = 'Un besoin d’achat correspond à vos activités';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NAMES = ['un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix', 'onze'];

describe('a validated need is written to its suppliers', () => {
  let house: MailHouse;
  let suppliers: Member[];
  /** Addresses that were written to about a need, in the order of the alphabet. */
  const written = () => house.server.received.filter(({ headers }) => headers.get('subject') === SUBJECT).map(({ to }) => to[0]!).sort();
  const addresses = (...names: readonly string[]) => names.flatMap((name) => [`${name}@fictif.example`, `${name}@organisation.test`]).sort();
  const seen = async (id: Id): Promise<Shown> => house.author.get(LIST, { id });
  /** The batch, then the letters that come of it. */
  const post = async () => {
    house.later(6 * MINUTE);
    await house.post();
    await house.post();
  };

  beforeAll(async () => {
    house = await openMailHouse({}, { days: [6], hour: 10 });
    suppliers = [];
    for (const name of NAMES) suppliers.push(await house.supplier(name));
    // Receives needs where its member does.
    await house.supplier('seul', 'SEUL@organisation.test');
  }, 180_000);
  afterAll(() => house?.close());
  beforeEach(() => void (house.server.received.length = 0));

  it('not on Saturday; on a weekday to ten of them, the rest a day later [marche/SEND-01] [marche/SEND-10]', async () => {
    const id = await house.published({ title: 'Nettoyage imaginaire' });
    await post();
    expect(written()).toEqual([]);
    expect((await seen(id)).need.counts).toEqual({ matched: 12, contacted: 0 });
    house.laterAt(WEEKDAYS, 9);
    await post();
    const today = house.on.service(Clock).today();
    const { need, needSuppliers } = await seen(id);
    expect(need.counts).toEqual({ matched: 12, contacted: 10 });
    const contacted = needSuppliers.items.filter(({ contactedOn }: Shown) => contactedOn === today);
    expect(contacted).toHaveLength(10);
    expect(contacted.every(({ viewedOn, status }: Shown) => viewedOn === null && status === 'matched')).toBe(true);
    const first = written();
    house.later(HOUR);
    await post();
    expect(written()).toEqual(first);
    house.later(23 * HOUR);
    house.laterAt(WEEKDAYS, 11);
    await post();
    expect((await seen(id)).need.counts).toEqual({ matched: 12, contacted: 12 });
    // Its address and those of its members, each once [marche/SEND-12] [marche/SEND-14].
    expect(written()).toEqual([...addresses(...NAMES), 'SEUL@organisation.test'].sort());
  });

  it('with what it is about under a subject that says nothing of it [marche/SEND-13]', async () => {
    const id = await house.published({ title: 'Laver <b>les vitres</b>' });
    await post();
    const { text, html, headers } = house.server.received.find(({ to }) => to[0] === 'deux@fictif.example')!;
    expect(headers.get('subject')).not.toMatch(/vitres|Ville|Nettoyage/);
    for (const words of ['Bonjour Atelier deux,', '« Laver <b>les vitres</b> »', 'Nature : Demande de devis', 'Client : Ville imaginaire', 'Lieu : France entière', `À répondre jusqu’au : ${longDay(addDays(house.on.service(Clock).today(), 20))}`, `https://inclusion.test/besoins/${id}`])
      expect(text).toContain(words);
    expect(html).toContain('Laver &lt;b&gt;les vitres&lt;/b&gt;');
    expect(text).not.toContain('achats@fictif.example');
    const told = JSON.stringify([...(await house.messages('MessageRequested')), ...(await house.messages('MessageGivenUp'))]);
    for (const personal of ['@', 'Atelier', 'vitres']) expect(told).not.toContain(personal);
    expect((await house.messages('MessageGivenUp')).map(({ reason }) => reason)).toContain('same-address');
  });

  it('without the buyer, when it is not named', async () => {
    await house.published({ kind: 'PROJ', anonymous: true, title: 'Projet imaginaire' });
    await post();
    const { text } = house.server.received.find(({ to }) => to[0] === 'deux@fictif.example')!;
    expect(text).toContain('« Projet imaginaire »');
    expect(text).not.toContain('Ville imaginaire');
  });

  it('those who are often interested first, and not those who have answered of themselves [marche/SEND-11]', async () => {
    house.laterAt(WEEKDAYS, 17);
    const id = await house.published({ title: 'Nettoyage du soir' });
    const other = await house.published({ title: 'Un autre' });
    const as = (name: string) => suppliers[NAMES.indexOf(name)]!;
    await as('un').get(DECLARE, { id, command: newId() });
    // By their names these two would be the last.
    await as('trois').get(DECLARE, { id: other, command: newId() });
    await as('six').get('mutation ($id: ID!, $command: ID!) { viewNeed(id: $id, command: $command) }', { id: other, command: newId() });
    await house.on.settled();
    house.laterAt(WEEKDAYS, 9);
    await post();
    const { needSuppliers } = await seen(id);
    const contacted = needSuppliers.items.filter(({ contactedOn }: Shown) => contactedOn !== null).map(({ supplier }: Shown) => supplier.name);
    expect(contacted).toHaveLength(10);
    expect(contacted).not.toContain('Atelier un');
    expect(contacted).toEqual(expect.arrayContaining(['Atelier six', 'Atelier trois']));
    expect(contacted).not.toContain('Atelier seul');
  });

  it('nobody where no mail can leave nor be looked at: they are not said to have been written to', async () => {
    const quiet = await openMailHouse({ SMTP_URL: '' });
    try {
      await quiet.supplier('seul');
      const id = await quiet.published();
      quiet.laterAt(WEEKDAYS, 9);
      await quiet.post();
      expect((await quiet.author.get(LIST, { id })).need.counts).toEqual({ matched: 1, contacted: 0 });
    } finally {
      await quiet.close();
    }
  });
});
