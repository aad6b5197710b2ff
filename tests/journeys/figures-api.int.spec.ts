import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Global, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ControlQueries } from '#control';
import { type Actor, addDays, addMonths, dayOf, EventStore, newId, NO_STREAM } from '#kernel';
import { actors } from '#testing';
import { createApp } from '../../apps/platform/src/app.js';
import { readConfig } from '../../apps/platform/src/config.js';
import { ApprovalsModule } from '../../libs/approvals/src/approvals.module.js';
import { HiringModule } from '../../libs/hiring/src/hiring.module.js';
import { FiguresTopic } from '../../libs/pilotage/src/api/figures-topic.js';
import { Worker } from '../../libs/kernel/src/runtime/worker.js';
import { PilotageModule } from '../../libs/pilotage/src/pilotage.module.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';
import { cookieOf, Neighbours } from './neighbours.js';

const country = { region: null, department: null };
const territoryOf = (actor: Actor) => Promise.resolve(actor.role === 'staff' ? country : null);
@Global()
@Module({ providers: [{ provide: ControlQueries, useValue: { territoryOf } }], exports: [ControlQueries] })
class Territories {}

interface Behind {
  readonly masked: boolean;
  readonly total: number;
  readonly events: readonly { readonly count: number }[];
  readonly facts: readonly { readonly stream: string; readonly position: number }[];
}
interface Shown {
  readonly figures: { readonly applications: number; readonly masked: boolean; readonly validAt: string | null; readonly indicators: readonly { readonly id: string; readonly value: number | null }[] };
  readonly drillDown: Behind;
}

