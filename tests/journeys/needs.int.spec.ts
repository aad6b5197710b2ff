import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testApp, type TestApp } from '#testing';
import { IdentityModule } from '../../libs/identity/src/identity.module.js';
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

  it('a supplier declines, then changes its mind: it is interested everywhere [marche/TRK-04] [marche/VIS-03]', async () => {
    const id = await on.published();
    await on.suppliers.decline(id, 'Notre équipe est prise.', on.by('cleaner'));
    await app.settled();
    expect(await on.see(id, 'cleaner')).toMatchObject({ mine: { status: 'declined', declineReason: 'Notre équipe est prise.' }, contact: null });
    expect(await on.see(id, 'buyer')).toMatchObject({ counts: { matched: 2, interested: 0, declined: 1 } });
    await on.suppliers.declareInterest(id, ['Une semaine'], on.by('cleaner'));
    await app.settled();
    expect(await on.see(id, 'cleaner')).toMatchObject({ mine: { status: 'interested', declineReason: null }, contact: { email: 'achats@fictif.example' } });
    expect(await on.see(id, 'buyer')).toMatchObject({ counts: { matched: 2, interested: 1, declined: 0 } });
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
});
