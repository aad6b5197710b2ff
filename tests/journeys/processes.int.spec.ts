import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, dayOf, type Id, newId, SystemClock, verifyChain } from '#kernel';
import { createApp } from '../../apps/platform/src/app.js';
import { readConfig } from '../../apps/platform/src/config.js';
import { PostgresEventStore } from '../../libs/kernel/src/adapters/postgres-event-store.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { builtServer, Server } from '../support/server.js';
import { type Member, stage } from './stage.js';

const CROWD = 64;
const startsOn = addDays(dayOf(Date.now()), 3);
const ACCEPT = 'mutation ($id: ID!, $input: AcceptInput!, $command: ID!) { accept(id: $id, input: $input, command: $command) { id status startsOn timeline { type } } }';
const SHOWN = 'query ($id: ID!) { application(id: $id) { id status startsOn pass { displayNumber start } timeline { type } } }';

describe('a platform of three processes: two answer, a third follows the log', () => {
  let database: FreshDatabase;
  /** The key that seals the log is the same for all processes. */
  const folder = mkdtempSync(join(tmpdir(), 'processes-'));
  let answering: readonly [Server, Server];
  let worker: Server;
  let store: PostgresEventStore;
  let employers: readonly Member[];
  let wanted: Id;
  let crowd: readonly Id[];
  let alone: Id;
  let sender: Member;
  let followed: { readonly id: Id; readonly candidateId: Id };

  beforeAll(async () => {
    database = await freshDatabase();
    const variables = { DATABASE_URL: database.url, DATA_DIR: folder, MASTER_KEY: Buffer.alloc(32, 7).toString('base64'), LOG_LEVEL: 'error', NODE_ENV: 'test', POOL_SIZE: '5', REQUESTS_PER_MINUTE: '0' };
    const app = await createApp(readConfig(variables));
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    const on = stage(app);
    sender = await on.member('envoi', 'prescriber', await on.prescriber('Agence Fictive', true));
    wanted = await on.candidate(sender, 'Demandée');
    const [members, applications]: [Member[], Id[]] = [[], []];
    for (let n = 0; n < CROWD; n++) {
      const company = await on.company('ACI', `Jardins Fictifs ${n}`);
      members.push(await on.member(`accueil-${n}`, 'company', company));
      applications.push(await on.apply(sender, wanted, company));
      if (n > 0) continue;
      alone = await on.apply(sender, await on.candidate(sender, 'Seule'), company);
      const candidateId = await on.candidate(sender, 'Suivie');
      followed = { candidateId, id: await on.apply(sender, candidateId, company) };
    }
    [employers, crowd] = [members, applications];
    await on.settled();
    await app.close();
    const main = builtServer();
    answering = [await Server.started({ ...variables, ROLE: 'api' }, main), await Server.started({ ...variables, ROLE: 'api' }, main)];
    worker = await Server.started({ ...variables, ROLE: 'worker' }, main);
    store = new PostgresEventStore(database.url, new SystemClock());
  }, 240_000);
  afterAll(async () => {
    await store?.close();
    for (const server of [...(answering ?? []), worker]) await server?.kill();
    await database?.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const accept = async (server: Server, by: Member, id: Id) => (await server.ask(by.cookie, ACCEPT, { id, command: newId(), input: { startsOn } })).data?.accept;
  const shown = async (server: Server, by: Member, id: Id) => (await server.ask(by.cookie, SHOWN, { id })).data.application;
  const datas = async (stream: string, type: string) => (await store.read(stream)).filter((event) => event.type === type).map(({ data }) => JSON.parse(data));

  it('what one process answers holds what it has just done, and both read it once the third has followed', async () => {
    const done = await accept(answering[0], employers[0]!, alone);
    expect(done).toMatchObject({ id: alone, status: 'accepted', startsOn });
    await worker.caughtUp();
    const read = await Promise.all(answering.map((server) => shown(server, employers[0]!, alone)));
    expect(read[0]).toMatchObject({ ...done, pass: { displayNumber: expect.stringMatching(/^XXXXX /), start: startsOn } });
    expect(read[1]).toEqual(read[0]);
  });

  it('a page open on an application at one process is told when somebody decides through the other, and then reads the decision', async () => {
    const { id, candidateId } = followed;
    expect((await shown(answering[0], sender, id)).status).toBe('new');
    const { heard } = await answering[0].listen(sender.cookie, `candidate:${candidateId}`);
    await answering[1].ask(employers[0]!.cookie, 'mutation ($id: ID!, $command: ID!) { putUnderStudy(id: $id, command: $command) { id } }', { id, command: newId() });
    expect(await heard).toContain(`"topics":["candidate:${candidateId}"]`);
    expect((await shown(answering[0], sender, id)).status).toBe('processing');
  });

  it('64 employers accept the same person at the same moment, half through each process: one PASS, every hire covered by it, no number lost [emplois/PASS-5]', async () => {
    const before = await datas('pass-numbers', 'approvals.PassNumbered');
    const answers = await Promise.all(employers.map((by, n) => accept(answering[(n % 2) as 0 | 1], by, crowd[n]!)));
    expect(answers.map((each) => each?.status)).toEqual(crowd.map(() => 'accepted'));

    const path = `pass-${wanted}`;
    expect(await datas(path, 'approvals.PassGranted')).toHaveLength(1);
    expect(new Set((await datas(path, 'approvals.HireCovered')).map(({ applicationId }) => applicationId))).toEqual(new Set(crowd));
    const passes = (await Promise.all(crowd.map((id) => datas(`application-${id}`, 'hiring.ApplicationAccepted')))).map(([accepted]) => accepted.pass);
    expect(new Set(passes.map(({ number }) => number)).size).toBe(1);
    expect(passes.filter(({ isNew }) => isNew)).toHaveLength(1);
    const after = await datas('pass-numbers', 'approvals.PassNumbered');
    expect(after).toHaveLength(before.length + 1);
    expect(after.at(-1).number).toBe(passes[0].number);
    for (const stream of [path, 'pass-numbers']) expect(verifyChain(stream, await store.read(stream))).toBeNull();

    await worker.caughtUp();
    for (const [n, by] of employers.entries())
      expect((await shown(answering[((n + 1) % 2) as 0 | 1], by, crowd[n]!)).pass.displayNumber.replaceAll(' ', '')).toBe(passes[0].number);
  }, 120_000);
});
