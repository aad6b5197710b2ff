import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testApp, type TestApp } from '#testing';
import { IdentityModule } from '../../libs/identity/src/identity.module.js';
import { MarketplaceQueries } from '../../libs/marketplace/src/contract.js';
import { MarketplaceModule } from '../../libs/marketplace/src/marketplace.module.js';
import { OrganisationsModule } from '../../libs/organisations/src/organisations.module.js';
import { market, type Market } from './market.js';

describe('how much a need is worth', () => {
  let app: TestApp;
  let on: Market;
  beforeAll(async () => {
    app = await testApp({ modules: [IdentityModule, OrganisationsModule, MarketplaceModule] });
    on = await market(app);
  }, 90_000);
  afterAll(() => app?.close());

  const READERS = ['buyer', 'staff', 'cleaner', 'laundry', null] as const;
  const read = async (id: string) => Object.fromEntries(await Promise.all(READERS.map(async (who) => [who ?? 'anybody', (await on.see(id, who))?.amountLabel] as const)));

  it('is read as an exact amount instead of its bracket, by its author and the team, and by others, in their letters too, when it is shared [marche/NEED-13] [marche/VIS-07]', async () => {
    for (const shareAmount of [true, false]) {
      const id = await on.published({ shareAmount });
      const [bracket, exact] = ['5 000 à 10 000 €', expect.stringMatching(/^12\s000\s€$/)];
      expect(await read(id)).toEqual({ buyer: bracket, staff: bracket, ...Object.fromEntries(['cleaner', 'laundry', 'anybody'].map((who) => [who, shareAmount ? bracket : null])) });
      await on.moderation.setAmount(id, 12_000, on.by('staff'));
      await app.settled();
      expect(await read(id)).toEqual({ buyer: exact, staff: exact, ...Object.fromEntries(['cleaner', 'laundry', 'anybody'].map((who) => [who, shareAmount ? exact : null])) });
      expect(await app.get(MarketplaceQueries).summary(id)).toMatchObject(shareAmount ? { bracket: '5-10K', exactAmount: 12_000 } : { bracket: null, exactAmount: null });
      for (const who of ['cleaner', null] as const) expect(await on.see(id, who)).toMatchObject({ exactAmount: shareAmount ? 12_000 : null, outOfBracket: false });
      expect(await on.see(id, 'staff')).toMatchObject({ exactAmount: 12_000, amount: { code: '5-10K' }, outOfBracket: true });
    }
  });

  it('is not read where its author gave no bracket, but by its author and the team [marche/NEED-13]', async () => {
    const id = await on.published({ amount: null });
    await on.moderation.setAmount(id, 800, on.by('staff'));
    await app.settled();
    expect(await read(id)).toEqual({ buyer: '800\u00a0€', staff: '800\u00a0€', cleaner: null, laundry: null, anybody: null });
  });
});
