import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { addDays, dayOf, type Id, newId, SystemClock, verifyChain } from '#kernel';
import { createApp } from '../../apps/platform/src/app.js';
import { readConfig } from '../../apps/platform/src/config.js';
import { PostgresEventStore } from '../../libs/kernel/src/adapters/postgres-event-store.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { pause, Server } from '../support/server.js';
import { type Member, stage } from './stage.js';

const PEOPLE = 20;
const AT_ONCE = 12;
const ACKNOWLEDGED_BEFORE_THE_KILL = 4;
const ACCEPT =
  'mutation ($id: ID!, $input: AcceptInput!, $command: ID!) { accept(id: $id, input: $input, command: $command) { status pass { displayNumber } } }';
describe('a server killed with -9 in the middle of acceptances', () => {
  let database: FreshDatabase;
  let server: Server;
  let employer: Member;
  let applications: readonly { readonly id: Id; readonly candidateId: Id; readonly command: Id }[];
  let variables: Record<string, string>;

  beforeAll(async () => {
    database = await freshDatabase();
    const masterKey = Buffer.alloc(32, 7).toString('base64');
    variables = { DATABASE_URL: database.url, EVENT_STORE_URL: database.url, MASTER_KEY: masterKey, LOG_LEVEL: 'error', NODE_ENV: 'test', ROLE: 'all' };
    const app = await createApp(readConfig(variables));
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    const on = stage(app);
    const company = await on.company('ACI', 'Les Jardins Fictifs');
    const sender = await on.member('envoi', 'prescriber', await on.prescriber('Agence Fictive', true));
    employer = await on.member('accueil', 'company', company);
    const sent = [];
    for (let n = 0; n < PEOPLE; n++) {
      const candidateId = await on.candidate(sender, `Fictive${n}`);
      sent.push({ id: await on.apply(sender, candidateId, company), candidateId, command: newId() });
    }
    applications = sent;
    await app.close();
    server = await Server.started(variables);
  }, 120_000);
  afterAll(async () => {
    await server?.kill();
    await database?.drop();
  });

  const accept = ({ id, command }: (typeof applications)[number]) =>
    server.ask(employer.cookie, ACCEPT, { id, command, input: { startsOn: addDays(dayOf(Date.now()), 3) } });
  const shown = async ({ id }: (typeof applications)[number]) => {
    const { data } = await server.ask(employer.cookie, 'query ($id: ID!) { application(id: $id) { status pass { displayNumber } } }', { id });
    return data.application as { readonly status: string; readonly pass: { readonly displayNumber: string } | null };
  };
  /** Every PASS number ever given, in order. */
  const numbers = async (): Promise<readonly string[]> => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    try {
      const { rows } = await client.query<{ number: string }>(`select data::json->>'number' as number from es.events where type = 'approvals.PassNumbered' order by position`);
      return rows.map(({ number }) => number);
    } finally {
      await client.end();
    }
  };

  it('keeps every acknowledged one, finishes or leaves out the others, and loses or doubles no number', async () => {
    const acknowledged = new Map<Id, string>();
    let enough: () => void;
    const someAcknowledged = new Promise<void>((resolve) => (enough = resolve));
    const waiting = [...applications];
    // Each answer sends one more: whenever the kill comes, some are on their way.
    const accepting = Array.from({ length: AT_ONCE }, async () => {
      for (let application; (application = waiting.shift()); ) {
        const answer = await accept(application).catch(() => null);
        if (answer?.data?.accept.status !== 'accepted') continue;
        acknowledged.set(application.id, answer.data.accept.pass.displayNumber);
        if (acknowledged.size === ACKNOWLEDGED_BEFORE_THE_KILL) enough();
      }
    });
    await Promise.race([someAcknowledged, pause(20_000)]);
    await server.kill();
    await Promise.all(accepting);
    expect(acknowledged.size).toBeGreaterThanOrEqual(ACKNOWLEDGED_BEFORE_THE_KILL);
    expect(acknowledged.size).toBeLessThan(PEOPLE);

    server = await Server.started(variables);
    await server.caughtUp();
    for (const application of applications) {
      const { status, pass } = await shown(application);
      const known = acknowledged.get(application.id);
      if (known) expect({ status, number: pass?.displayNumber }).toEqual({ status: 'accepted', number: known });
      else expect(['accepted', 'new']).toContain(status);
    }

    // What a browser does when no answer came: the same command again.
    for (const application of applications) expect((await accept(application)).data?.accept.status).toBe('accepted');
    const given = await numbers();
    expect(given).toHaveLength(PEOPLE);
    const counts = given.map((number) => Number(number.slice(5)));
    expect(counts).toEqual(counts.map((_, i) => counts[0]! + i));
    const seen = await Promise.all(applications.map(async (application) => (await shown(application)).pass?.displayNumber.replaceAll(' ', '')));
    expect([...seen].sort()).toEqual([...given].sort());

    const store = new PostgresEventStore(database.url, new SystemClock());
    for (const { id, candidateId } of applications)
      for (const stream of [`application-${id}`, `pass-${candidateId}`]) expect(verifyChain(stream, await store.read(stream))).toBeNull();
    await store.close();
  }, 90_000);
});
