import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AppendTooLarge, EventCatalogue, EventSourcedStreams, LOG_OPENED, MAX_APPEND_BYTES, NO_STREAM, SYSTEM, SetClock, WrongRevision, eventTypes, headOf, newId, verifyChain, type Decider, type EventStore, type StoredEvent } from '#kernel';
import { proposal } from './proposals.js';

export interface StoreUnderTest {
  readonly store: EventStore;
  /** Address for other processes; null when the store cannot be shared. */
  readonly url: string | null;
  readonly clock: SetClock;
  /** Cuts every connection to the server, or kills and restarts it; null when there is no server. */
  interrupt: (() => Promise<void>) | null;
  /** The same log as another process with a clock of its own has it; absent when the store cannot be shared. */
  beside?: (clock: SetClock) => Promise<EventStore>;
  close(): Promise<void>;
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const inAnotherProcess = (...args: (string | number)[]): Promise<string[]> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--no-warnings', '--import', here('../support/typescript.mjs'), here('./writer.ts'), ...args.map(String)], { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => (out += chunk));
    child.stderr.on('data', (chunk) => (err += chunk));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(JSON.parse(out) as string[]) : reject(new Error(`writer ended with ${code}: ${err}`))));
  });

const all = async (pages: AsyncIterable<readonly StoredEvent[]>): Promise<StoredEvent[]> => {
  const events: StoredEvent[] = [];
  for await (const page of pages) {
    expect(page.length).toBeGreaterThan(0);
    events.push(...page);
  }
  return events;
};

