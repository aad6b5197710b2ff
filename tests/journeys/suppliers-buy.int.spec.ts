import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testApp, type TestApp } from '#testing';
import { IdentityModule } from '../../libs/identity/src/identity.module.js';
import { NeedsResolver } from '../../libs/marketplace/src/api/needs.resolver.js';
import { MarketplaceModule } from '../../libs/marketplace/src/marketplace.module.js';
import { OrganisationsModule } from '../../libs/organisations/src/organisations.module.js';
import { CRITERIA, market, type Market } from './market.js';

describe('a supplier that buys', () => {
  let app: TestApp;
  let on: Market;
  beforeAll(async () => {
    app = await testApp({ modules: [IdentityModule, OrganisationsModule, MarketplaceModule] });
    on = await market(app);
  }, 90_000);
  afterAll(() => app?.close());

  it('publishes a need that others answer, apart from those it receives and never sent to itself [marche/NEED-21]', async () => {
    const resolver = app.get(NeedsResolver);
    const as = (who: 'cleaner' | 'sweeper' | 'staff' | 'buyer') => on.by(who).actor;
    const { needId: id } = await on.needs.write('publish', null, on.form(), on.by('cleaner'));
    const criteria = { ...CRITERIA, sectors: [...CRITERIA.sectors], prestaTypes: [], supplierKinds: [], perimeters: [...CRITERIA.perimeters] };
    expect(await resolver.needMatches(id, criteria)).toMatchObject({ total: 1, sample: [{ id: on.id('sweeper') }] });
    await on.moderation.match(id, CRITERIA, on.by('staff'));
    await expect(on.moderation.add(id, on.id('cleaner'), on.by('staff'))).rejects.toMatchObject({ fields: [{ field: 'supplierId', code: 'marketplace/supplier-own-need' }] });
    await on.moderation.validate(id, on.by('staff'));
    await app.settled();

    const [mine, received, theirs] = await Promise.all([resolver.needs(null, null, 1, as('cleaner')), resolver.receivedNeeds(null, null, 1, as('cleaner')), resolver.receivedNeeds(null, null, 1, as('sweeper'))]);
    expect([mine, received, theirs].map(({ items }) => items.map((need) => need.id))).toEqual([[id], [], [id]]);
    expect(theirs.items[0]).toMatchObject({ buyer: { id: on.id('cleaner'), kindLabel: 'Entreprise adaptée' }, own: false });
    await on.suppliers.declareInterest(id, ['Une semaine'], on.by('sweeper'));
    await app.settled();

    expect(await on.see(id, 'cleaner')).toMatchObject({ own: true, mine: null, counts: { matched: 1, interested: 1 }, contact: { email: 'achats@fictif.example' }, actions: ['recordTransaction'] });
    expect(await resolver.needSuppliers(id, 'all', 1, as('cleaner'))).toMatchObject({ total: 1, items: [{ supplier: { id: on.id('sweeper') }, answers: [{ answer: 'Une semaine' }], contact: { email: 'sweeper@fictif.example' } }] });
    for (const who of ['sweeper', 'buyer'] as const) await expect(resolver.needSuppliers(id, 'all', 1, as(who))).rejects.toMatchObject({ code: 'marketplace/unknown-need' });
    await on.needs.recordTransaction(id, { answer: 'yes', supplierId: on.id('sweeper'), amount: 900 }, on.by('cleaner'));
    await app.settled();
    expect(await on.see(id, 'cleaner')).toMatchObject({ buyerSaid: { answer: 'yes', amount: 900 }, transaction: { source: 'buyer', signed: true } });
  });
});
