import type { Decider, Id } from '#kernel';
import type { IdentityEvent } from '../contract.js';

export type AccountKind = 'professional' | 'candidate' | 'staff';
export type AccountEvent = Extract<IdentityEvent, { type: `identity.Account${string}` }>;

export interface OpenAccount {
  readonly type: 'open';
  readonly accountId: Id;
  readonly kind: AccountKind;
}

export const accountStream = (accountId: Id) => `account-${accountId}`;

/** An account's kind is said once and for all: opening it again changes nothing. */
export const account: Decider<{ readonly opened: boolean }, OpenAccount, AccountEvent> = {
  initial: { opened: false },
  evolve: () => ({ opened: true }),
  decide: ({ accountId, kind }, { opened }) => (opened ? [] : [{ type: 'identity.AccountOpened', data: { accountId, kind } }]),
};