const until = async (done: () => boolean, timeoutMs = 20_000): Promise<void> => {
  const deadline = Date.now() + timeoutMs;
  while (!done()) {
    if (Date.now() > deadline) throw new Error('it did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

/** Collects what a reader that follows the log is given, until stopped. */
const follower = (store: EventStore, after: string | null, pageSize?: number) => {
  const seen: StoredEvent[] = [];
  const controller = new AbortController();
  const done = (async () => {
    for await (const page of store.follow(after, controller.signal, pageSize)) seen.push(...page);
  })();
  return { seen, stop: () => (controller.abort(), done) };
};

const recordedOf = (event: StoredEvent): string => (JSON.parse(event.meta) as { recorded: string }).recorded;

type Counted = { readonly type: 'test.Counted'; readonly data: { readonly n: number } };
const sum: Decider<number, number, Counted> = { initial: 0, evolve: (total, { data }) => total + data.n, decide: (n) => [{ type: 'test.Counted', data: { n } }] };
const counted = new EventCatalogue([eventTypes({ 'test.Counted': { version: 1 } })]);

/** What every event store keeps, whoever wrote it. */
export function eventStoreContract(name: string, start: () => Promise<StoreUnderTest>): void {
  describe(`the event store ${name}`, () => {
    let t: StoreUnderTest;
    let store: EventStore;
    beforeAll(async () => {
      t = await start();
      store = t.store;
    }, 60_000);
    afterAll(() => t?.close());

    it('begins with its own identity, which opening again does not change', async () => {
      const identity = await store.identity();
      await store.open();
      expect(await store.identity()).toBe(identity);
      const [first] = await all(store.pages(null, 10));
      expect(first).toMatchObject({ id: identity, type: LOG_OPENED, stream: 'log', revision: 0 });
    });

    it('gives back the bytes that were written, chained to the event before', async () => {
      const data = { text: 'é "quoted" \\ \u0001 \u{1F600} \u2028', n: 1.5e-7, none: null, list: [1, { a: 'b' }], '10': 'b', '2': 'a' };
      const first = await store.append('bytes', NO_STREAM, [proposal(data), proposal({})]);
      expect(first.head.revision).toBe(1);
      await store.append('bytes', first.head, [proposal({ second: true })]);
      const events = await store.read('bytes');
      expect(events.map(({ revision }) => revision)).toEqual([0, 1, 2]);
      expect(events[0]!.data).toBe(JSON.stringify(data));
      expect(first.events[0]!.data).toEqual(data);
      expect(first.position).toBe(events[1]!.position);
      expect(verifyChain('bytes', events)).toBeNull();
      expect((await all(store.pages(null, 1000))).filter(({ stream }) => stream === 'bytes')).toEqual(events);
    });

    it('reads a stream from a revision, its last event, and nothing of a stream that does not exist', async () => {
      await store.append('reading', NO_STREAM, [proposal(), proposal(), proposal()]);
      expect((await store.read('reading', 1)).map(({ revision }) => revision)).toEqual([1, 2]);
      expect((await store.read('reading', 0, 2)).map(({ revision }) => revision)).toEqual([0, 1]);
      expect(await store.read('reading', 3)).toEqual([]);
      expect((await store.last('reading'))?.revision).toBe(2);
      expect(await store.read('nothing')).toEqual([]);
      expect(await store.last('nothing')).toBeNull();
    });

    it('refuses a decision taken on an older revision and says the present one', async () => {
      const { head } = await store.append('conflict', NO_STREAM, [proposal()]);
      await expect(store.append('conflict', NO_STREAM, [proposal()])).rejects.toMatchObject({ name: 'WrongRevision', expected: -1, actual: 0 });
      await expect(store.append('conflict', { ...head, revision: 5 }, [proposal()])).rejects.toBeInstanceOf(WrongRevision);
      await expect(store.append('conflict-new', { ...head, revision: 0 }, [proposal()])).rejects.toMatchObject({ actual: -1 });
      expect(await store.read('conflict')).toHaveLength(1);
      expect(await store.read('conflict-new')).toHaveLength(0);
    });

    it('lets exactly one of many simultaneous writers through', async () => {
      const outcomes = await Promise.allSettled(Array.from({ length: 32 }, () => store.append('race', NO_STREAM, [proposal()])));
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await store.read('race')).toHaveLength(1);
    });

    it('answers the same append twice with its original position, even after others', async () => {
      const events = [proposal({ a: 1 }), proposal({ a: 2 })];
      const first = await store.append('twice', NO_STREAM, events);
      await store.append('twice', first.head, [proposal({ a: 3 })]);
      t.clock.advance(60_000);
      expect(await store.append('twice', NO_STREAM, events)).toEqual(first);
      await expect(store.append('twice', NO_STREAM, [events[0]!, proposal()])).rejects.toBeInstanceOf(WrongRevision);
      expect(await store.read('twice')).toHaveLength(3);
    });

    it('answers the same append sent twice at the same time once', async () => {
      const events = [proposal({ once: true })];
      const answers = await Promise.all([1, 2, 3].map(() => store.append('at-once', NO_STREAM, events)));
      expect(answers[1]).toEqual(answers[0]);
      expect(answers[2]).toEqual(answers[0]);
      expect(verifyChain('at-once', await store.read('at-once'), answers[0]!.head)).toBeNull();
    });

    it('refuses an append that is too large before anything is written, and takes one just below', async () => {
      const large = 'x'.repeat(MAX_APPEND_BYTES);
      await expect(store.append('large', NO_STREAM, [proposal({ large })])).rejects.toBeInstanceOf(AppendTooLarge);
      expect(await store.read('large')).toEqual([]);
      await store.append('large', NO_STREAM, [proposal({ large: large.slice(1000) })]);
      expect((await store.last('large'))!.data.length).toBeGreaterThan(MAX_APPEND_BYTES - 2000);
    });

    it('never records an event earlier than the one before, whatever its clock does', async () => {
      const before = t.clock.now();
      t.clock.set(before - 3_600_000);
      await store.append('clock', NO_STREAM, [proposal()]);
      t.clock.set(before);
      const times = (await all(store.pages(null, 7))).map(recordedOf);
      expect(times).toEqual([...times].sort());
    });

    it('never records an event earlier than the one it follows in its stream, though another process whose clock is ahead wrote that one', async () => {
      const ahead = new SetClock(t.clock.now() + 3_600_000);
      const other = await t.beside?.(ahead);
      const { head } = await (other ?? store).append('skewed', NO_STREAM, [proposal()]);
      await store.append('skewed', head, [proposal()]);
      await store.append('skewed', headOf((await store.last('skewed'))!), [proposal(), proposal()]);
      await other?.close();
      const times = (await store.read('skewed')).map(recordedOf);
      if (other) expect(times[0]).toBe(new Date(ahead.now()).toISOString());
      expect(times).toEqual([...times].sort());
    });

    it('tells what any aggregate was at a position and at a date', async () => {
      const streams = new EventSourcedStreams(store, counted, t.clock);
      const written: { readonly position: number; readonly recorded: string }[] = [];
      for (const n of [1, 10, 100]) {
        t.clock.advance(7_200_000);
        const { entries } = await streams.handle('as-of', sum, n, { command: newId(), actor: SYSTEM });
        const { position, meta } = entries[0]!.events[0]!;
        written.push({ position, recorded: meta.recorded });
      }
      const at = async (asOf: { position: number } | { recorded: string }) => (await streams.load('as-of', sum, asOf)).state;
      expect(await Promise.all(written.map(({ position }) => at({ position })))).toEqual([1, 11, 111]);
      expect(await Promise.all(written.map(({ position }) => at({ position: position - 1 })))).toEqual([0, 1, 11]);
      expect(await Promise.all(written.map(({ recorded }) => at({ recorded })))).toEqual([1, 11, 111]);
      expect(await Promise.all(written.map(({ recorded }) => at({ recorded: new Date(Date.parse(recorded) - 1).toISOString() })))).toEqual([0, 1, 11]);
      expect((await streams.load('as-of', sum, { position: written[1]!.position })).revision).toBe(1);
    });

    it('pages through the log in order without repeating or skipping, from any checkpoint', async () => {
      for (let i = 0; i < 5; i++) await store.append(`paging-${i}`, NO_STREAM, [proposal({ i }), proposal({ i })]);
      const whole = await all(store.pages(null, 1000));
      const ids = whole.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(await all(store.pages(null, 3))).toEqual(whole);
      for (const at of [0, 4, ids.length - 1]) expect((await all(store.pages(whole[at]!.checkpoint, 4))).map(({ id }) => id)).toEqual(ids.slice(at + 1));
      for (let i = 1; i < whole.length; i++) {
        expect(store.compare(whole[i - 1]!.checkpoint, whole[i]!.checkpoint)).toBeLessThan(0);
        // A reader that was given half an append has not reached its end: a receipt must wait for the other half.
        expect(whole[i]!.position).toBeGreaterThan(whole[i - 1]!.position);
      }
      const last = whole.at(-1)!;
      expect(store.positionOf(last.checkpoint)).toBe(last.position);
      expect(await store.head()).toEqual({ checkpoint: last.checkpoint, position: last.position });
    });

    it('follows the log: first what is there, then what comes, until told to stop', async () => {
      const head = (await store.head())!.checkpoint;
      const { head: after } = await store.append('following', NO_STREAM, [proposal({ n: 0 })]);
      const reader = follower(store, head);
      await until(() => reader.seen.length === 1);
      await store.append('following', after, [proposal({ n: 1 }), proposal({ n: 2 })]);
      await until(() => reader.seen.length === 3);
      expect(reader.seen.map(({ data }) => data)).toEqual(['{"n":0}', '{"n":1}', '{"n":2}']);
      await reader.stop();
    });

    it('shows every reader all events of several writing processes, once and in one order', async () => {
      const head = (await store.head())!.checkpoint;
      const readers = [follower(store, head, 50), follower(store, head, 7)];
      const written = t.url
        ? (await Promise.all([-2000, 0, 5000].map((skew, i) => inAnotherProcess(t.url!, `writer-${i}`, 5, 150, skew)))).flat()
        : await Promise.all(Array.from({ length: 450 }, async (_, n) => {
            const event = proposal({ n });
            await store.append(`alone-${n}`, NO_STREAM, [event]);
            return event.id;
          }));
      expect(written).toHaveLength(450);
      await until(() => readers.every(({ seen }) => seen.length >= 450));
      await Promise.all(readers.map(({ stop }) => stop()));
      const log = await all(store.pages(head, 100));
      expect(new Set(log.map(({ id }) => id))).toEqual(new Set(written));
      for (const { seen } of readers) expect(seen.map(({ id }) => id)).toEqual(log.map(({ id }) => id));
      for (const stream of new Set(log.map((event) => event.stream))) {
        const events = await store.read(stream);
        expect(verifyChain(stream, events)).toBeNull();
        const times = events.map(recordedOf);
        expect(times).toEqual([...times].sort());
      }
      if (store.kind !== 'eventstoredb') {
        const times = log.map(recordedOf);
        expect(times).toEqual([...times].sort());
      }
    }, 90_000);

    it('loses and repeats nothing when the server goes away under readers and writers', async () => {
      if (!t.interrupt) return;
      const head = (await store.head())!.checkpoint;
      const reader = follower(store, head, 20);
      const written: string[] = [];
      let stop = false;
      const writing = Promise.all(
        [0, 1, 2, 3].map(async (w) => {
          let at = NO_STREAM;
          while (!stop) {
            const event = proposal({ w }, newId());
            at = (await store.append(`interrupted-${w}`, at, [event])).head;
            written.push(event.id);
          }
        }),
      );
      await until(() => written.length >= 20);
      for (let cut = 0; cut < 2; cut++) {
        await t.interrupt();
        const mark = written.length;
        await until(() => written.length >= mark + 20, 40_000);
      }
      stop = true;
      await writing;
      await until(() => reader.seen.length >= written.length);
      await reader.stop();
      const ids = reader.seen.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(new Set(ids)).toEqual(new Set(written));
      for (const w of [0, 1, 2, 3]) expect(verifyChain(`interrupted-${w}`, await store.read(`interrupted-${w}`))).toBeNull();
    }, 120_000);
  });
}
