import { type Decider, type Id, Refusal } from '#kernel';
import type { IdentityEvent } from '../contract.js';

export type AccountKind = 'professional' | 'candidate' | 'staff';
export type AccountEvent = Extract<IdentityEvent, { type: `identity.Account${string}` }>;

export interface OpenAccount {
  readonly type: 'open';
  readonly accountId: Id;
  readonly kind: AccountKind;
}

export interface EraseAccount {
  readonly type: 'erase';
  readonly accountId: Id;
  readonly reason: string;
}

export const accountStream = (accountId: Id) => `account-${accountId}`;

/** An account's kind is said once and for all: opening it again changes nothing. */
export const account: Decider<{ readonly opened: boolean; readonly erased: boolean }, OpenAccount | EraseAccount, AccountEvent> = {
  initial: { opened: false, erased: false },
  evolve: ({ erased }, { type }) => ({ opened: true, erased: erased || type === 'identity.AccountErased' }),
  decide: (command, { opened, erased }) => {
    const { accountId } = command;
    if (command.type === 'erase') return erased ? [] : [{ type: 'identity.AccountErased', data: { accountId, reason: command.reason } }];
    if (erased) throw new Refusal('identity/person-erased');
    return opened ? [] : [{ type: 'identity.AccountOpened', data: { accountId, kind: command.kind } }];
  },
};
