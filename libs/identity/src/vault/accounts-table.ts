import { Injectable } from '@nestjs/common';
import { Database, type Id } from '#kernel';
import type { AccountKind } from '../domain/account.decider.js';

export interface AccountRow {
  readonly id: Id;
  readonly kind: AccountKind;
  /** Null: this account does not sign in with a password. */
  readonly password: string | null;
}

/** Who may sign in, and the hash of their password. Names and addresses are in the vault. */
@Injectable()
export class AccountsTable {
  constructor(private readonly database: Database) {}

  of(id: Id): Promise<AccountRow | null> {
    return this.database.one<AccountRow>(`select id, kind, password from identity.account where id = $1`, [id]);
  }

  async keepMany(accounts: readonly (AccountRow & { readonly at: string })[]): Promise<void> {
    await this.database.run(
      `insert into identity.account (id, kind, password, opened_at) select * from unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[]) on conflict (id) do nothing`,
      [accounts.map(({ id }) => id), accounts.map(({ kind }) => kind), accounts.map(({ password }) => password), accounts.map(({ at }) => at)],
    );
  }

  async keep(account: AccountRow, at: string): Promise<void> {
    await this.database.run(
      `insert into identity.account (id, kind, password, opened_at) values ($1, $2, $3, $4) on conflict (id) do nothing`,
      [account.id, account.kind, account.password, at],
    );
  }
}
