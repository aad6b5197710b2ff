import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Global, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ControlQueries } from '#control';
import { type Actor, dayOf, newId } from '#kernel';
import { actors } from '#testing';
import { createApp } from '../../apps/platform/src/app.js';
import { readConfig } from '../../apps/platform/src/config.js';
import { ApprovalsModule } from '../../libs/approvals/src/approvals.module.js';
import { HiringModule } from '../../libs/hiring/src/hiring.module.js';
import { Worker } from '../../libs/kernel/src/runtime/worker.js';
import { PilotageModule } from '../../libs/pilotage/src/pilotage.module.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';
import { load } from './figures-attack/world.js';
import { cookieOf, Neighbours } from './neighbours.js';

const gard = { region: null, department: '30' };
const territoryOf = ({ role }: Actor) => Promise.resolve(role === 'inspector' ? gard : role === 'staff' ? { region: null, department: null } : null);
@Global()
@Module({ providers: [{ provide: ControlQueries, useValue: { territoryOf } }], exports: [ControlQueries] })
class Territories {}

const EXPORT = `mutation ($filter: FigureFilter!, $purpose: String!, $command: ID!) {
  exportFacts(indicator: "APP-01", filter: $filter, purpose: $purpose, command: $command) { limit facts { stream department } } }`;
const READ = '{ recordedExports { total items { by organisation indicator about purpose rows } } }';

describe('facts taken away', () => {
  let database: FreshDatabase;
  let app: NestFastifyApplication;
  const inspector = actors.inspector();
  const elsewhere = { ...inspector, id: newId(), organisation: newId() };
  const ask = async (actor: Actor | null, query: string, variables: object = {}) =>
    (await app.inject({ method: 'POST', url: '/graphql', cookies: actor ? { session: cookieOf(actor) } : {}, payload: { query, variables } })).json<{
      data: { exportFacts?: { facts: readonly { department: string }[] }; recordedExports?: { total: number; items: readonly object[] } } | null;
      errors?: readonly { message: string; extensions: { code: string; fields?: readonly { field: string; message: string }[] } }[];
    }>();
  const exported = (actor: Actor | null, filter: object = {}, purpose = 'control', command = newId()) => ask(actor, EXPORT, { filter, purpose, command });
  const recorded = async (actor: Actor) => {
    await app.get(Worker).settled(20_000);
    return (await ask(actor, READ)).data!.recordedExports!;
  };

  beforeAll(async () => {
    database = await freshDatabase();
    const config = readConfig({ DATABASE_URL: database.url, MASTER_KEY: Buffer.alloc(32, 7).toString('base64'), LOG_LEVEL: 'silent', NODE_ENV: 'test' });
    app = await createApp(config, { modules: [Neighbours, Territories, ApprovalsModule, HiringModule, PilotageModule] });
    await app.init();
    await app.get(Worker).settled(20_000);
    const on = dayOf(Date.now());
    await load(app, ['30', '30', '59'].map((department) => ({ on, kind: 'ACI', department })));
  }, 60_000);
  afterAll(async () => {
    await app?.close();
    await database?.drop();
  });

  it('are those of one’s territory, and who took them, which and why can be read afterwards, once however often it was asked [pilotage/P-7]', async () => {
    const command = newId();
    for (let times = 0; times < 2; times++) expect((await exported(inspector, {}, 'control', command)).data!.exportFacts!.facts.map(({ department }) => department)).toEqual(['30', '30']);
    const { total, items } = await recorded(inspector);
    expect(total).toBe(1);
    expect(items).toMatchObject([{ by: 'Paul Inventé', indicator: 'APP-01', purpose: 'Contrôle', rows: 2, about: expect.stringMatching(/^Candidatures \(APP-01, version 1\), de .*, Gard \(30\)$/) }]);
    expect(await recorded(elsewhere)).toEqual({ total: 0, items: [] });
    expect((await recorded(actors.staff())).total).toBe(1);
  });

  it('are recorded anew when the id of an earlier request asks for something else, or serves somebody else [pilotage/P-7]', async () => {
    const before = (await recorded(actors.staff())).total;
    const command = newId();
    await exported(inspector, { kind: 'EI' }, 'control', command);
    expect((await exported(inspector, {}, 'control', command)).data!.exportFacts!.facts).toHaveLength(2);
    await exported(inspector, {}, 'committee', command);
    await exported({ ...inspector, id: newId() }, {}, 'control', command);
    await exported(actors.staff(), {}, 'control', command);
    expect((await recorded(actors.staff())).total).toBe(before + 5);
    expect((await exported(inspector, { department: '59' }, 'control', command)).errors![0]!.extensions.code).toBe('pilotage/not-your-territory');
  });

  it('are not handed over outside one’s territory, without a reason, nor to anybody else: nothing is recorded then', async () => {
    const before = (await recorded(actors.staff())).total;
    expect((await exported(inspector, { department: '59' })).errors![0]!.extensions.code).toBe('pilotage/not-your-territory');
    expect((await exported(inspector, {}, 'curiosity')).errors![0]!.extensions.fields).toMatchObject([{ field: 'purpose', message: expect.stringContaining('pourquoi') }]);
    for (const actor of [null, actors.employer(), actors.prescriber()]) {
      expect((await exported(actor)).data?.exportFacts ?? null).toBeNull();
      expect((await ask(actor, READ)).data?.recordedExports ?? null).toBeNull();
    }
    expect((await recorded(actors.staff())).total).toBe(before);
  });
});
