import { describe, expect, it } from '@jest/globals';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { SetClock } from '#kernel';
import { EventStoreDbEventStore } from '../../libs/kernel/src/adapters/eventstore-event-store.js';
import { EsdbDouble } from './esdb-double.js';
import { eventStoreContract } from './event-store.suite.js';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const opened = async (url: string, clock: SetClock) => {
  const store = new EventStoreDbEventStore(url, clock);
  await store.open();
  return store;
};

for (const batchAppend of [true, false]) {
  eventStoreContract(`on EventStoreDB, ${batchAppend ? 'newer' : 'older'} append protocol`, async () => {
    const double = await new EsdbDouble({ batchAppend }).listen();
    const clock = new SetClock('2026-01-05T09:00:00Z');
    const store = await opened(double.url, clock);
    return {
      store, url: double.url, clock,
      beside: (theirs) => opened(double.url, theirs),
      interrupt: async () => {
        double.kill();
        await pause(100);
        await double.listen();
      },
      close: async () => {
        await store.close();
        double.kill();
        expect(double.calls.includes('BatchAppend')).toBe(batchAppend);
      },
    };
  });
}

describe('the double of an EventStoreDB server', () => {
  it.each([true, false])('refuses what a server would refuse as too large (newer protocol: %s)', async (batchAppend) => {
    const double = await new EsdbDouble({ batchAppend }).listen();
    const client = EventStoreDBClient.connectionString(double.url);
    await expect(client.appendToStream('large', jsonEvent({ type: 'test.Large', data: { text: 'x'.repeat(1024 * 1024) } }))).rejects.toMatchObject({ type: 'maximum-append-size-exceeded' });
    await client.dispose();
    double.kill();
  });
});

const real = process.env['TEST_EVENTSTORE_URL'];
if (real)
  eventStoreContract('on a real EventStoreDB server', async () => {
    const clock = new SetClock('2026-01-05T09:00:00Z');
    const store = await opened(real, clock);
    return { store, url: real, clock, interrupt: null, beside: (theirs) => opened(real, theirs), close: () => store.close() };
  });
