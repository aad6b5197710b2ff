import { describe, expect, it } from '@jest/globals';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { NO_STREAM, SetClock } from '#kernel';
import { EventStoreDbEventStore } from '../../libs/kernel/src/adapters/eventstore-event-store.js';
import { EsdbCluster } from './esdb-cluster.js';
import { EsdbDouble } from './esdb-double.js';
import { eventStoreContract } from './event-store.suite.js';
import { proposal } from './proposals.js';

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

eventStoreContract('on three EventStoreDB nodes of which the leader dies', async () => {
  const cluster = await new EsdbCluster().listen();
  const clock = new SetClock('2026-01-05T09:00:00Z');
  const store = await opened(cluster.url, clock);
  return {
    store, url: cluster.url, clock,
    beside: (theirs) => opened(cluster.url, theirs),
    interrupt: async () => {
      await cluster.killLeader();
      await pause(100);
    },
    close: async () => {
      await store.close();
      cluster.close();
    },
  };
});

describe('a cluster of EventStoreDB nodes', () => {
  it('is written to through its leader, whoever that is now', async () => {
    const cluster = await new EsdbCluster().listen();
    const store = await opened(cluster.url, new SetClock('2026-01-05T09:00:00Z'));
    const [, second, third] = cluster.nodes as [EsdbDouble, EsdbDouble, EsdbDouble];
    const heard: string[] = [];
    const stop = new AbortController();
    const following = (async () => {
      for await (const page of store.follow(null, stop.signal)) for (const { stream } of page) if (heard.push(stream) === 4) stop.abort();
    })();
    const writers = () => cluster.nodes.map(({ calls }) => calls.filter((call) => call === 'BatchAppend').length > 0);
    await store.append('a', NO_STREAM, [proposal()]);
    expect(writers()).toEqual([true, false, false]);
    cluster.elect(second);
    await store.append('b', NO_STREAM, [proposal()]);
    cluster.elect(third);
    second.kill();
    await store.append('c', NO_STREAM, [proposal()]);
    expect(writers()[2]).toBe(true);
    await following;
    expect(heard.slice(1)).toEqual(['a', 'b', 'c']);
    expect((await store.read('c')).length).toBe(1);
    await store.close();
    cluster.close();
  });
});

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
