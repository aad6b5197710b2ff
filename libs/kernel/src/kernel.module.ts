import { type DynamicModule, Global, Inject, Module, type BeforeApplicationShutdown, type OnApplicationBootstrap, type OnApplicationShutdown, type Provider } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { openEventStore } from './adapters/open-event-store.js';
import { PgDatabase } from './adapters/pg-database.js';
import { EventCatalogue } from './catalogue.js';
import { Clock, SystemClock } from './clock.js';
import { KernelConfig } from './config.js';
import { Database } from './database.js';
import { EventSourcedStreams } from './event-sourced-streams.js';
import { EventStore } from './event-store.js';
import { kernelEventTypes } from './log-opened.js';
import { ReadModels } from './read-models.js';
import { checkLog } from './runtime/bookkeeping.js';
import { checkRegistry } from './runtime/check-registry.js';
import { Deadlines } from './runtime/deadlines.js';
import { HealthResolver } from './runtime/health.resolver.js';
import { LivePlaces } from './runtime/live-places.js';
import { LiveController } from './runtime/live.controller.js';
import { NotifyLiveTopics } from './runtime/live-topics.js';
import { Notary } from './runtime/notary.js';
import { migrate, readTables } from './runtime/orm.js';
import { Progress } from './runtime/progress.js';
import { CheckpointReadModels } from './runtime/read-models.js';
import { createReadTables, type ReadTables } from './runtime/read-schema.js';
import { Registry } from './runtime/registry.js';
import { runtimeTables } from './runtime/runtime.tables.js';
import { RuntimeStatus } from './runtime/status.js';
import { Worker } from './runtime/worker.js';
import { Streams } from './streams.js';
import { LiveTopics } from './topics.js';

export interface KernelOptions {
  readonly config: KernelConfig;
  /** The system's clock when absent. */
  readonly clock?: Clock;
  /** A log of its own instead of the one `config.eventStoreUrl` names; it is opened and closed like any other. */
  readonly store?: EventStore;
}

const READ_TABLES = Symbol('the tables of the projections');

const provide = (options: KernelOptions): Provider[] => [
  Registry,
  { provide: KernelConfig, useValue: options.config },
  { provide: Clock, useValue: options.clock ?? new SystemClock() },
  { provide: EventCatalogue, inject: [Registry], useFactory: (registry: Registry) => new EventCatalogue([kernelEventTypes, ...registry.eventTypes]) },
  {
    provide: EventStore,
    inject: [Clock],
    useFactory: async (clock: Clock) => {
      const store = options.store ?? (await openEventStore(options.config.eventStoreUrl ?? options.config.databaseUrl, clock));
      await store.open();
      return store;
    },
  },
  {
    provide: Streams,
    inject: [EventStore, EventCatalogue, Clock],
    useFactory: (store: EventStore, catalogue: EventCatalogue, clock: Clock) => new EventSourcedStreams(store, catalogue, clock),
  },
  {
    provide: READ_TABLES,
    inject: [Registry],
    useFactory: (registry: Registry): ReadTables => readTables(options.config.databaseUrl, registry.projections),
  },
  {
    // Whoever is given the database may rely on every table being there.
    provide: Database,
    inject: [Registry, READ_TABLES],
    useFactory: async (registry: Registry, tables: ReadTables) => {
      const database = new PgDatabase(options.config.databaseUrl, { max: options.config.poolSize ?? 10, name: `platform ${options.config.role}` });
      await migrate(database, [runtimeTables, ...registry.migrations]);
      await createReadTables(database, tables);
      return database;
    },
  },
  { provide: LiveTopics, inject: [Database], useFactory: (database: PgDatabase) => new NotifyLiveTopics(database) },
  {
    provide: Deadlines,
    inject: [Database, Clock, Registry],
    useFactory: (database: Database, clock: Clock, registry: Registry) => new Deadlines(database, clock, () => registry.deadlines),
  },
  {
    provide: Worker,
    inject: [Database, EventStore, EventCatalogue, READ_TABLES, Registry, Clock, LiveTopics, Deadlines],
    useFactory: (database: PgDatabase, store: EventStore, catalogue: EventCatalogue, tables: ReadTables, registry: Registry, clock: Clock, topics: LiveTopics, deadlines: Deadlines) =>
      new Worker(
        {
          database,
          store,
          catalogue,
          tables,
          policies: () => registry.policies,
          now: () => clock.now(),
          progress: new Progress(),
          announce: (changed) => topics.announce(changed),
          pageSize: options.config.pageSize,
        },
        deadlines,
        { pulseMs: options.config.pulseMs ?? 1000, deadlinesEveryMs: options.config.deadlinesEveryMs ?? 30_000 },
      ),
  },
  {
    provide: ReadModels,
    inject: [Database, Registry, Worker],
    useFactory: (database: Database, registry: Registry, worker: Worker) => new CheckpointReadModels(database, registry.projections, worker),
  },
  {
    provide: Notary,
    inject: [EventStore, Database],
    useFactory: (store: EventStore, database: Database) => new Notary(store, database, options.config.sealKeyFile, options.config.sealsFile),
  },
  {
    provide: RuntimeStatus,
    inject: [Database, EventStore, Registry, Worker],
    useFactory: (database: Database, store: EventStore, registry: Registry, worker: Worker) => new RuntimeStatus(database, store, registry.projections, worker, () => registry.copies),
  },
];

/** The machinery every context stands on. The application imports it once, with its configuration; contexts inject its classes. */
@Global()
@Module({})
export class KernelModule implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  constructor(
    private readonly config: KernelConfig,
    @Inject(Database) private readonly database: PgDatabase,
    private readonly store: EventStore,
    @Inject(LiveTopics) private readonly topics: NotifyLiveTopics,
    private readonly worker: Worker,
    private readonly registry: Registry,
    private readonly catalogue: EventCatalogue,
  ) {}

  static forRoot(options: KernelOptions): DynamicModule {
    const answers = options.config.role !== 'worker';
    return {
      module: KernelModule,
      imports: [DiscoveryModule],
      controllers: answers ? [LiveController] : [],
      providers: [...provide(options), ...(answers ? [HealthResolver, { provide: LivePlaces, useValue: new LivePlaces() }] : [])],
      exports: [KernelConfig, Clock, EventCatalogue, EventStore, Streams, Database, LiveTopics, Deadlines, Worker, ReadModels, RuntimeStatus, Registry, Notary],
    };
  }

  async onApplicationBootstrap(): Promise<void> {
    checkRegistry(this.registry, this.catalogue);
    await checkLog(this.database, this.store);
    await this.topics.open();
    if (this.config.role !== 'api') await this.worker.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.worker.stop();
    await this.topics.close();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.store.close();
    await this.database.close();
  }
}
