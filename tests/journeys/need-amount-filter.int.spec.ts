import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AMOUNT_BRACKETS } from '#reference';
import { testApp, type TestApp } from '#testing';
import { IdentityModule } from '../../libs/identity/src/identity.module.js';
import { NeedsResolver } from '../../libs/marketplace/src/api/needs.resolver.js';
import { isWorth } from '../../libs/marketplace/src/domain/amount-comparison.js';
import { MarketplaceModule } from '../../libs/marketplace/src/marketplace.module.js';
import { OrganisationsModule } from '../../libs/organisations/src/organisations.module.js';
import { market, type Market } from './market.js';

/** A need of each bracket, one without an amount, and some whose exact amount the team knows, against their bracket or without one. */
const NEEDS = [
  ...[null, ...AMOUNT_BRACKETS.map(({ code }) => code)].map((bracket) => ({ bracket, exactAmount: null })),
  ...([[null, 999], ['>1M', 500], ['0-1K', 1_000_000], ['5-10K', 2_000_000], ['20-30K', 20_000]] as const).map(([bracket, exactAmount]) => ({ bracket, exactAmount })),
];
const EDGES = [1, 2_000_000, ...AMOUNT_BRACKETS.flatMap(({ reference }) => [reference - 1, reference, reference + 1])];

describe('the team’s list of needs, by their amount', () => {
  let app: TestApp;
  let on: Market;
  let named: ReadonlyMap<string, (typeof NEEDS)[number]>;
  beforeAll(async () => {
    app = await testApp({ modules: [IdentityModule, OrganisationsModule, MarketplaceModule] });
    on = await market(app);
    const ids: string[] = [];
    for (const { bracket, exactAmount } of NEEDS) {
      const id = await on.submitted({ amount: bracket });
      if (exactAmount) await on.moderation.setAmount(id, exactAmount, on.by('staff'));
      ids.push(id);
    }
    await app.settled();
    named = new Map(ids.map((id, at) => [id, NEEDS[at]!]));
  }, 90_000);
  afterAll(() => app?.close());

  const read = (amount: { operator: string; amount: number } | null, page = 1) => app.get(NeedsResolver).needsToValidate('submitted', null, amount, page, on.by('staff').actor);

  it('holds those that the rule says, of all brackets and around each of their edges [marche/NEED-12]', async () => {
    for (const operator of ['gte', 'gt', 'lte', 'lt'] as const)
      for (const amount of EDGES) {
        const [first, second] = await Promise.all([read({ operator, amount }), read({ operator, amount }, 2)]);
        const right = [...named].filter(([, each]) => isWorth(each, { operator, amount })).map(([id]) => id);
        const found = [...first.items, ...second.items].map(({ id }) => id);
        expect([operator, amount, first.total, new Set(found)]).toEqual([operator, amount, right.length, new Set(right)]);
        expect(first.counts).toEqual(right.length ? [{ status: 'submitted', count: right.length }] : []);
      }
    expect((await read(null)).total).toBe(NEEDS.length);
  });

  it('says what is wrong with a comparison it does not know [marche/NEED-12]', async () => {
    await expect(read({ operator: 'eq', amount: 1_000 })).rejects.toMatchObject({ fields: [{ field: 'operator', code: 'marketplace/amount-operator' }] });
    await expect(read({ operator: 'gte', amount: 0 })).rejects.toMatchObject({ fields: [{ field: 'amount', code: 'marketplace/amount' }] });
  });
});
