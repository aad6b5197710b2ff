import { Injectable } from '@nestjs/common';
import { Clock, type CommandContext, derivedId, type Id, InvalidInput, NotFound, Refusal, Streams, SYSTEM } from '#kernel';
import { account, accountStream, type AccountKind } from '../domain/account.decider.js';
import { isEmail, normaliseEmail } from '../domain/email.js';
import { AccountsTable } from '../vault/accounts-table.js';
import { hashPassword } from '../vault/passwords.js';
import { Taken, Vault } from '../vault/vault.js';

export interface NewAccount {
  /** For a candidate, the candidate's id. */
  readonly accountId: Id;
  readonly email: string;
  /** Null: the account exists but nobody signs in with it. */
  readonly password: string | null;
  readonly firstName: string;
  readonly lastName: string;
  readonly kind: AccountKind;
}

/** Opens accounts. The same account twice is opened once. */
@Injectable()
export class Accounts {
  constructor(
    private readonly vault: Vault,
    private readonly accounts: AccountsTable,
    private readonly streams: Streams,
    private readonly clock: Clock,
  ) {}

  async openAccount(input: NewAccount, given?: CommandContext): Promise<void> {
    const context = given ?? { command: derivedId('open-account', input.accountId), actor: SYSTEM };
    const email = normaliseEmail(input.email);
    if (!isEmail(email)) throw new InvalidInput([{ field: 'email', code: 'identity/email-shape' }]);
    const at = context.occurred ?? new Date(this.clock.now()).toISOString();
    if (input.kind === 'candidate') await this.checkCandidate(input.accountId, email);
    else await this.reserve(input, email, context, at);
    const password = input.password === null ? null : await hashPassword(input.password);
    await this.streams.handle(
      accountStream(input.accountId),
      account,
      { type: 'open', accountId: input.accountId, kind: input.kind },
      context,
    );
    await this.accounts.keep({ id: input.accountId, kind: input.kind, password }, at);
    if (input.kind !== 'candidate') await this.vault.confirm(input.accountId);
  }

  private async checkCandidate(id: Id, email: string): Promise<void> {
    const person = await this.vault.read(id);
    if (person?.kind !== 'candidate') throw new NotFound('identity/candidate-unknown');
    if (person.document.email !== email) throw new Refusal('identity/account-email');
  }

  private async reserve(
    { accountId: id, kind, firstName, lastName }: NewAccount,
    email: string,
    { actor: by, command }: CommandContext,
    at: string,
  ): Promise<void> {
    try {
      await this.vault.reserve({ id, kind, document: { firstName, lastName, email }, by, command, at });
    } catch (error) {
      if (error instanceof Taken) throw new InvalidInput([{ field: 'email', code: 'identity/email-taken' }]);
      throw error;
    }
  }
}
