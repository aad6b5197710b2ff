import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, type Id, newId, SYSTEM } from '#kernel';
import { testApp, type TestApp } from '#testing';
import { IdentityModule } from '../../libs/identity/src/identity.module.js';
import { NeedPresenter } from '../../libs/marketplace/src/api/need-presenter.js';
import { MarketplaceModule } from '../../libs/marketplace/src/marketplace.module.js';
import { NeedLists } from '../../libs/marketplace/src/projections/need-lists.js';
import { OrganisationsModule } from '../../libs/organisations/src/organisations.module.js';
import { CRITERIA, market, type Market } from './market.js';

const ANY = { status: null, kind: null };

/** Thirteen needs published one after the other; the third and the fifth are closed when the lists are read. */
describe('lists of needs', () => {
  let app: TestApp;
  let on: Market;
  let lists: NeedLists;
  let expected: readonly Id[];
  beforeAll(async () => {
    app = await testApp({ modules: [IdentityModule, OrganisationsModule, MarketplaceModule] });
    on = await market(app);
    lists = app.get(NeedLists);
    const [start, ids] = [app.clock.today(), [] as Id[]];
    for (let n = 0; n < 13; n++) {
      // Two on each day: of the same day, the last changed comes first.
      app.clock.set(`${addDays(start, Math.floor(n / 2))}T09:00:00.000Z`);
      ids.push(await on.published({ title: `Besoin imaginaire ${n}`, deadline: addDays(start, [2, 4].includes(n) ? 10 : 30) }));
    }
    app.clock.set(`${addDays(start, 12)}T09:00:00.000Z`);
    const open = ids.filter((_, n) => n !== 2 && n !== 4);
    expected = [...open.reverse(), ids[4]!, ids[2]!];
  }, 90_000);
  afterAll(() => app?.close());

  it('show ten a page, open ones first, then the last published [marche/VIS-02]', async () => {
    const today = app.clock.today();
    for (const read of [(page: number) => lists.received(on.id('cleaner'), today, { ...ANY, page }), (page: number) => lists.ofBuyer(on.id('buyer'), today, { ...ANY, page })]) {
      const [first, second, third] = [await read(1), await read(2), await read(3)];
      expect([first, second, third].map(({ rows, total }) => [rows.length, total])).toEqual([[10, 13], [3, 13], [0, 13]]);
      expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual(expected);
    }
  });

  it('count as new the live needs only: published, and not closed [marche/LIFE-03] [marche/TRK-13]', async () => {
    const waiting = await on.submitted();
    await on.moderation.match(waiting, CRITERIA, on.by('staff'));
    await app.settled();
    const unread = async () => (await lists.received(on.id('cleaner'), app.clock.today(), { ...ANY, page: 1 })).unread;
    expect(await unread()).toEqual([{ kind: 'QUOTE', count: 11 }]);
    await on.moderation.turnDown('reject', waiting, 'Hors du champ.', on.by('staff'));
    await app.settled();
    expect(await unread()).toEqual([{ kind: 'QUOTE', count: 11 }]);
  });

  it('leave out what a supplier hid of its own, which keeps its address and comes back when asked [marche/TRK-10]', async () => {
    const [over, today] = [expected[12]!, app.clock.today()];
    const listed = async (who: 'cleaner' | 'sweeper', status: string | null = null) => {
      const [first, second] = await Promise.all([1, 2].map((page) => lists.received(on.id(who), today, { ...ANY, status, page })));
      return { total: first!.total, has: [...first!.rows, ...second!.rows].some(({ id }) => id === over), hidden: first!.counts.find((each) => each.status === 'hidden')?.count };
    };
    expect(await listed('cleaner')).toEqual({ total: 13, has: true, hidden: undefined });
    await on.suppliers.hide('hide', over, on.by('cleaner'));
    await app.settled();
    expect([await listed('cleaner'), await listed('cleaner', 'hidden'), await listed('sweeper')]).toEqual([{ total: 12, has: false, hidden: 1 }, { total: 1, has: true, hidden: 1 }, { total: 13, has: true, hidden: undefined }]);
    expect(await on.see(over, 'cleaner')).toMatchObject({ status: 'closed', actions: ['showNeedAgain'] });
    await on.suppliers.hide('showAgain', over, on.by('cleaner'));
    await app.settled();
    expect(await listed('cleaner')).toEqual({ total: 13, has: true, hidden: undefined });
  });

  it('put the latest interested supplier first, then by name, and give no contact of the others [marche/VIS-40] [marche/VIS-42]', async () => {
    const [id, today] = [expected[0]!, app.clock.today()];
    const order = async (tab: string | null) => (await lists.suppliersOf(id, tab, 1)).rows.map(({ supplierId }) => supplierId);
    expect(await order(null)).toEqual([on.id('cleaner'), on.id('sweeper')]);
    await on.suppliers.declareInterest(id, ['Une semaine'], on.by('cleaner'));
    await app.settled();
    const presenter = app.get(NeedPresenter);
    const { need } = (await presenter.open(id, on.by('buyer').actor))!;
    const shown = await presenter.suppliers(need, (await lists.suppliersOf(id, null, 1)).rows, on.by('buyer').actor);
    expect(shown.map(({ supplier, contact }) => [supplier.id, contact])).toEqual([[on.id('cleaner'), expect.objectContaining({ email: 'cleaner@fictif.example' })], [on.id('sweeper'), null]]);
    await on.suppliers.declareInterest(id, ['Un mois'], on.by('sweeper'));
    await app.settled();
    expect(await order(null)).toEqual([on.id('sweeper'), on.id('cleaner')]);
    expect(await order('interested')).toEqual([on.id('sweeper'), on.id('cleaner')]);
    expect((await lists.received(on.id('cleaner'), today, { ...ANY, status: 'interested', page: 1 })).total).toBe(1);
  });

  it('leave out who is no longer in the directory, and who has lost its contact before answering [marche/VIS-40] [marche/SUP-11]', async () => {
    const [answered, unanswered] = [expected[0]!, expected[1]!];
    const listed = async (needId: string) => {
      const { rows, total, counts } = await lists.suppliersOf(needId, null, 1);
      expect([total, counts.reduce((sum, { count }) => sum + count, 0)]).toEqual([rows.length, rows.length]);
      return rows.map(({ supplierId }) => supplierId);
    };
    const [desk, supplierId] = [on.suppliers, on.id('sweeper')];
    const turn = async (act: () => Promise<unknown>) => (await act(), await app.settled(), [await listed(answered), await listed(unanswered)]);
    const [both, either] = [[on.id('sweeper'), on.id('cleaner')], [on.id('cleaner'), on.id('sweeper')]];
    expect(await turn(async () => undefined)).toEqual([both, either]);
    expect(await turn(() => desk.list(supplierId, false, on.by('staff')))).toEqual([[on.id('cleaner')], [on.id('cleaner')]]);
    expect(await turn(() => desk.list(supplierId, true, on.by('staff')))).toEqual([both, either]);
    expect(await turn(() => desk.eraseContact(supplierId, on.by('sweeper').actor.id, { command: newId(), actor: SYSTEM }))).toEqual([both, [on.id('cleaner')]]);
  });
});
