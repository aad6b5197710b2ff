import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CqrsModule } from '@nestjs/cqrs';
import { Global, Module } from '@nestjs/common';
import { addDays, type Day, derivedId, type SetClock, SetClock as Clock, startOf } from '#kernel';
import { Attempts } from '#kernel/api';
import { testApp, type TestApp } from '#testing';
import { Vault } from '../../../../libs/identity/src/vault/vault.js';
import { contexts } from '../../../platform/src/contexts.js';
import { DEMO_ACCOUNTS } from './demo.js';
import { makeWorld } from './make.js';
import { MARKER } from './names.js';
import { everybody, personalIn, planted } from './personal.fixture.js';
import { planWorld } from './plan.js';
import type { Played } from './playing.js';
import { PlatformStage } from './platform-stage.js';

const LAST: Day = '2026-03-10';
const NAME = 'small 1';

@Global()
@Module({ providers: [{ provide: Attempts, useValue: {} }], exports: [Attempts] })
class NoRateLimit {}

const plan = () => planWorld('small', 1, LAST, (...parts) => derivedId('world', NAME, ...parts));
const nobodyLooks = { founding: () => undefined, playing: () => undefined };

describe('The small fictional world', () => {
  let app: TestApp;
  let clock: SetClock;
  let stage: PlatformStage;
  let played: Played;
  const log = async () => {
    const texts: string[] = [];
    for await (const page of app.store.pages(null, 10_000)) texts.push(...page.map(({ type, data, meta }) => `${type} ${data} ${meta}`));
    return texts;
  };

  beforeAll(async () => {
    clock = new Clock(startOf(plan().founded));
    app = await testApp({ modules: [CqrsModule.forRoot(), NoRateLimit, ...contexts], clock, config: { mail: 'off' } });
    stage = new PlatformStage(app.nest, clock, NAME);
    played = await makeWorld(stage, plan(), LAST, nobodyLooks);
  }, 180_000);
  afterAll(() => app?.close());

  it('has enough people and applications to look like a département', () => {
    expect(played.candidates).toBeGreaterThan(140);
    expect(played.applications).toBeGreaterThan(380);
  });

  it('has applications in every state an employer without prior actions can bring them to', async () => {
    const rows = await app.database.rows<{ status: string }>('select distinct status from read.hiring_application order by 1');
    expect(rows.map(({ status }) => status)).toEqual(['accepted', 'cancelled', 'new', 'obsolete', 'pool', 'postponed', 'processing', 'refused']);
  });

  it('has PASS that have ended, that run, and that have not begun', async () => {
    const [counts] = await app.database.rows<{ ended: number; running: number; future: number }>(
      `select count(*) filter (where "end" < $1)::int as ended, count(*) filter (where start <= $1 and "end" >= $1)::int as running, count(*) filter (where start > $1)::int as future
         from read.approvals_pass where not cancelled`,
      [LAST],
    );
    expect(counts!.ended).toBeGreaterThan(5);
    expect(counts!.running).toBeGreaterThan(30);
    expect(counts!.future).toBeGreaterThan(0);
  });

  it('is told to nobody: suppliers declared interest, and no message was asked for', async () => {
    const types = new Set((await log()).map((text) => text.slice(0, text.indexOf(' '))));
    expect(types).toContain('marketplace.InterestDeclared');
    expect([...types].filter((type) => type.startsWith('messaging.'))).toEqual([]);
  });

  it('has automatic refusals and reasons given by employers', async () => {
    const refusals = (await log()).filter((text) => text.startsWith('hiring.ApplicationRefused'));
    const reasons = new Set(refusals.map((text) => /"reason":"(\w+)"/.exec(text)?.[1]));
    expect(reasons.has('auto')).toBe(true);
    expect(reasons.size).toBeGreaterThan(6);
  });

  it('archives by itself what nobody has touched for half a year, leaving nothing to do [emplois/REF-7]', async () => {
    const [counts] = await app.database.rows<{ archived: number; due: number }>(
      `select count(archived_at)::int as archived, count(*) filter (where archived_at is null and status not in ('accepted', 'pool') and last_change < $1)::int as due from read.hiring_application`,
      [new Date(startOf(addDays(LAST, -179))).toISOString()],
    );
    expect(counts!.archived).toBeGreaterThan(50);
    expect(counts!.due).toBe(0);
  });

  it('has needs in every state, and contracts told by both sides', async () => {
    const rows = await app.database.rows<{ status: string }>('select distinct status from read.marketplace_need order by 1');
    expect(rows.map(({ status }) => status)).toEqual(['draft', 'rejected', 'submitted', 'validated']);
    const [counts] = await app.database.rows<{ signed: number; closed: number; seen: number; opened: number; interested: number; declined: number }>(
      `select count(*) filter (where outcome->>'signed' = 'true')::int as signed, count(*) filter (where deadline < $1)::int as closed, count(*) filter (where matched > 0)::int as seen,
              count(*) filter (where cardinality(viewed_by) > interested + cardinality(declined_by))::int as opened, count(*) filter (where interested > 0)::int as interested, count(*) filter (where cardinality(declined_by) > 0)::int as declined from read.marketplace_need`,
      [LAST],
    );
    for (const count of Object.values(counts!)) expect(count).toBeGreaterThan(1);
  });

  it('has a number that the team is asked to correct', async () => {
    expect(await app.database.rows('select state from read.identity_nir_correction')).toEqual([{ state: 'pending' }]);
  });

  it('lets a visitor be anybody: one account for each role', async () => {
    const accounts = await app.database.rows<{ email: string }>('select email from identity.demo_account');
    expect(accounts.map(({ email }) => email).sort()).toEqual(DEMO_ACCOUNTS.map(({ email }) => email).sort());
  });

  it('says nothing personal in the log', async () => {
    const texts = await log();
    expect(texts.length).toBeGreaterThan(1500);
    expect(texts.filter((text) => text.includes(MARKER) || text.includes('rue des Mirages (') || text.includes('@'))).toEqual([]);
    const people = await everybody(app.database, app.get(Vault));
    expect(people.length).toBeGreaterThan(200);
    expect(personalIn(texts, people)).toEqual([]);
    // An address may be the end of a longer one: what was planted must be among what is found.
    for (const { field, value } of planted(people)) expect(personalIn([...texts, `{"careless":"${value}"}`], people)).toContain(`${field} ${value}`);
  });

  it('is written in the order it happened', async () => {
    const recorded = (await log()).slice(1).map((text) => /"recorded":"([^"]+)"/.exec(text)![1]!);
    expect(recorded).toEqual([...recorded].sort());
  });

  it('is made once: asked again, nothing is written', async () => {
    const before = (await log()).length;
    await makeWorld(new PlatformStage(app.nest, clock, NAME), plan(), LAST, nobodyLooks);
    expect((await log()).length).toBe(before);
  }, 180_000);
});
