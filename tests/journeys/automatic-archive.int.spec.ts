import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Actor, addDays, Clock, dayOf, type Id, newId, startOf } from '#kernel';
import { actors } from '#testing';
import { createApp } from '../../apps/platform/src/app.js';
import { readConfig } from '../../apps/platform/src/config.js';
import { ApprovalsModule } from '../../libs/approvals/src/approvals.module.js';
import { HiringModule } from '../../libs/hiring/src/hiring.module.js';
import { Deadlines } from '../../libs/kernel/src/runtime/deadlines.js';
import { Worker } from '../../libs/kernel/src/runtime/worker.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';
import { cookieOf, employerNamed, Neighbours } from './neighbours.js';

// What a screen gets is whatever the query asked for.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Shown = any;
const SHOWN = 'status actions archivedAt archivedBy archivedAutomatically lastChange timeline { label }';
const APPLICATION = `query ($id: ID!) { application(id: $id) { ${SHOWN} } }`;
const APPLY = 'mutation ($input: ApplicationInput!, $command: ID!) { apply(input: $input, command: $command) { id } }';
const REFUSE = 'mutation ($id: ID!, $input: RefuseInput!, $command: ID!) { refuse(id: $id, input: $input, command: $command) { status } }';
const POSTPONE = 'mutation ($id: ID!, $answer: String!, $command: ID!) { postpone(id: $id, answer: $answer, command: $command) { status } }';
const POOL = 'mutation ($id: ID!, $command: ID!) { addToPool(id: $id, command: $command) { status } }';
const UNARCHIVE = `mutation ($id: ID!, $command: ID!) { unarchive(id: $id, command: $command) { ${SHOWN} } }`;
const DORMANT = 'query { dormantApplications }';
const LIST = 'query ($filter: ApplicationFilter) { applications(filter: $filter) { items { id } } }';

describe('applications nobody touches', () => {
  let database: FreshDatabase;
  let app: NestFastifyApplication;
  let noon: number;
  const prescriber = actors.prescriber();
  const company = employerNamed('half a year');

  beforeAll(async () => {
    database = await freshDatabase();
    const MASTER_KEY = Buffer.alloc(32, 7).toString('base64');
    const config = readConfig({ DATABASE_URL: database.url, MASTER_KEY, LOG_LEVEL: 'silent', NODE_ENV: 'test' });
    app = await createApp(config, { modules: [Neighbours, ApprovalsModule, HiringModule] });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    app.get(Clock, { strict: false }).now = () => noon;
  }, 60_000);
  afterAll(async () => {
    await app?.close();
    await database?.drop();
  });

  const get = async (actor: Actor, query: string, variables: object = {}): Promise<Shown> => {
    const asked = { method: 'POST', url: '/graphql', payload: { query, variables }, cookies: { session: cookieOf(actor) } } as const;
    const { data, errors } = (await app.getHttpAdapter().getInstance().inject(asked)).json();
    expect(errors ?? []).toEqual([]);
    return data;
  };
  const noonOf = (day: string) => void (noon = startOf(day) + 12 * 3_600_000);
  const apply = async (to = company): Promise<Id> => (await get(prescriber, APPLY, { input: { candidateId: newId(), companyId: to.organisation, jobs: [], message: 'Bonjour' }, command: newId() })).apply.id;
  const tick = async () => {
    await app.get(Worker, { strict: false }).settled(20_000);
    await app.get(Deadlines, { strict: false }).tick();
    await app.get(Worker, { strict: false }).settled(20_000);
  };
  const seen = async (who: Actor, id: Id): Promise<Shown> => (await get(who, APPLICATION, { id })).application;
  const listed = async (filter: object, who = company): Promise<Id[]> => (await get(who, LIST, { filter })).applications.items.map(({ id }: Shown) => id).sort();

  it('go to the archive after 180 days, without a user and for their company only; the pool never does; one taken out stays for as long again [emplois/REF-7] [emplois/REF-8] [emplois/REF-9]', async () => {
    const first = dayOf(Date.now());
    noonOf(first);
    const [refused, postponed, pooled] = [await apply(), await apply(), await apply()];
    await get(company, REFUSE, { id: refused, input: { reason: 'no_position', answer: 'Non.', privateAnswer: 'Non.' }, command: newId() });
    await get(company, POSTPONE, { id: postponed, answer: 'Plus tard.', command: newId() });
    await get(company, POOL, { id: pooled, command: newId() });
    noonOf(addDays(first, 179));
    await tick();
    expect(await listed({})).toEqual([refused, postponed, pooled].sort());
    const before = await seen(prescriber, refused);

    noonOf(addDays(first, 180));
    await tick();
    expect(await listed({})).toEqual([pooled]);
    expect(await listed({ archived: 'archived' })).toEqual([refused, postponed].sort());
    expect(await seen(company, refused)).toMatchObject({ status: 'refused', actions: ['accept', 'unarchive'], archivedAt: new Date(noon).toISOString(), archivedBy: null, archivedAutomatically: true });
    expect(await seen(prescriber, refused)).toEqual({ ...before, archivedAt: null, archivedAutomatically: false });

    const { unarchive } = await get(company, UNARCHIVE, { id: refused, command: newId() });
    expect(unarchive).toMatchObject({ status: 'refused', archivedAt: null, archivedAutomatically: false, lastChange: before.lastChange });
    await tick();
    noonOf(addDays(first, 359));
    await tick();
    expect(await listed({})).toEqual([refused, pooled].sort());
    noonOf(addDays(first, 360));
    await tick();
    expect(await listed({})).toEqual([pooled]);
    expect((await seen(company, refused)).timeline).toHaveLength(before.timeline.length);
  });

  it('are told to the company that keeps them for later, once they have slept for more than 180 days [emplois/REF-7]', async () => {
    const elsewhere = employerNamed('sleeping');
    const first = dayOf(noon);
    const [pooled, postponed, awake] = [await apply(elsewhere), await apply(elsewhere), await apply(elsewhere)];
    await get(elsewhere, POOL, { id: pooled, command: newId() });
    await get(elsewhere, POSTPONE, { id: postponed, answer: 'Plus tard.', command: newId() });
    noonOf(addDays(first, 2));
    await get(elsewhere, POOL, { id: awake, command: newId() });
    const reminded = async (who: Actor) => (await get(who, DORMANT)).dormantApplications;
    noonOf(addDays(first, 180));
    expect([await reminded(elsewhere), await listed({ dormant: true }, elsewhere)]).toEqual([0, []]);
    noonOf(addDays(first, 181));
    expect([await reminded(elsewhere), await listed({ dormant: true }, elsewhere)]).toEqual([1, [pooled]]);
    expect(await reminded(employerNamed('neighbour'))).toBe(0);
  });
});