describe('figures, as the screens ask for them', () => {
  let database: FreshDatabase;
  let app: NestFastifyApplication;
  const today = dayOf(Date.now());
  const lately = addDays(today, -3);

  const ask = async (filter: object, actor: Actor | null): Promise<Shown> => {
    const query = `query ($filter: FigureFilter!) {
      figures(filter: $filter) { applications masked validAt indicators { id value } }
      drillDown(indicator: "APP-01", filter: $filter) { masked total events { count } facts { stream position } } }`;
    const cookies = actor ? { session: cookieOf(actor) } : {};
    const { body } = await app.inject({ method: 'POST', url: '/graphql', cookies, payload: { query, variables: { filter } } });
    const { data, errors } = JSON.parse(body) as { data: Shown; errors?: unknown };
    expect(errors).toBeUndefined();
    return data;
  };
  const send = async (on: string) => {
    const [id, at] = [newId(), `${on}T09:00:00.000Z`];
    const place = { applicationId: id, candidateId: newId(), companyId: newId(), companyKind: 'ACI', companyDepartment: '30' };
    const meta = { occurred: at, actor: id, organisation: null, role: 'system' as const, command: id, correlation: id, causation: null };
    const data = { ...place, sender: 'prescriber', senderId: newId(), senderOrganisation: null, senderOrganisationKind: null, jobs: [], messageId: null, on, at, candidate: {} };
    await app.get(EventStore).append(`application-${id}`, NO_STREAM, [{ id: newId(), type: 'hiring.ApplicationSubmitted', version: 1, data, meta }]);
    await app.get(Worker).settled(20_000);
    return `application-${id}`;
  };

  beforeAll(async () => {
    database = await freshDatabase();
    const config = readConfig({ DATABASE_URL: database.url, MASTER_KEY: Buffer.alloc(32, 7).toString('base64'), LOG_LEVEL: 'silent', NODE_ENV: 'test' });
    app = await createApp(config, { modules: [Neighbours, Territories, ApprovalsModule, HiringModule, PilotageModule] });
    await app.init();
  }, 60_000);
  afterAll(async () => {
    await app?.close();
    await database?.drop();
  });

  it('staff see the event at once, its stream and position, and not in the days before it', async () => {
    const stream = await send(lately);
    const { figures, drillDown } = await ask({}, actors.staff());
    expect(figures).toMatchObject({ applications: 1, masked: false, validAt: null });
    expect(drillDown).toMatchObject({ masked: false, total: 1, facts: [{ stream }] });
    expect((await ask({ asOf: addDays(lately, -1) }, actors.staff())).figures.applications).toBe(0);
    expect((await ask({ asOf: lately }, actors.staff())).figures.applications).toBe(1);
    expect((await ask({ knownAt: `${lately}T00:00:00.000Z` }, actors.staff())).figures.applications).toBe(0);
  });

  it('the public sees neither what was written since the last month ended, nor any stream', async () => {
    const before = await ask({}, null);
    await send(addDays(`${today.slice(0, 7)}-01`, -2));
    const after = await ask({}, null);
    expect(after).toEqual(before);
    expect(after.figures).toMatchObject({ masked: true, validAt: addDays(`${today.slice(0, 7)}-01`, -1) });
    expect(after.drillDown).toMatchObject({ masked: true, facts: [], total: 0 });
  });

  it('looks behind one month and one part, and says which parts there are not', async () => {
    const query = `query ($indicator: String!, $filter: FigureFilter!, $part: String) { drillDown(indicator: $indicator, filter: $filter, part: $part) { total } }`;
    const total = async (indicator: string, filter: object, part: string | null = null) => {
      const { body } = await app.inject({ method: 'POST', url: '/graphql', cookies: { session: cookieOf(actors.staff()) }, payload: { query, variables: { indicator, filter, part } } });
      const { data, errors } = JSON.parse(body) as { data: { drillDown: { total: number } } | null; errors?: readonly { extensions: { fields: readonly { field: string; message: string }[] } }[] };
      return data?.drillDown ? data.drillDown.total : errors![0]!.extensions.fields[0];
    };
    const month = lately.slice(0, 7);
    const [here, elsewhere] = [await total('APP-01', { from: month, to: month, department: '30' }), await total('APP-01', { from: month, to: month, department: '59' })];
    expect(here).toBeGreaterThan(0);
    expect(elsewhere).toBe(0);
    expect(await total('REF-02', {}, 'training')).toBe(0);
    for (const [indicator, part] of [['REF-02', '31'], ['APP-01', 'training'], ['DEL-03', 'waiting']] as const)
      expect(await total(indicator, {}, part)).toMatchObject({ field: 'part', message: expect.stringContaining('partie') });
  });

  it('each fact is announced to those who see true figures, to nobody else [pilotage/P-6]', async () => {
    const guard = app.get(FiguresTopic, { strict: false });
    expect(await guard.allows(actors.staff(), 'figures')).toBe(true);
    for (const actor of [null, actors.employer(), actors.prescriber()]) {
      expect(await guard.allows(actor, 'figures')).toBe(false);
      expect(await guard.allows(actor, 'figures:public')).toBe(true);
    }
  });

  describe('at an address that can be quoted', () => {
    const twoMonthsAgo = addDays(`${addMonths(`${today.slice(0, 7)}-01`, -1)}`, -1);
    const month = twoMonthsAgo.slice(0, 7);
    const fetched = (query: Record<string, string>, headers: Record<string, string> = {}) => app.inject({ method: 'GET', url: '/api/figures', query, headers });

    it('are the same for ever once their months, moment and definitions are all named and past', async () => {
      const quoted = { from: month, to: month, asOf: twoMonthsAgo, knownAt: `${twoMonthsAgo}T22:59:59.999Z` };
      const { definitions, fingerprint } = (await fetched(quoted)).json<{ definitions: string; fingerprint: string }>();
      const pinned = await fetched({ ...quoted, definitions });
      expect(pinned.headers).toMatchObject({ etag: `"${fingerprint}"`, 'cache-control': 'public, max-age=31536000, immutable' });
      await send(twoMonthsAgo);
      expect((await fetched({ ...quoted, definitions })).json()).toEqual(pinned.json());
      const again = await fetched({ ...quoted, definitions }, { 'if-none-match': `"${fingerprint}"` });
      expect([again.statusCode, again.body]).toEqual([304, '']);
      for (const less of [{ ...quoted, definitions: 'APP-01:0' }, quoted, { definitions }]) expect((await fetched(less)).headers['cache-control']).toBe('public, no-cache');
    });

    it('move for those who see true figures, who keep them to themselves, and are found again as they were known', async () => {
      const cookie = `session=${cookieOf(actors.staff())}`;
      const before = (await fetched({}, { cookie })).json<{ applications: number; fingerprint: string; asOf: string; from: string; to: string; position: number }>();
      await send(lately);
      const after = await fetched({}, { cookie });
      expect(after.headers['cache-control']).toBe('private, no-cache');
      expect(after.json()).toMatchObject({ applications: before.applications + 1 });
      expect(after.headers.etag).not.toBe(`"${before.fingerprint}"`);
      const then = await fetched({ from: before.from, to: before.to, asOf: today, knownAt: before.asOf }, { cookie });
      expect(then.json()).toMatchObject({ applications: before.applications, fingerprint: before.fingerprint });
    });

    it('say in French what is wrong with it', async () => {
      const wrong = await fetched({ asOf: '31/01/2026', knownAt: 'hier' });
      expect(wrong.statusCode).toBe(422);
      expect(wrong.json()).toMatchObject({ fields: [{ field: 'asOf', message: expect.stringContaining('AAAA-MM-JJ') }, { field: 'knownAt', message: expect.stringContaining('instant') }] });
    });
  });

  it('says what every figure means, to everybody', async () => {
    const { body } = await app.inject({ method: 'POST', url: '/graphql', payload: { query: '{ indicators { id version title text unit numerator { text sql } denominator { text sql } } }' } });
    const { data } = JSON.parse(body) as { data: { indicators: readonly { readonly id: string; readonly numerator: { readonly sql: string } }[] } };
    expect(data.indicators).toHaveLength(18);
    for (const { numerator } of data.indicators) expect(numerator.sql).toMatch(/from fact\s+where [\s\S]*:question/);
    expect((await ask({}, actors.staff())).figures.indicators.map(({ id }) => id)).toEqual(data.indicators.map(({ id }) => id));
  });
});
