import type { Decider, Id } from '#kernel';
import type { ApprovalsEvent } from '../contract.js';
import { passNumber, type PassNumbering } from './pass-number.js';

export const PASS_NUMBERS = 'pass-numbers';

type Numbered = Extract<ApprovalsEvent, { type: 'approvals.PassNumbered' }>;
export interface NumberPass {
  readonly passId: Id;
  readonly candidateId: Id;
}
interface Tail {
  /** Revision that the next event will have. */
  readonly next: number;
  readonly numbered: readonly Id[];
}

/**
 * One event per number: its revision in the stream makes the number, so that none is lost and none comes twice.
 * Folds only the events from a revision on; the PASS must not have been numbered before it.
 */
export const passNumbers = (numbering: PassNumbering, from: number): Decider<Tail, NumberPass, Numbered> => ({
  initial: { next: from, numbered: [] },
  evolve: ({ next, numbered }, { data }) => ({ next: next + 1, numbered: [...numbered, data.passId] }),
  decide: ({ passId, candidateId }, { next, numbered }) =>
    numbered.includes(passId) ? [] : [{ type: 'approvals.PassNumbered', data: { passId, candidateId, number: passNumber(numbering, next) } }],
});
