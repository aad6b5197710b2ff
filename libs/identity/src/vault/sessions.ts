import { createHash, randomBytes } from 'node:crypto';
import { Injectable, Optional } from '@nestjs/common';
import { Clock, Database, type Id, KernelConfig } from '#kernel';
import type { AccountKind } from '../domain/account.decider.js';

const HOUR = 3_600_000;
const TOUCH_EVERY_MS = 60_000;
/** Whatever happens, one signs in again after this [organisations/IDP-7]. */
export const SESSION_SECONDS = 7 * 24 * 3600;

export interface Session {
  readonly account: Id;
  readonly kind: AccountKind;
  readonly organisation: Id | null;
}

const hash = (token: string) => createHash('sha256').update(token).digest();
const iso = (at: number) => new Date(at).toISOString();

/** Signed-in visitors. Only the hash of a token is kept: the table lets nobody in. */
@Injectable()
export class Sessions {
  private readonly idleMs: number;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Optional() config?: KernelConfig,
  ) {
    this.idleMs = (config?.sessionHours ?? 12) * HOUR;
  }

  /** Opens a session and answers its token, which exists nowhere else. Sessions long over leave the table on the way. */
  async open(account: Id, organisation: Id | null): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    await this.database.run(`delete from identity.session where ends_at < $1`, [iso(now)]);
    await this.database.run(
      `insert into identity.session (token, account, organisation, opened_at, seen_at, ends_at) values ($1, $2, $3, $4, $4, $5)`,
      [hash(token), account, organisation, iso(now), iso(now + SESSION_SECONDS * 1000)],
    );
    return token;
  }

  /** The same sign-in under a new token, in another organisation: it ends when the first would have. */
  async rotate(token: string, organisation: Id | null): Promise<string | null> {
    const next = randomBytes(32).toString('base64url');
    const changed = await this.database.run(`update identity.session set token = $2, organisation = $3, seen_at = $4 where token = $1`, [
      hash(token),
      hash(next),
      organisation,
      iso(this.clock.now()),
    ]);
    return changed > 0 ? next : null;
  }

  /** Null when unknown, over, or idle for too long. */
  async find(token: string): Promise<Session | null> {
    const now = this.clock.now();
    const row = await this.database.one<Session & { seen: string }>(
      `select s.account, a.kind, s.organisation, s.seen_at as seen from identity.session s join identity.account a on a.id = s.account
       where s.token = $1 and s.ends_at > $2 and s.seen_at > $3`,
      [hash(token), iso(now), iso(now - this.idleMs)],
    );
    if (!row) return null;
    if (now - Date.parse(row.seen) > TOUCH_EVERY_MS)
      await this.database.run(`update identity.session set seen_at = $2 where token = $1`, [hash(token), iso(now)]);
    return { account: row.account, kind: row.kind, organisation: row.organisation };
  }

  async close(token: string): Promise<void> {
    await this.database.run(`delete from identity.session where token = $1`, [hash(token)]);
  }
}
