import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Streams } from '#kernel';
import { testApp, type TestApp } from '#testing';
import { IdentityModule } from '../../libs/identity/src/identity.module.js';
import { NeedPresenter } from '../../libs/marketplace/src/api/need-presenter.js';
import { needStream } from '../../libs/marketplace/src/domain/need.state.js';
import { MarketplaceModule } from '../../libs/marketplace/src/marketplace.module.js';
import { NeedLists } from '../../libs/marketplace/src/projections/need-lists.js';
import { OrganisationsModule } from '../../libs/organisations/src/organisations.module.js';
import { CRITERIA, market, type Market } from './market.js';

/** What suppliers, buyers and the team do to needs after the ordinary way: changes of mind, and time that goes by. */
describe('a need, off the ordinary way', () => {
  let app: TestApp;
  let on: Market;
  beforeAll(async () => {
    app = await testApp({ modules: [IdentityModule, OrganisationsModule, MarketplaceModule] });
    on = await market(app);
  }, 90_000);
  afterAll(() => app?.close());

  it('a supplier declines, then changes its mind: it is interested everywhere [marche/TRK-04] [marche/TRK-14] [marche/VIS-03]', async () => {
    const id = await on.published();
    await on.suppliers.decline(id, 'Notre équipe est prise.', on.by('cleaner'));
    await app.settled();
    expect(await on.see(id, 'cleaner')).toMatchObject({ mine: { status: 'declined', declineReason: 'Notre équipe est prise.' }, contact: null });
    expect(await on.see(id, 'buyer')).toMatchObject({ counts: { matched: 2, viewed: 1, interested: 0, declined: 1 } });
    await on.suppliers.declareInterest(id, ['Une semaine'], on.by('cleaner'));
    await app.settled();
    expect(await on.see(id, 'cleaner')).toMatchObject({ mine: { status: 'interested', declineReason: null }, contact: { email: 'achats@fictif.example' } });
    expect(await on.see(id, 'buyer')).toMatchObject({ counts: { matched: 2, viewed: 1, interested: 1, declined: 0 } });
    await on.suppliers.view(id, on.by('sweeper'));
    await app.settled();
    expect(await on.see(id, 'buyer')).toMatchObject({ counts: { matched: 2, viewed: 2, interested: 1, declined: 0 } });
    const { rows, counts } = await app.get(NeedLists).suppliersOf(id, 'interested', 1);
    expect([rows.map(({ supplierId }) => supplierId), counts]).toEqual([[on.id('cleaner')], [{ status: 'interested', count: 1 }, { status: 'matched', count: 1 }]]);
  });

  it('is sent back, written anew, and must be matched anew [marche/MATCH-08] [marche/NEED-26]', async () => {
    const id = await on.submitted();
    await on.moderation.match(id, CRITERIA, on.by('staff'));
    await on.moderation.turnDown('sendBack', id, 'Précisez le lieu.', on.by('staff'));
    await app.settled();
    expect(await on.see(id, 'buyer')).toMatchObject({ status: 'draft', moderation: 'Précisez le lieu.' });
    await on.needs.write('publish', id, on.form({ place: '69123' }), on.by('buyer'));
    await app.settled();
    expect(await on.see(id, 'staff')).toMatchObject({ status: 'submitted', moderation: null, perimeters: [], counts: { matched: 0 } });
    await expect(on.moderation.validate(id, on.by('staff'))).rejects.toMatchObject({ code: 'marketplace/sectors-missing' });
    await on.moderation.match(id, CRITERIA, on.by('staff'));
    await on.moderation.validate(id, on.by('staff'));
    await app.settled();
    expect(await on.see(id, 'cleaner')).toMatchObject({ mine: { status: 'matched' } });
  });

  it('is rejected when its author leaves the latest modification request unanswered for ten days [marche/LIFE-07]', async () => {
    const id = await on.submitted();
    await on.moderation.turnDown('sendBack', id, 'Précisez la surface.', on.by('staff'));
    await app.settled();
    app.clock.set('2026-03-19T20:00:00.000Z');
    await app.deadlines();
    expect(await on.see(id, 'buyer')).toMatchObject({ status: 'draft' });
    app.clock.set('2026-03-20T09:00:00.000Z');
    await app.deadlines();
    expect(await on.see(id, 'buyer')).toMatchObject({ status: 'rejected', moderation: 'Précisez la surface.', actions: [] });
  });

  it('closes after its deadline: nobody answers any more, and the contact is gone [marche/LIFE-02] [marche/VIS-06]', async () => {
    const id = await on.published({ deadline: app.clock.today() });
    await on.suppliers.declareInterest(id, ['Une semaine'], on.by('cleaner'));
    await app.settled();
    expect(await on.see(id, 'cleaner')).toMatchObject({ status: 'validated', contact: { email: 'achats@fictif.example' } });
    app.clock.set('2026-03-21T09:00:00.000Z');
    expect(await on.see(id, 'cleaner')).toMatchObject({ status: 'closed', contact: null, contactHidden: 'closed', actions: ['recordTransaction', 'hideNeed'] });
    expect(await on.see(id, 'sweeper')).toMatchObject({ status: 'closed', actions: ['hideNeed'] });
    await expect(on.suppliers.declareInterest(id, ['Trop tard'], on.by('sweeper'))).rejects.toMatchObject({ code: 'marketplace/closed' });
    await expect(on.suppliers.decline(id, 'Trop tard.', on.by('sweeper'))).rejects.toMatchObject({ code: 'marketplace/closed' });
    const { counts } = await app.get(NeedLists).ofBuyer(on.id('buyer'), app.clock.today(), { status: 'closed', kind: null, page: 1 });
    expect(counts).toContainEqual({ status: 'closed', count: 1 });
  });

  it('is read by anybody after its deadline too, who then is asked nothing [marche/VIS-01] [marche/VIS-04] [marche/VIS-06]', async () => {
    const id = await on.published({ deadline: app.clock.today() });
    expect(await on.see(id, null)).toMatchObject({ status: 'validated', contactHidden: 'sign-in' });
    app.clock.advance(24 * 3_600_000);
    expect(await on.see(id, null)).toMatchObject({ status: 'closed', statusLabel: 'Clôturé', contactHidden: 'closed', contact: null, actions: [], description: 'Deux fois par semaine.' });
  });

  it('an anonymous sourcing hides who buys, even from those interested; they are called back [marche/VIS-05] [marche/VIS-11]', async () => {
    const id = await on.published({ kind: 'PROJ', anonymous: true, responseKinds: [], email: null });
    await on.suppliers.declareInterest(id, ['Une semaine'], on.by('cleaner'));
    await app.settled();
    const seen = await on.see(id, 'cleaner');
    expect(seen).toMatchObject({ kindLabel: 'Projet d’achat', buyer: null, contact: null, contactHidden: 'anonymous', mine: { status: 'interested' } });
    expect(JSON.stringify(seen)).not.toContain('Ville imaginaire');
  });

  it('shows the ways its buyer chose to be reached, and no other [marche/VIS-03]', async () => {
    const ways = { email: 'achats@fictif.example', phone: '01 00 00 00 00', link: 'https://achats.example/1' };
    const id = await on.published({ kind: 'TENDER', responseKinds: ['EXTERN'], ...ways });
    await on.suppliers.declareInterest(id, ['Une semaine'], on.by('cleaner'));
    await app.settled();
    expect((await on.see(id, 'cleaner'))!.contact).toMatchObject({ email: null, phone: null, link: ways.link });
    expect((await on.see(id, 'buyer'))!.contact).toMatchObject(ways);
  });

  it('how it went is kept in the vault, and read by whoever wrote it and the team only [marche/SURV-09]', async () => {
    const id = await on.published();
    await on.suppliers.declareInterest(id, ['Une semaine'], on.by('cleaner'));
    const yes = { answer: 'yes', supplierId: null, amount: null } as const;
    await on.needs.recordTransaction(id, { ...yes, feedback: ' Un échange clair. ' }, on.by('cleaner'));
    await on.needs.recordTransaction(id, { ...yes, supplierId: on.id('cleaner'), feedback: 'Un travail soigné.' }, on.by('buyer'));
    await app.settled();
    const told = async (who: 'buyer' | 'staff') => {
      const { need } = (await app.get(NeedPresenter).open(id, on.by(who).actor))!;
      return (await app.get(NeedPresenter).suppliers(need, (await app.get(NeedLists).suppliersOf(id, 'interested', 1)).rows, on.by(who).actor)).map(({ supplierSaid }) => supplierSaid!.feedback);
    };
    expect(await on.see(id, 'cleaner')).toMatchObject({ buyerSaid: null, mine: { supplierSaid: { answer: 'yes', feedback: 'Un échange clair.' } } });
    expect(await on.see(id, 'buyer')).toMatchObject({ buyerSaid: { answer: 'yes', feedback: 'Un travail soigné.' } });
    expect(await on.see(id, 'staff')).toMatchObject({ buyerSaid: { feedback: 'Un travail soigné.' }, actions: ['recordTransaction', 'setNeedAmount'] });
    expect([await told('buyer'), await told('staff')]).toEqual([[null], ['Un échange clair.']]);
    expect(JSON.stringify(await app.get(Streams).events(needStream(id)))).not.toMatch(/échange|soigné/);
    await on.needs.recordTransaction(id, { answer: 'no', supplierId: null, amount: null }, on.by('staff'));
    await app.settled();
    expect(await on.see(id, 'buyer')).toMatchObject({ transaction: { signed: false, source: 'admin' } });
  });

  it('is opened by its address by a supplier it was not sent to, which may answer, and whose buyer reads how it came [marche/TRK-02] [marche/TRK-06]', async () => {
    const id = await on.published();
    expect(await on.see(id, 'laundry')).toMatchObject({ mine: null, contact: null, contactHidden: 'interest-needed', actions: [] });
    await on.suppliers.view(id, on.by('laundry'));
    await app.settled();
    expect(await on.see(id, 'laundry')).toMatchObject({ mine: { status: 'matched', source: 'LINK', viewedOn: app.clock.today() }, actions: ['declareInterest', 'declineNeed'] });
    await on.suppliers.declareInterest(id, ['Une semaine'], on.by('laundry'));
    await app.settled();
    expect(await on.see(id, 'buyer')).toMatchObject({ counts: { matched: 2, viewed: 1, interested: 1 } });
    const { rows } = await app.get(NeedLists).suppliersOf(id, null, 1);
    expect(rows.map(({ supplierId, source }) => [supplierId, source])).toEqual([[on.id('laundry'), 'LINK'], [on.id('cleaner'), 'EMAIL'], [on.id('sweeper'), 'EMAIL']]);
    const hidden = await on.submitted();
    await app.settled();
    expect(await on.see(hidden, 'laundry')).toBeNull();
    await expect(on.suppliers.view(hidden, on.by('laundry'))).rejects.toMatchObject({ code: 'marketplace/unknown-need' });
  });

  it('goes to the suppliers the team chose by hand, and not to those it took off [marche/LIFE-04] [marche/MATCH-07]', async () => {
    const id = await on.submitted();
    await on.moderation.match(id, CRITERIA, on.by('staff'));
    await on.moderation.add(id, on.id('laundry'), on.by('staff'));
    await on.moderation.remove(id, on.id('sweeper'), on.by('staff'));
    await app.settled();
    expect(await on.see(id, 'staff')).toMatchObject({ counts: { matched: 2 }, actions: expect.arrayContaining(['addNeedSupplier', 'removeNeedSupplier']) });
    await on.moderation.validate(id, on.by('staff'));
    await app.settled();
    const { rows } = await app.get(NeedLists).suppliersOf(id, null, 1);
    expect(rows.map(({ supplierId }) => supplierId).sort()).toEqual([on.id('cleaner'), on.id('laundry')].sort());
    expect(await on.see(id, 'laundry')).toMatchObject({ mine: { status: 'matched' }, actions: ['declareInterest', 'declineNeed'] });
    expect((await app.get(NeedLists).received(on.id('sweeper'), app.clock.today(), { status: null, kind: null, page: 1 })).rows.map((row) => row.id)).not.toContain(id);
    expect(await app.database.rows('select withdrawn_on as day from read.marketplace_need_supplier where need_id = $1 and supplier_id = $2', [id, on.id('sweeper')])).toEqual([{ day: app.clock.today() }]);
    await expect(on.moderation.add(id, on.id('sweeper'), on.by('staff'))).rejects.toMatchObject({ code: 'marketplace/already-done' });
  });
});
