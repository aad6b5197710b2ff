import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Clock, type Id, newId, WEEKDAYS } from '#kernel';
import { type MailHouse, openMailHouse } from './mail-house.js';
import type { Answer, Shown } from './stage.js';

const FOLLOW = 'mutation ($id: ID!, $link: ID!) { openNeedLink(id: $id, link: $link) }';
const LIST = 'query ($id: ID!, $tab: String) { needSuppliers(id: $id, tab: $tab, page: 1) { viewed items { supplier { name } status linkOpenedOn viewedOn } } need(id: $id) { counts { contacted viewed } } }';

describe('the link that a supplier was sent', () => {
  let house: MailHouse;
  let [need, other]: Id[] = [];
  let links: readonly string[];

  /** Nobody who has signed in. */
  const follow = async (id: Id | undefined, link: string): Promise<Answer> => (await house.app.inject({ method: 'POST', url: '/graphql', payload: { query: FOLLOW, variables: { id, link } } })).json<Answer>();
  const seen = async (tab = 'all'): Promise<Shown> => {
    await house.on.settled();
    return house.author.get(LIST, { id: need, tab });
  };

  beforeAll(async () => {
    house = await openMailHouse({}, { days: WEEKDAYS, hour: 10 });
    for (const name of ['un', 'deux']) await house.supplier(name);
    [need, other] = [await house.published(), await house.published({ title: 'Un autre' })];
    await house.post();
    await house.post();
    const written = house.server.received.filter(({ text }) => text.includes(`/besoins/${need}?lien=`));
    links = ['un', 'deux'].map((name) => /\?lien=(\S+)/.exec(written.find(({ to }) => to[0] === `${name}@fictif.example`)!.text)![1]!);
  }, 120_000);
  afterAll(() => house?.close());

  it('is another for each supplier, the same for all who are written to there, and not made of what is public', async () => {
    expect(new Set(links).size).toBe(2);
    const told = house.server.received.filter(({ text }) => text.includes(links[0]!)).map(({ to }) => to[0]).sort();
    expect(told).toEqual(['un@fictif.example', 'un@organisation.test']);
    expect(links.every((link) => link[14] === '7')).toBe(true);
  });

  it('tells the buyer once that it was followed, whoever follows it [marche/TRK-05] [marche/VIS-40]', async () => {
    expect((await seen()).need.counts).toEqual({ contacted: 2, viewed: 0 });
    expect(await follow(need, links[0]!)).toEqual({ data: { openNeedLink: true } });
    house.later(24 * 3_600_000);
    expect(await follow(need, links[0]!)).toEqual({ data: { openNeedLink: true } });
    const { need: shown, needSuppliers } = await seen('viewed');
    const day = new Date(house.on.service(Clock).now() - 24 * 3_600_000).toISOString().slice(0, 10);
    expect(shown.counts).toEqual({ contacted: 2, viewed: 1 });
    expect(needSuppliers).toEqual({ viewed: 1, items: [{ supplier: { name: 'Atelier un' }, status: 'viewed', linkOpenedOn: day, viewedOn: null }] });
  });

  it('leads nowhere when it is unknown, malformed or of another need, and nothing is noted [marche/TRK-05]', async () => {
    const strays: [Id | undefined, string][] = [[need, newId()], [need, 'n’importe quoi'], [need, ''], [other, links[1]!], [newId(), links[1]!]];
    for (const [id, link] of strays) expect((await follow(id, link)).errors?.[0]?.extensions.code).toBe('marketplace/unknown-need');
    expect((await seen()).need.counts).toEqual({ contacted: 2, viewed: 1 });
  });

  it('shows a visitor no more of the need than its address does', async () => {
    await follow(need, links[1]!);
    const answer = await house.app.inject({ method: 'POST', url: '/graphql', payload: { query: 'query ($id: ID!) { need(id: $id) { title publicView contactHidden contact { email } mine { status } } }', variables: { id: need } } });
    expect(answer.json<Answer>().data.need).toEqual({ title: 'Nettoyage imaginaire', publicView: true, contactHidden: 'sign-in', contact: null, mine: null });
  });
});
