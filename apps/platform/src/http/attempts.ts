import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Clock, Database, MigrationSet, Refusal } from '#kernel';
import { Attempts } from '#kernel/api';
import type { Config } from '../config.js';
import { CONFIG } from '../tokens.js';

const WINDOW_MINUTES = 15;
const MINUTE = 60_000;

// Unlogged: forgotten after a crash, which costs nobody more than an hour of counting.
export const attemptsTable = new MigrationSet('platform', [
  { name: 'platform-001-attempts', up: ['create unlogged table platform.attempts (key text primary key, count integer not null, until bigint not null)'] },
]);

/** Attempts counted in the database, so that all processes count together. Who tried is kept as a keyed hash, for a quarter of an hour or as long as the limit says. */
@Injectable()
export class DatabaseAttempts extends Attempts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    super();
  }

  async count(kind: string, subject: string, max: number, minutes = WINDOW_MINUTES): Promise<void> {
    const now = this.clock.now();
    const row = await this.database.one<{ count: number; until: number }>(
      `insert into platform.attempts as a (key, count, until) values ($1, 1, $2)
       on conflict (key) do update set count = case when a.until <= $3 then 1 else a.count + 1 end, until = case when a.until <= $3 then $2 else a.until end
       returning count, until`,
      [this.key(kind, subject), now + minutes * MINUTE, now],
    );
    if (!row || row.count > max) throw new Refusal('platform/too-many-attempts', { minutes: Math.max(1, Math.ceil(((row?.until ?? now) - now) / MINUTE)) });
  }

  async forgive(kind: string, subject: string): Promise<void> {
    await this.database.run('update platform.attempts set count = greatest(count - 1, 0) where key = $1', [this.key(kind, subject)]);
    await this.database.run('delete from platform.attempts where until <= $1', [this.clock.now()]);
  }

  private key(kind: string, subject: string): string {
    return createHmac('sha256', Buffer.from(this.config.masterKey, 'base64')).update(`${kind}\0${subject}`).digest('base64url');
  }
}
