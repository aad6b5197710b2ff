import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Global, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ChainWalk, Clock, type Day, type Decider, derivedId, type DomainEvent, EventCatalogue, EventSourcedStreams, SetClock, startOf, type StoredEvent } from '#kernel';
import { MemoryEventStore } from '#kernel/adapters/memory-event-store';
import { Attempts } from '#kernel/api';
import { testApp, type TestApp } from '#testing';
import { Vault } from '../../../../../libs/identity/src/vault/vault.js';
import { contexts } from '../../../../platform/src/contexts.js';
import { makeWorld } from '../make.js';
import { MARKER } from '../names.js';
import { everybody, personalIn } from '../personal.fixture.js';
import { planWorld } from '../plan.js';
import { PlatformStage } from '../platform-stage.js';
import { type LargeWorld, makeLargeWorld } from './large-world.js';
import type { Decision } from './memory-streams.js';

const LAST: Day = '2026-03-10';
const NAME = 'region 1';
/** A region of a two-hundredth of its people. */
const SHARE = 1 / 200;

@Global()
@Module({ providers: [{ provide: Attempts, useValue: {} }], exports: [Attempts] })
class NoRateLimit {}

const modules = [CqrsModule.forRoot(), NoRateLimit, ...contexts];
const plan = () => planWorld('region', 1, LAST, (...parts) => derivedId('world', NAME, ...parts), SHARE);
const nobodyLooks = { founding: () => undefined, playing: () => undefined };
const bytes = ({ id, stream, revision, type, version, data, meta }: StoredEvent) => [id, stream, revision, type, version, data, meta];

describe('A world made in memory', () => {
  let quiet: TestApp;
  let made: LargeWorld;
  const decisions: Decision[] = [];
  const make = (app: TestApp, options = {}) => {
    app.clock.set(startOf(plan().founded));
    return makeLargeWorld(app.nest, { name: NAME, plan: plan(), last: LAST, clock: app.clock, shown: nobodyLooks, options });
  };
  const open = (more = {}) => testApp({ modules, clock: new SetClock(startOf(plan().founded)), store: 'postgres', config: { role: 'api' }, ...more });
  const log = async ({ store }: TestApp) => {
    const events: StoredEvent[] = [];
    for await (const page of store.pages(null, 10_000)) events.push(...page);
    return events.slice(1);
  };

  beforeAll(async () => {
    quiet = await open();
    made = await make(quiet, { decided: (decision: Decision) => void decisions.push(decision) });
  }, 240_000);
  afterAll(() => quiet.close());

  it('is the one its commands make through the ordinary streams, byte for byte', async () => {
    const clock = new SetClock(0);
    const store = new MemoryEventStore(clock);
    await store.open();
    const streams = new EventSourcedStreams(store, quiet.get(EventCatalogue), clock);
    for (const { stream, decider, command, context, now, from } of decisions) {
      clock.set(now);
      await streams.handle(stream, decider as Decider<unknown, unknown, DomainEvent>, command, context, { from });
    }
    const ordinary: StoredEvent[] = [];
    for await (const page of store.pages(null, 10_000)) ordinary.push(...page);
    const events = await log(quiet);
    expect(events.length).toBeGreaterThan(1_500);
    expect(events.map(bytes)).toEqual(ordinary.slice(1).map(bytes));
  }, 120_000);

  it('has an unbroken chain, no hole, and a time that never goes back', async () => {
    const events = await log(quiet);
    const walk = new ChainWalk();
    expect(events.flatMap((event) => walk.check(event) ?? [])).toEqual([]);
    expect(events.map(({ position }) => position)).toEqual(events.map((_, index) => index + 2));
    const recorded = events.map(({ meta }) => /"recorded":"([^"]+)"/.exec(meta)![1]!);
    expect(recorded).toEqual([...recorded].sort());
    expect(made.end).toBe(events.at(-1)!.position);
  });

  it('says nothing personal in the log', async () => {
    const events = await log(quiet);
    expect(events.filter(({ data, meta }) => data.includes(MARKER) || data.includes('@') || meta.includes(MARKER))).toEqual([]);
    const lines = events.map(({ data, meta }) => `${data} ${meta}`);
    expect(personalIn(lines, await everybody(quiet.database, quiet.get(Vault)))).toEqual([]);
  });

  it('keeps everybody the log speaks of, sealed, and a few of their words', async () => {
    const [kept] = await quiet.database.rows<{ people: number; texts: number }>('select (select count(*)::int from identity.person) as people, (select count(*)::int from identity.free_text) as texts');
    const named = (await log(quiet)).filter(({ type }) => type === 'identity.CandidateRegistered' || type === 'identity.AccountOpened');
    const people = new Set(named.map(({ stream }) => stream.slice(stream.indexOf('-') + 1)));
    expect(kept!.people).toBe(people.size);
    expect(kept!.texts).toBeGreaterThan(10);
  });

  it('is the same from the same seed, however few streams stay in memory', async () => {
    const other = await open();
    try {
      expect((await make(other, { kept: 50 })).digest).toBe(made.digest);
    } finally {
      await other.close();
    }
  }, 240_000);

  it('goes on where it was interrupted, and refuses to go on with another world', async () => {
    const other = await open();
    try {
      await make(other);
      const whole = (await log(other)).length;
      await other.database.run('delete from es.events where position > $1', [1 + Math.floor(whole / 2)]);
      const late = `select id from identity.person where kind = 'candidate' and written_at > (select to_timestamp(max(recorded) / 1000.0) from es.events)`;
      for (const [table, column] of [['lookup', 'person'], ['free_text', 'person'], ['person_search', 'id'], ['person', 'id']]) await other.database.run(`delete from identity.${table} where ${column} in (${late})`);
      expect((await make(other)).digest).toBe(made.digest);
      expect((await log(other)).map(bytes)).toEqual((await log(quiet)).map(bytes));
      const { nest, clock } = other;
      clock.set(startOf(plan().founded));
      const another = planWorld('region', 1, '2026-03-09', (...parts) => derivedId('world', NAME, ...parts), SHARE);
      await expect(makeLargeWorld(nest, { name: NAME, plan: another, last: '2026-03-09', clock, shown: nobodyLooks })).rejects.toThrow('another world');
      expect((await log(other)).map(bytes)).toEqual((await log(quiet)).map(bytes));
    } finally {
      await other.close();
    }
  }, 240_000);

  it('leaves nothing to do for policies and deadlines, and can be played on through the platform', async () => {
    const clock = new SetClock(startOf(LAST) + 18 * 3_600_000);
    const app = await testApp({ modules, clock, store: 'postgres', databaseUrl: quiet.databaseUrl });
    try {
      await app.settled(120_000);
      expect(await app.deadlines()).toBe(0);
      expect((await app.store.head())!.position).toBe(made.end);
      const rows = await app.database.rows<{ status: string }>('select distinct status from read.hiring_application order by 1');
      expect(rows.map(({ status }) => status)).toEqual(expect.arrayContaining(['accepted', 'new', 'obsolete', 'refused']));
      // The same world through the services: everything has happened already.
      clock.set(startOf(plan().founded));
      expect(app.get(Clock).now()).toBe(startOf(plan().founded));
      await makeWorld(new PlatformStage(app.nest, clock, NAME), { ...plan(), stories: plan().stories.slice(0, 60) }, LAST, nobodyLooks);
      // Files are not at hand in memory: this one request waits for the platform.
      expect((await app.store.head())!.position).toBe(made.end + 1);
    } finally {
      await app.close();
    }
  }, 240_000);
});
