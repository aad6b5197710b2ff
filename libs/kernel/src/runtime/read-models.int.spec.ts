import { afterEach, describe, expect, it } from '@jest/globals';
import { keepOpen } from '../../../testing/src/opened.js';
import { added, noise, record, tallyModule, tallyRows, totals } from '../../../testing/src/tally.js';
import { MemoryEventStore } from '../adapters/memory-event-store.js';
import { SetClock } from '../clock.js';
import { ReadModels } from '../read-models.js';
import { rowNow } from '../row-now.js';
import { NotifyLiveTopics } from './live-topics.js';
import { LiveTopics } from '../topics.js';

const opened = keepOpen();
afterEach(opened.closeAll);

const closedOnly = () => totals({ name: 'tally.closed-only', handles: ['tally.Closed'] }, 'tally_closed');

/** Two processes on one log: one follows it, the other answers. */
const workerAndApi = async (config = {}, projections = [totals(), closedOnly()]) => {
  const [store, databaseUrl] = [new MemoryEventStore(new SetClock('2026-03-10T09:00:00Z')), await opened.databaseUrl()];
  const worker = await opened.app({ modules: [tallyModule(projections)], store, databaseUrl, config });
  const api = await opened.app({ modules: [tallyModule(projections)], store, databaseUrl, config: { role: 'api' } });
  await worker.settled();
  return { worker, api };
};

describe('An answer that must contain its own effect', () => {
  it('waits for the read model in the process that works, and in one that only answers', async () => {
    const { worker, api } = await workerAndApi();
    for (const app of [worker, api])
      for (let i = 1; i <= 20; i++) {
        const receipt = await record(app.streams, 'a', added('a', 1));
        expect(await app.caughtUp(receipt, ['tally.totals'])).toBe(true);
        expect(await tallyRows(app.database)).toMatchObject([{ id: 'a', total: app === worker ? i : 20 + i }]);
      }
  });

  it('does not wait for read models that handle nothing of it', async () => {
    const { worker, api } = await workerAndApi();
    await worker.close();
    const receipt = await record(api.streams, 'a', added('a'), noise);
    expect(await api.caughtUp(receipt, ['tally.closed-only'])).toBe(true);
    expect(await api.caughtUp(await record(api.streams, 'a', noise), ['tally.totals', 'tally.closed-only'])).toBe(true);
  });

  it('says that it gave up when the read model is too slow', async () => {
    const { worker, api } = await workerAndApi();
    await worker.close();
    const receipt = await record(api.streams, 'a', added('a'));
    expect(await api.get(ReadModels).caughtUp(receipt, ['tally.totals'], 150)).toBe(false);
  });

  it('does not say that a row shows what it was put aside for, and finds what there is of it in the log', async () => {
    const plain = totals();
    const unlucky = totals({
      evolve: (row, event) => {
        if ((event.data as { amount?: number }).amount === 13) throw new Error('unlucky');
        return plain.evolve(row, event as never, 'a') as never;
      },
    });
    const { worker, api } = await workerAndApi({}, [unlucky]);
    await record(api.streams, 'a', added('a', 5));
    for (const app of [worker, api]) {
      expect(await app.caughtUp(await record(app.streams, 'a', added('a', 13)), ['tally.totals'])).toBe(false);
      expect(await app.caughtUp(await record(app.streams, 'b', added('b', 13)), ['tally.totals'])).toBe(false);
      expect(await app.caughtUp(await record(app.streams, 'c', added('c', 1)), ['tally.totals'])).toBe(true);
    }
    expect(await rowNow(api.streams, unlucky, 'a', 'tally-a')).toMatchObject({ total: 5 });
    expect(await rowNow(api.streams, plain, 'a', 'tally-a')).toMatchObject({ total: 31 });
  });

  it('refuses a name that is no projection', async () => {
    const { worker } = await workerAndApi();
    await expect(worker.caughtUp({ command: 'c', entries: [] }, ['tally.unknown'])).rejects.toThrow('no projection');
  });
});

describe('Open pages', () => {
  it('hear that something they show has changed, in every process, once the read model shows it', async () => {
    const { worker, api } = await workerAndApi();
    const heard = (app: typeof worker) =>
      new Promise<{ topic: string; total: number }>((resolve) => {
        const stop = app.get<LiveTopics>(LiveTopics).subscribe(['tally:a'], (topic) => {
          stop();
          void tallyRows(app.database).then((rows) => resolve({ topic, total: rows[0]?.total ?? 0 }));
        });
      });
    const both = Promise.all([heard(worker), heard(api)]);
    await record(api.streams, 'b', added('b'));
    await record(api.streams, 'a', added('a', 7));
    expect(await both).toEqual([{ topic: 'tally:a', total: 7 }, { topic: 'tally:a', total: 7 }]);
  });

  it('hear more topics than one notification can carry', async () => {
    const { worker, api } = await workerAndApi();
    const topics = Array.from({ length: 1000 }, (_, i) => `company:00000000-0000-7000-8000-${String(i).padStart(12, '0')}`);
    const heard = new Set<string>();
    api.get<LiveTopics>(LiveTopics).subscribe(topics, (topic) => heard.add(topic));
    worker.get<LiveTopics>(LiveTopics).announce(topics);
    for (const until = Date.now() + 5000; heard.size < topics.length && Date.now() < until; ) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(heard.size).toBe(1000);
    expect(worker.get<LiveTopics>(LiveTopics)).toBeInstanceOf(NotifyLiveTopics);
  });
});
