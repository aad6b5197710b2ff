import type { DynamicModule, InjectionToken, Type } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { MemoryEventStore } from '../../kernel/src/adapters/memory-event-store.js';
import { KernelModule } from '../../kernel/src/kernel.module.js';
import { Deadlines } from '../../kernel/src/runtime/deadlines.js';
import { Worker } from '../../kernel/src/runtime/worker.js';
import { freshDatabase } from '../../../tests/support/database.js';
import { Database, EventStore, type KernelConfig, ReadModels, type Receipt, SetClock, Streams } from '#kernel';

export interface TestAppOptions {
  readonly modules: readonly (Type | DynamicModule)[];
  readonly clock?: SetClock;
  /** Where the log is: in memory (default), in the same fresh database, or a store that already holds something. */
  readonly store?: 'memory' | 'postgres' | EventStore;
  /** Another start on the database of an earlier one: the caller drops it. */
  readonly databaseUrl?: string;
  readonly config?: Partial<KernelConfig>;
  /** Replacements of providers, by token. */
  readonly replace?: readonly (readonly [InjectionToken, unknown])[];
}

/** A running application without a web server, on a database of its own. */
export interface TestApp {
  readonly nest: TestingModule;
  readonly clock: SetClock;
  readonly databaseUrl: string;
  readonly streams: Streams;
  readonly store: EventStore;
  readonly database: Database;
  readonly worker: Worker;
  get<T>(token: abstract new (...args: never[]) => T): T;
  /** Waits until every projection and policy has taken everything, the policies' own commands included. @throws Error after `timeoutMs` */
  settled(timeoutMs?: number): Promise<void>;
  /** Fires what is due by the application's clock, then settles. */
  deadlines(): Promise<number>;
  /** Waits as a resolver does. */
  caughtUp(receipt: Receipt, projections: readonly string[]): Promise<boolean>;
  close(): Promise<void>;
}

export async function testApp(options: TestAppOptions): Promise<TestApp> {
  const own = options.databaseUrl === undefined ? await freshDatabase() : null;
  const databaseUrl = own?.url ?? options.databaseUrl!;
  const clock = options.clock ?? new SetClock('2026-03-10T09:00:00.000Z');
  const store = typeof options.store === 'object' ? options.store : options.store === 'postgres' ? null : new MemoryEventStore(clock);
  const config: KernelConfig = {
    databaseUrl,
    role: 'all',
    masterKey: Buffer.alloc(32, 7).toString('base64'),
    pulseMs: 50,
    deadlinesEveryMs: 3_600_000,
    ...options.config,
  } as KernelConfig;
  const builder = Test.createTestingModule({ imports: [KernelModule.forRoot({ config, clock, ...(store && { store }) }), ...options.modules] });
  for (const [token, value] of options.replace ?? []) builder.overrideProvider(token).useValue(value);
  const nest = await builder.compile();
  await nest.init();
  const get = <T>(token: abstract new (...args: never[]) => T): T => nest.get<T>(token as never, { strict: false });
  const worker = get(Worker);
  const settled = async (timeoutMs = 30_000) => {
    if (!(await worker.settled(timeoutMs))) throw new Error(`the read models and policies had not settled after ${timeoutMs} ms`);
  };
  return {
    nest,
    clock,
    databaseUrl,
    streams: get(Streams),
    store: get(EventStore),
    database: get(Database),
    worker,
    get,
    settled,
    deadlines: async () => {
      const fired = await get(Deadlines).tick();
      await settled();
      return fired;
    },
    caughtUp: (receipt, projections) => get(ReadModels).caughtUp(receipt, projections),
    close: async () => {
      await nest.close();
      await own?.drop();
    },
  };
}
