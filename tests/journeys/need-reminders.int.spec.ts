import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addDays, Clock, type Id, newId } from '#kernel';
import { type MailHouse, openMailHouse } from './mail-house.js';
import type { Member } from './stage.js';

const DECLARE = 'mutation ($id: ID!, $command: ID!) { declareInterest(id: $id, command: $command) { id } }';
const DECLINE = 'mutation ($id: ID!, $command: ID!) { declineNeed(id: $id, reason: "Hors de nos délais.", command: $command) { id } }';
const VIEW = 'mutation ($id: ID!, $command: ID!) { viewNeed(id: $id, command: $command) }';
const FOLLOW = 'mutation ($id: ID!, $link: ID!) { openNeedLink(id: $id, link: $link) }';
const ANSWER = 'mutation ($id: ID!, $input: TransactionInput!, $command: ID!) { recordTransaction(id: $id, input: $input, command: $command) { id } }';
const MINUTE = 60_000;

/** What left under this subject, and to whom. */
const sent = (house: MailHouse, subject: string) => house.server.received.filter(({ headers }) => headers.get('subject') === subject).map(({ to }) => to[0]!).sort();
const post = async (house: MailHouse) => {
  house.later(6 * MINUTE);
  await house.post();
  await house.post();
};

describe('suppliers that were written to', () => {
  let house: MailHouse;
  const members = new Map<string, Member>();
  const reminded = () => sent(house, 'Un besoin d’achat attend votre lecture');

  beforeAll(async () => {
    // A Thursday: two days later nobody works.
    house = await openMailHouse({}, { days: [4], hour: 10 });
    for (const name of ['muet', 'curieux', 'suivi', 'partant', 'absent']) members.set(name, await house.supplier(name));
  }, 120_000);
  afterAll(() => house?.close());
  beforeEach(() => void (house.server.received.length = 0));

  it('and have looked at nothing are reminded once, two days later, on Monday rather than on Saturday [marche/REM-02] [marche/REM-03]', async () => {
    const id = await house.published();
    await post(house);
    const link = /\?lien=(\S+)/.exec(house.server.received.find(({ to, text }) => to[0] === 'suivi@fictif.example' && text.includes(id))!.text)![1]!;
    await members.get('curieux')!.get(VIEW, { id, command: newId() });
    await house.author.get(FOLLOW, { id, link });
    await members.get('partant')!.get(DECLARE, { id, command: newId() });
    await members.get('absent')!.get(DECLINE, { id, command: newId() });
    for (const [day, hour] of [[5, 9], [6, 9], [1, 8]] as const) {
      house.laterAt([day], hour);
      await post(house);
      expect([day, reminded()]).toEqual([day, []]);
    }
    house.laterAt([1], 9);
    await post(house);
    expect(reminded()).toEqual(['muet@fictif.example']);
    house.laterAt([2], 9);
    await post(house);
    expect(reminded()).toEqual(['muet@fictif.example']);
  });

  it('about a need that has closed since are not [marche/REM-03]', async () => {
    const id = await house.published({ title: 'Nettoyage bref', deadline: house.on.service(Clock).today() });
    await post(house);
    expect(house.server.received.some(({ text }) => text.includes(id))).toBe(true);
    house.server.received.length = 0;
    house.laterAt([4], 9);
    await post(house);
    expect(reminded()).toEqual([]);
  });
});

describe('the author of a need that is over', () => {
  let house: MailHouse;
  let [silent, answered, undecided]: Id[] = [];
  const asked = () => sent(house, 'Un contrat a-t-il été signé ?');
  const about = () => house.server.received.flatMap(({ headers, text }) => (headers.get('subject') === 'Un contrat a-t-il été signé ?' ? [/\/besoins\/(\S+)/.exec(text)![1]!] : [])).sort();

  beforeAll(async () => {
    house = await openMailHouse({}, { days: [1], hour: 10 });
    await house.supplier('seul');
    const today = house.on.service(Clock).today();
    // Work begins on the ninth day after the deadline: they are asked before it, and after it.
    const form = (title: string) => ({ title, deadline: today, startsOn: addDays(today, 9) });
    [silent, answered, undecided] = [await house.published(form('Silence')), await house.published(form('Réponse')), await house.published(form('Hésitation'))];
    await post(house);
    const say = (id: Id | undefined, answer: string) => house.author.get(ANSWER, { id, input: { answer }, command: newId() });
    await say(answered, 'no');
    await say(undecided, 'not_yet');
  }, 120_000);
  afterAll(() => house?.close());
  beforeEach(() => void (house.server.received.length = 0));

  it('is asked seven days later whether a contract was signed, once, unless they have said, even « pas encore » [marche/SURV-01] [marche/SURV-10] [marche/SURV-11]', async () => {
    house.laterAt([7], 8);
    await post(house);
    expect(asked()).toEqual([]);
    house.laterAt([1], 8);
    await post(house);
    await post(house);
    expect(about()).toEqual([silent]);
    expect(asked()).toEqual([house.author.email]);
  });

  it('is asked once more the day after the work begins [marche/SURV-01]', async () => {
    for (const [day, times] of [[3, 0], [4, 1], [5, 1]] as const) {
      house.laterAt([day], 8);
      await post(house);
      expect([day, about().length]).toEqual([day, times]);
    }
    expect(about()).toEqual([silent]);
  });
});
