import type { INestApplicationContext } from '@nestjs/common';
import { Database, type Day, EventCatalogue, EventStore, type Id, KernelConfig, type SetClock } from '#kernel';
import type { PgDatabase } from '#kernel/adapters/pg-database';
import { PostgresBulkLog } from '#kernel/adapters/postgres-bulk-log';
import { PASS_NUMBERING } from '../../../../../libs/approvals/src/application/approvals-options.js';
import type { PassNumbering } from '../../../../../libs/approvals/src/domain/pass-number.js';
import { BulkPeople } from '../../../../../libs/identity/src/application/bulk-people.js';
import { DemoAccounts } from '../../../../../libs/identity/src/application/demo-accounts.js';
import { AccountsTable } from '../../../../../libs/identity/src/vault/accounts-table.js';
import { FreeTexts } from '../../../../../libs/identity/src/vault/free-texts.js';
import { hashPassword } from '../../../../../libs/identity/src/vault/passwords.js';
import { makeWorld, type Shown } from '../make.js';
import type { WorldPlan } from '../plan.js';
import type { Played } from '../playing.js';
import { LogWriter, type Times } from './log-writer.js';
import { MemoryStage } from './memory-stage.js';
import type { MemoryStreamsOptions } from './memory-streams.js';
import { RememberedPeople } from './people.js';

export interface LargeWorld {
  readonly played: Played;
  readonly refused: ReadonlyMap<string, number>;
  /** Events decided. */
  readonly events: number;
  /** Position of the last one. */
  readonly end: number;
  /** Of the hashes of all events, in log order: the same for the same plan. */
  readonly digest: string;
  readonly seconds: number;
  readonly times: Times;
  readonly people: { readonly sealed: number; readonly ms: number };
}
interface Asked {
  readonly name: string;
  readonly plan: WorldPlan;
  readonly last: Day;
  readonly clock: SetClock;
  readonly shown: Shown;
  readonly options?: Omit<MemoryStreamsOptions, 'seen'>;
}

/**
 * Makes a world whose decisions are taken in memory and written in lots. Asked again after an interruption, it decides everything again,
 * finds it the same, and writes what was missing. The platform must not follow the log meanwhile. @throws Error
 */
export async function makeLargeWorld(platform: INestApplicationContext, { name, plan, last, clock, shown, options }: Asked): Promise<LargeWorld> {
  const get = <T>(token: unknown): T => platform.get<T>(token as never, { strict: false });
  const database = get<PgDatabase>(Database);
  const store = get<EventStore>(EventStore);
  const config = get<KernelConfig>(KernelConfig);
  if (store.kind !== 'postgres') throw new Error('worlds larger than small are written into a log in PostgreSQL.');
  const alone = await database.tryLock('runtime.worker');
  if (!alone) throw new Error('a worker follows this log: stop it while the world is being made.');
  const log = await PostgresBulkLog.open(config.eventStoreUrl ?? config.databaseUrl);
  try {
    const head = await log.head();
    const known = async (ids: readonly Id[]) => new Set((await database.rows<{ id: Id }>('select id from identity.person where id = any($1::uuid[])', [ids])).map(({ id }) => id));
    const accounts = get<AccountsTable>(AccountsTable);
    const visitors = new Set([...plan.demo.keys()]);
    const theirs = new Set(plan.organisations.filter(({ members }) => members.some((member) => visitors.has(member))).map(({ id }) => id));
    const people = new RememberedPeople(
      clock,
      get(BulkPeople),
      get(FreeTexts),
      known,
      async ({ accountId: id, kind, password }, at) => accounts.keep({ id, kind, password: password === null ? null : await hashPassword(password) }, at),
      ({ organisation }) => organisation !== null && theirs.has(organisation),
    );
    const writer = new LogWriter(log, people, head && head.position > 1 ? { position: head.position, meta: (await log.at(head.position))!.meta } : null, (stream) => store.read(stream));
    const parts = { clock, name, catalogue: get<EventCatalogue>(EventCatalogue), sink: writer, people, demo: get<DemoAccounts>(DemoAccounts), numbering: get<PassNumbering>(PASS_NUMBERING) };
    const stage = new MemoryStage({ ...parts, ...(options && { options }) });
    const started = performance.now();
    const played = await makeWorld(stage, plan, last, shown);
    await writer.finish();
    const seconds = (performance.now() - started) / 1000;
    // Everything the policies would do is done.
    const end = String(Math.max(writer.end, head?.position ?? 0));
    await database.run(`update runtime.checkpoint set checkpoint = $1::text, position = ($1::text)::bigint where name like 'policy:%'`, [end]);
    return { played, refused: stage.refused, events: writer.taken, end: writer.end, digest: writer.digest(), seconds, times: writer.times, people: { sealed: people.sealed, ms: people.sealingMs } };
  } finally {
    await log.close();
    await alone.release();
  }
}
