import { Injectable } from '@nestjs/common';
import { type Day, type Id } from '#kernel';
import type { IdentityEvent } from '../contract.js';
import { account, accountStream, type AccountKind } from '../domain/account.decider.js';
import { candidate, candidateStream } from '../domain/candidate.decider.js';
import { dimensionsOf, numbersOf } from '../domain/candidate-file.js';
import { type CandidateInput, readCandidate } from '../domain/candidate-input.js';
import { normaliseEmail } from '../domain/email.js';
import { AccountsTable } from '../vault/accounts-table.js';
import { hashPassword } from '../vault/passwords.js';
import type { NewPerson } from '../vault/person.js';
import { Vault } from '../vault/vault.js';

interface Origin {
  readonly by: { readonly id: Id; readonly organisation: Id | null };
  readonly command: Id;
  /** ISO instant. */
  readonly at: string;
}
export type BulkCandidate = Origin & { readonly candidateId: Id; readonly input: CandidateInput; readonly today: Day };
export type BulkAccount = Origin & {
  readonly accountId: Id;
  readonly kind: Exclude<AccountKind, 'candidate'>;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly password?: string;
};
/** What the caller must append, in recorded order, once the people are kept. */
export interface Unwritten {
  readonly stream: string;
  readonly events: readonly IdentityEvent[];
}

/** Many people at once, by the same rules and deciders as one: for generated worlds and imports. */
@Injectable()
export class BulkPeople {
  constructor(
    private readonly vault: Vault,
    private readonly accounts: AccountsTable,
  ) {}

  /** Seals and keeps them in a handful of statements; a thousand at a time is a good lot. @throws InvalidInput, Taken for the whole lot */
  async registerMany(people: readonly BulkCandidate[]): Promise<readonly Unwritten[]> {
    const read = people.map((each) => ({ ...each, file: readCandidate(each.input, { today: each.today, thirdParty: true }) }));
    await this.vault.keepMany(
      read.map(({ candidateId: id, file: document, by, command, at }): NewPerson => ({ id, kind: 'candidate', document, by, command, at })),
    );
    return read.map(({ candidateId, file, today }) => ({
      stream: candidateStream(candidateId),
      events: candidate.decide(
        { type: 'register', candidateId, facts: { ...dimensionsOf(file, today), ...numbersOf(file) } },
        candidate.initial,
      ),
    }));
  }

  /** Professionals and staff; those without a password have a name in the world but do not sign in. */
  async openMany(people: readonly BulkAccount[]): Promise<readonly Unwritten[]> {
    await this.vault.keepMany(
      people.map(({ accountId: id, kind, firstName, lastName, email, by, command, at }): NewPerson => ({
        id,
        kind,
        document: { firstName, lastName, email: normaliseEmail(email) },
        by,
        command,
        at,
      })),
    );
    const rows = people.map(async ({ accountId: id, kind, password, at }) => ({ id, kind, password: password === undefined ? null : await hashPassword(password), at }));
    await this.accounts.keepMany(await Promise.all(rows));
    return people.map(({ accountId, kind }) => ({
      stream: accountStream(accountId),
      events: account.decide({ type: 'open', accountId, kind }, account.initial),
    }));
  }
}
