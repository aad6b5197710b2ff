import { describe, expect, it } from '@jest/globals';
import { spec } from '#testing';
import { buyer, content, criteria, matched, place, published, staff, submitted, supplier, TODAY, validated, written } from './fixtures/needs.js';
import { amountOf, outOfBracket } from './need-amount.js';
import { need } from './need.decider.js';
import type { NeedEvent } from './need.state.js';

const by = { actor: staff, today: TODAY };
const set = (exactAmount?: number): NeedEvent => ({ type: 'marketplace.NeedAmountSet', data: { ...place, ...(exactAmount && { exactAmount }), on: TODAY } });
const exact = { ...place, exactAmount: 12_000 };

describe('how much a need is worth', () => {
  it('is the exact amount, else what its bracket stands for, else unknown [marche/NEED-11]', () => {
    expect(amountOf({ bracket: '5-10K', exactAmount: 12_000 })).toBe(12_000);
    expect(amountOf({ bracket: null, exactAmount: 12_000 })).toBe(12_000);
    expect(amountOf({ bracket: '5-10K', exactAmount: null })).toBe(9_999);
    expect(amountOf({ bracket: null })).toBeNull();
  });

  it('may be something else than the bracket said', () => {
    expect([5_000, 9_999, 4_999, 10_000].map((exactAmount) => outOfBracket({ bracket: '5-10K', exactAmount }))).toEqual([false, false, true, true]);
    expect([outOfBracket({ bracket: '5-10K' }), outOfBracket({ bracket: null, exactAmount: 12_000 })]).toEqual([false, false]);
  });

  it('is said by the team, from the day it receives the need on, and every fact after it says so', () => {
    spec(need).given(submitted).when({ do: 'setAmount', amount: 12_000, ...by }).then(set(12_000));
    spec(need).given(submitted, set(12_000)).when({ do: 'match', criteria, found: [], ...by }).then({ type: 'marketplace.SuppliersMatched', data: { ...exact, criteria, added: [], withdrawn: [], total: 0, on: TODAY } });
    spec(need).given(...published).when({ do: 'setAmount', amount: 12_000, ...by }).then(set(12_000));
    spec(need).given(submitted, set(12_000)).when({ do: 'setAmount', amount: 12_000, ...by }).then();
    spec(need).given(submitted, set(12_000)).when({ do: 'setAmount', amount: null, ...by }).then(set());
  });

  it('is nobody else’s to say, nor of a need that is written or rejected', () => {
    for (const actor of [buyer, supplier]) spec(need).given(submitted).when({ do: 'setAmount', amount: 12_000, actor, today: TODAY }).thenRefused('marketplace/unknown-need');
    for (const [type, messageId] of [['marketplace.NeedSentBack', 'm'], ['marketplace.NeedRejected', 'm']] as const) {
      spec(need).given(submitted, { type, data: { ...place, messageId, on: TODAY } }).when({ do: 'setAmount', amount: 12_000, ...by }).thenRefused('marketplace/already-done');
    }
  });

  it('is a positive whole number of euros, a billion at most', () => {
    for (const amount of [0, -1, 12.5, Number.NaN, 1_000_000_001]) spec(need).given(submitted).when({ do: 'setAmount', amount, ...by }).thenRefused('input/invalid');
    spec(need).given(submitted).when({ do: 'setAmount', amount: 1, ...by }).then(set(1));
  });

  it('stays when its buyer writes the need anew, unless it chooses another bracket', () => {
    const back: NeedEvent = { type: 'marketplace.NeedSentBack', data: { ...exact, messageId: 'm', on: TODAY } };
    const again = { author: buyer.id, on: TODAY };
    spec(need).given(submitted, set(12_000), back).when({ do: 'publish', written: written(), actor: buyer, today: TODAY }).then({ type: 'marketplace.NeedSubmitted', data: { ...exact, ...content, ...again } });
    spec(need).given(submitted, set(12_000), back).when({ do: 'publish', written: written({ place: { bracket: '15-20K' } }), actor: buyer, today: TODAY }).then({ type: 'marketplace.NeedSubmitted', data: { ...place, bracket: '15-20K', ...content, ...again } });
  });

  it('is what a contract is worth that nobody gave an amount of, before it is known and after [marche/NEED-11]', () => {
    const yes = { do: 'recordTransaction', answer: 'yes', supplierId: null, amount: null, ...by } as const;
    const outcome = { signed: true, source: 'admin', supplierId: null, supplierKind: null, supplierDepartment: null, amount: null } as const;
    const recorded = (bracket: string): NeedEvent => ({ type: 'marketplace.TransactionRecorded', data: { ...place, ...outcome, amountBracket: bracket, on: TODAY } });
    spec(need).given(submitted, set(12_000), { ...matched, data: { ...matched.data, ...exact } } as NeedEvent, validated).when(yes).then({ type: 'marketplace.TransactionRecorded', data: { ...exact, ...outcome, amountBracket: '10-15K', on: TODAY } });
    spec(need).given(...published, recorded('5-10K')).when({ do: 'setAmount', amount: 12_000, ...by }).then(set(12_000), { type: 'marketplace.TransactionAmountChanged', data: { ...exact, ...outcome, amountBracket: '10-15K', on: TODAY } });
  });
});
