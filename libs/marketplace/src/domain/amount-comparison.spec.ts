import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type AmountOperator, bracketsThat, comparisonOf, isWorth } from './amount-comparison.js';

/** Written again from the rule: what each bracket stands for. */
const REFERENCES = Object.entries({
  ...{ '0-1K': 999, '1-5K': 4_999, '5-10K': 9_999, '10-15K': 14_999, '15-20K': 19_999, '20-30K': 29_999, '30-50K': 49_999, '50-100K': 99_999 },
  ...{ '100-150K': 149_999, '150-250K': 249_999, '250-500K': 499_999, '500-750K': 749_999, '750K-1M': 999_999, '>1M': 1_000_000 },
});
const OPERATORS = ['gte', 'gt', 'lte', 'lt'] as const;
const naive = (operator: AmountOperator, amount: number, worth: number) =>
  (worth > amount && operator.startsWith('g')) || (worth < amount && operator.startsWith('l')) || (worth === amount && operator.endsWith('e'));
const operator = fc.constantFrom(...OPERATORS);
/** Edges of brackets, and whatever lies between. */
const euros = fc.oneof(fc.tuple(fc.constantFrom(...REFERENCES), fc.integer({ min: -1, max: 1 })).map(([[, reference], aside]) => reference + aside), fc.integer({ min: 1, max: 2_000_000 }));

describe('needs by their amount', () => {
  it('are found by what their bracket stands for [marche/NEED-12]', () => {
    expect(bracketsThat({ operator: 'gte', amount: 500_000 })).toEqual(['500-750K', '750K-1M', '>1M']);
    expect(bracketsThat({ operator: 'lt', amount: 20_000 })).toEqual(['0-1K', '1-5K', '5-10K', '10-15K', '15-20K']);
    fc.assert(
      fc.property(operator, euros.filter((amount) => amount > 999 && amount < 1_000_000), (what, amount) => {
        expect(bracketsThat({ operator: what, amount })).toEqual(REFERENCES.filter(([, reference]) => naive(what, amount, reference)).map(([code]) => code));
      }),
    );
  });

  it('are those of the last bracket from a million on, and of the first below what it stands for [marche/NEED-12]', () => {
    for (const amount of [1_000_000, 1_000_001, 1_000_000_000]) for (const what of ['gte', 'gt'] as const) expect(bracketsThat({ operator: what, amount })).toEqual(['>1M']);
    expect([bracketsThat({ operator: 'gt', amount: 999_999 }), bracketsThat({ operator: 'gte', amount: 999_999 })]).toEqual([['>1M'], ['750K-1M', '>1M']]);
    expect([1, 998].map((amount) => bracketsThat({ operator: 'lt', amount }))).toEqual([['0-1K'], ['0-1K']]);
    expect([1, 998, 999, 1_000].map((amount) => bracketsThat({ operator: 'lte', amount }))).toEqual([['0-1K'], ['0-1K'], ['0-1K'], ['0-1K']]);
    // What stands for 999 is not less than 999.
    expect([999, 1_000].map((amount) => bracketsThat({ operator: 'lt', amount }))).toEqual([[], ['0-1K']]);
    expect([bracketsThat({ operator: 'lte', amount: 1_000_000 }).length, bracketsThat({ operator: 'lt', amount: 1_000_000 }).length]).toEqual([14, 13]);
  });

  it('are compared as they are when they are exact, whatever their bracket says, and are none without an amount [marche/NEED-12]', () => {
    fc.assert(
      fc.property(operator, euros, fc.integer({ min: 1, max: 2_000_000 }), fc.constantFrom(null, ...REFERENCES.map(([code]) => code)), (what, amount, exactAmount, bracket) => {
        expect(isWorth({ bracket, exactAmount }, { operator: what, amount })).toBe(naive(what, amount, exactAmount));
        expect(isWorth({ bracket: null, exactAmount: null }, { operator: what, amount })).toBe(false);
      }),
    );
  });

  it('are not looked for with a comparison that does not exist, nor with an amount that is none [marche/NEED-12]', () => {
    for (const what of ['', 'eq', '>', 'GTE', 'constructor']) expect(() => comparisonOf(what, 1_000)).toThrow(expect.objectContaining({ fields: [expect.objectContaining({ field: 'operator', code: 'marketplace/amount-operator' })] }));
    for (const amount of [0, -1, 1.5, 1_000_000_001]) expect(() => comparisonOf('gte', amount)).toThrow(expect.objectContaining({ fields: [expect.objectContaining({ field: 'amount', code: 'marketplace/amount' })] }));
    expect(comparisonOf('gte', 1_000)).toEqual({ operator: 'gte', amount: 1_000 });
  });
});
