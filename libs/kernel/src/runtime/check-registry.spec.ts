import { describe, expect, it } from '@jest/globals';
import { EventCatalogue, eventTypes } from '../catalogue.js';
import type { Policy } from '../policy.js';
import type { Projection } from '../projection.js';
import { checkRegistry } from './check-registry.js';

const catalogue = new EventCatalogue([eventTypes({ 'shop.Sold': { version: 1 } })]);
const projection = (handles: string[]) => ({ name: 'shop.sales', handles }) as unknown as Projection;
const policy = (given: Partial<Policy>) => ({ name: 'shop.thanks', handles: [], needs: [], ...given }) as unknown as Policy;
const check = (projections: Projection[], policies: Policy[] = []) => () => checkRegistry({ projections, policies }, catalogue);

describe('A start with names that lead nowhere', () => {
  it('is refused for an event type its context does not declare', () => {
    expect(check([projection(['shop.Sold'])], [policy({ handles: ['shop.Sold'], needs: ['shop.sales'] })])).not.toThrow();
    expect(check([projection(['shop.Solt'])])).toThrow('shop.sales handles shop.Solt, which nobody declares');
    expect(check([], [policy({ handles: ['shop.Solt'] })])).toThrow('shop.thanks handles shop.Solt');
  });

  it('is not refused for events of a context that is not part of the application', () => {
    expect(check([projection(['bank.Paid'])])).not.toThrow();
  });

  it('is refused for a policy that waits for no projection, and for two of one name', () => {
    expect(check([], [policy({ needs: ['shop.sale'] })])).toThrow('needs the projection shop.sale');
    expect(check([], [policy({}), policy({})])).toThrow('declared twice');
  });
});
