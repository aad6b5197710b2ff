import { SetClock } from '#kernel';
import { MemoryEventStore } from '../../libs/kernel/src/adapters/memory-event-store.js';
import { eventStoreContract } from './event-store.suite.js';

eventStoreContract('in memory', async () => {
  const clock = new SetClock('2026-01-05T09:00:00Z');
  const store = new MemoryEventStore(clock);
  await store.open();
  return { store, url: null, clock, interrupt: null, close: () => store.close() };
});
