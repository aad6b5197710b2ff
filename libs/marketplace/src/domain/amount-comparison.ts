import { InvalidInput } from '#kernel';
import { AMOUNT_BRACKETS } from '#reference';
import { type Amounts, checkEuros } from './need-amount.js';

const COMPARE = {
  gte: (one: number, other: number) => one >= other,
  gt: (one: number, other: number) => one > other,
  lte: (one: number, other: number) => one <= other,
  lt: (one: number, other: number) => one < other,
} as const;
export type AmountOperator = keyof typeof COMPARE;
/** « Worth at least, more than, at most or less than so many euros. » */
export interface AmountComparison {
  readonly operator: AmountOperator;
  readonly amount: number;
}

const isOperator = (operator: string): operator is AmountOperator => Object.hasOwn(COMPARE, operator);
/** @throws InvalidInput beside `operator` or `amount` */
export const comparisonOf = (operator: string, amount: number): AmountComparison => {
  if (!isOperator(operator)) throw new InvalidInput([{ field: 'operator', code: 'marketplace/amount-operator' }]);
  checkEuros(amount);
  return { operator, amount };
};

const [LOWEST, HIGHEST] = [AMOUNT_BRACKETS[0]!, AMOUNT_BRACKETS.at(-1)!];
/** The brackets that answer, by the amount each stands for; beyond the last one the last answers, below the first one the first [marche/NEED-12]. */
export const bracketsThat = ({ operator, amount }: AmountComparison): readonly string[] => {
  if ((operator === 'gte' || operator === 'gt') && amount >= HIGHEST.reference) return [HIGHEST.code];
  if ((operator === 'lt' && amount < LOWEST.reference) || (operator === 'lte' && amount <= LOWEST.reference)) return [LOWEST.code];
  return AMOUNT_BRACKETS.filter(({ reference }) => COMPARE[operator](reference, amount)).map(({ code }) => code);
};

/** An exact amount is compared as it is; a need without any amount answers nothing [marche/NEED-12]. */
export const isWorth = ({ bracket, exactAmount }: Amounts, comparison: AmountComparison): boolean =>
  exactAmount ? COMPARE[comparison.operator](exactAmount, comparison.amount) : bracket !== null && bracketsThat(comparison).includes(bracket);
