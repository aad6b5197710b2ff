import { describe, expect, it } from '@jest/globals';
import { spec } from '#testing';
import { buyer, cleaner, id, interested, otherBuyer, otherSupplier, place, published, staff, submitted, supplier, TODAY, workshop } from './fixtures/needs.js';
import { need } from './need.decider.js';
import type { NeedEvent } from './need.state.js';
import type { RecordTransaction } from './transactions.js';

const says = (given: Partial<RecordTransaction> = {}): RecordTransaction => ({ do: 'recordTransaction', answer: 'yes', supplierId: cleaner.supplierId, amount: null, actor: buyer, today: TODAY, ...given });
const supplierSays = (given: Partial<RecordTransaction> = {}) => says({ actor: supplier, supplierId: null, ...given });
const past: readonly NeedEvent[] = [...published, interested(), interested(workshop, 2)];
const after = (...commands: readonly RecordTransaction[]): readonly NeedEvent[] =>
  commands.reduce<readonly NeedEvent[]>((events, command) => [...events, ...need.decide(command, events.reduce(need.evolve, need.initial))], past);
const outcome = (...commands: readonly RecordTransaction[]) => after(...commands).reduce(need.evolve, need.initial)!.outcome;

describe('saying whether a contract was signed', () => {
  it('the buyer says with whom and for how much; the outcome is written once', () => {
    const fact = { signed: true, source: 'buyer', ...cleaner, amount: 12_000, amountBracket: '10-15K' } as const;
    spec(need)
      .given(...past)
      .when(says({ amount: 12_000 }))
      .then(
        { type: 'marketplace.TransactionAnswered', data: { ...place, side: 'buyer', supplierId: cleaner.supplierId, answer: 'yes', amount: 12_000, on: TODAY } },
        { type: 'marketplace.TransactionRecorded', data: { ...place, ...fact, on: TODAY } },
      );
  });

  it('yes and no are final, « not yet » may be replaced [marche/SURV-04]', () => {
    spec(need).given(...after(says())).when(says({ answer: 'no' })).thenRefused('marketplace/answer-locked');
    spec(need).given(...after(says({ answer: 'no' }))).when(says()).thenRefused('marketplace/answer-locked');
    expect(outcome(says({ answer: 'not_yet' }))).toBeNull();
    expect(outcome(says({ answer: 'not_yet' }), says())).toMatchObject({ signed: true });
  });

  it('the buyer signs with any supplier the need was sent to, interested or not, or with somebody else [marche/SURV-04]', () => {
    const recorded = (supplierId: string | null) => need.decide(says({ supplierId }), published.reduce(need.evolve, need.initial))[1]!.data;
    expect(recorded(workshop.supplierId)).toMatchObject({ signed: true, ...workshop });
    expect(recorded(null)).toMatchObject({ signed: true, source: 'buyer', supplierId: null, supplierKind: null, amountBracket: '5-10K' });
  });

  it('the buyer who signed with another supplier than the one who spoke first is believed', () => {
    const first = supplierSays({ amount: 7000 });
    expect(outcome(first, says({ supplierId: workshop.supplierId }))).toMatchObject({ signed: true, source: 'buyer', ...workshop, amount: null, amountBracket: '5-10K' });
    expect(outcome(first, supplierSays({ actor: otherSupplier, amount: 900 }), says({ supplierId: workshop.supplierId }))).toMatchObject({ ...workshop, amount: 900, amountBracket: '0-1K' });
    expect(outcome(first, says({ supplierId: null }))).toMatchObject({ source: 'buyer', supplierId: null, amount: null });
    expect(outcome(first, says())).toMatchObject({ source: 'supplier', ...cleaner, amount: 7000 });
    expect(outcome(says({ supplierId: workshop.supplierId }), first)).toMatchObject({ ...workshop, amount: null });
  });

  it('the first word decides the outcome when it was unknown [marche/SURV-06]', () => {
    expect(outcome(says({ answer: 'no' }))).toMatchObject({ signed: false, source: 'buyer', amountBracket: null });
    expect(outcome(says({ answer: 'no' }), supplierSays())).toMatchObject({ signed: false, source: 'buyer' });
    expect(outcome(supplierSays(), says({ answer: 'no' }))).toMatchObject({ signed: true, source: 'supplier' });
  });

  it('a supplier answers once; its no decides nothing [marche/SURV-07]', () => {
    expect(outcome(supplierSays({ answer: 'no' }))).toBeNull();
    expect(outcome(supplierSays({ amount: 900 }))).toMatchObject({ signed: true, source: 'supplier', supplierId: cleaner.supplierId, amountBracket: '0-1K' });
    spec(need).given(...after(supplierSays())).when(supplierSays({ answer: 'no' })).thenRefused('marketplace/answer-locked');
    spec(need).given(...past).when(supplierSays({ answer: 'not_yet' })).thenRefused('input/invalid');
  });

  it('an amount comes with a yes only [marche/SURV-05]', () => {
    spec(need).given(...past).when(says({ answer: 'no', amount: 100 })).thenRefused('input/invalid');
    spec(need).given(...past).when(supplierSays({ answer: 'no', amount: 100 })).thenRefused('input/invalid');
  });

  it('an amount is a positive whole number of euros, and may be left out [marche/SURV-09]', () => {
    for (const amount of [0, -5, 10.5]) spec(need).given(...past).when(says({ amount })).thenRefused('input/invalid');
    expect(outcome(says())).toMatchObject({ amount: null, amountBracket: '5-10K' });
  });

  it('the team says how it ended, in nobody’s place, and has the last word [marche/SURV-08]', () => {
    const teamSays = (given: Partial<RecordTransaction> = {}) => says({ actor: staff, ...given });
    const fact = { signed: true, source: 'admin', ...cleaner, amount: 9000, amountBracket: '5-10K' } as const;
    const recorded = { type: 'marketplace.TransactionRecorded', data: { ...place, ...fact, on: TODAY } } as const;
    spec(need).given(...past).when(teamSays({ amount: 9000 })).then(recorded);
    spec(need).given(...past, recorded).when(teamSays({ amount: 9000 })).thenNothing();
    spec(need).given(...past, recorded).when(teamSays({ answer: 'no' })).thenExpect(([event]) => expect(event).toMatchObject({ type: 'marketplace.TransactionAmountChanged', data: { signed: false, source: 'admin', supplierId: null } }));
    expect(outcome(says({ answer: 'no' }), teamSays({ amount: 9000 }))).toEqual(fact);
    expect(outcome(teamSays({ amount: 9000 }), says({ supplierId: workshop.supplierId, amount: 50 }), supplierSays({ amount: 7000 }))).toEqual(fact);
    expect(outcome(teamSays({ answer: 'no' }), supplierSays())).toMatchObject({ signed: false, source: 'admin' });
    spec(need).given(...past).when(teamSays({ answer: 'not_yet' })).thenRefused('input/invalid');
    spec(need).given(...past).when(teamSays({ supplierId: id('nobody') })).thenRefused('input/invalid');
    spec(need).given(submitted).when(teamSays()).thenRefused('marketplace/already-done');
  });

  it('the buyer’s figure counts more, a supplier’s where there is none', () => {
    expect(outcome(supplierSays({ amount: 7000 }), says({ amount: 8000 }))).toMatchObject({ source: 'buyer', amount: 8000 });
    expect(outcome(says(), supplierSays({ amount: 7000 }))).toMatchObject({ source: 'supplier', amount: 7000 });
    expect(outcome(says({ amount: 8000 }), supplierSays({ amount: 7000 }))).toMatchObject({ source: 'buyer', amount: 8000 });
    expect(outcome(says(), supplierSays({ amount: 7000, actor: otherSupplier }))).toMatchObject({ source: 'buyer', amount: null });
  });

  it('is for the author and suppliers who were interested', () => {
    spec(need).given(...past).when(says({ actor: otherBuyer })).thenRefused('marketplace/unknown-need');
    spec(need).given(...published).when(supplierSays()).thenRefused('marketplace/interest-first');
    spec(need).given(...past).when(says({ supplierId: id('nobody') })).thenRefused('input/invalid');
  });
});
