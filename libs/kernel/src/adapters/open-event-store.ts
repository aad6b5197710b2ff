import type { Clock } from '../clock.js';
import type { EventStore } from '../event-store.js';

/** Opens the log a URL names: `postgres://…`, `esdb://…` or `esdb+discover://…`, `memory:`. Adapters that are not used are not loaded. */
export async function openEventStore(url: string, clock: Clock): Promise<EventStore> {
  const store = await adapter(url, clock);
  await store.open();
  return store;
}

async function adapter(url: string, clock: Clock): Promise<EventStore> {
  const scheme = url.slice(0, url.indexOf(':'));
  switch (scheme) {
    case 'postgres':
    case 'postgresql':
      return new (await import('./postgres-event-store.js')).PostgresEventStore(url, clock);
    case 'esdb':
    case 'esdb+discover':
      return new (await import('./eventstore-event-store.js')).EventStoreDbEventStore(url, clock);
    case 'memory':
      return new (await import('./memory-event-store.js')).MemoryEventStore(clock);
    default:
      throw new Error('EVENT_STORE_URL must start with postgres://, esdb://, esdb+discover:// or memory:');
  }
}
