import { type AmountComparison, type AmountOperator, bracketsThat } from '../domain/amount-comparison.js';

const SYMBOL: Readonly<Record<AmountOperator, string>> = { gte: '>=', gt: '>', lte: '<=', lt: '<' };

/** `isWorth` over the rows of needs `n`: the domain says which brackets answer. Its two values come from place `first` on. */
export const worthSql = ({ operator, amount }: AmountComparison, first: number) => ({
  sql: `case when n.exact_amount is null then n.bracket = any($${first}::text[]) else n.exact_amount ${SYMBOL[operator]} $${first + 1} end`,
  values: [bracketsThat({ operator, amount }), amount] as const,
});
