import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Actor, derivedId, type Id, newId, Streams } from '#kernel';
import { actors } from '#testing';
import { createApp } from '../../apps/platform/src/app.js';
import { readConfig } from '../../apps/platform/src/config.js';
import { ApprovalsModule } from '../../libs/approvals/src/approvals.module.js';
import { HiringModule } from '../../libs/hiring/src/hiring.module.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';
import { AnyCandidate, cookieOf, employerNamed, Neighbours } from './neighbours.js';

// What a screen gets is whatever the query asked for.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Shown = any;
const DECIDE = `mutation ($input: TogetherInput!, $command: ID!) { decideTogether(input: $input, command: $command) { done behind lines { id done sentence } } }`;

describe('several applications at once', () => {
  let database: FreshDatabase;
  let app: NestFastifyApplication;
  const prescriber = actors.prescriber();

  beforeAll(async () => {
    database = await freshDatabase();
    const MASTER_KEY = Buffer.alloc(32, 7).toString('base64');
    const config = readConfig({ DATABASE_URL: database.url, MASTER_KEY, LOG_LEVEL: 'silent', NODE_ENV: 'test' });
    app = await createApp(config, { modules: [Neighbours, ApprovalsModule, HiringModule] });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  }, 60_000);
  afterAll(async () => {
    await app?.close();
    await database.drop();
  });

  const ask = async (actor: Actor, query: string, variables: object = {}): Promise<Shown> => {
    const asked = { method: 'POST', url: '/graphql', payload: { query, variables }, cookies: { session: cookieOf(actor) } } as const;
    return (await app.getHttpAdapter().getInstance().inject(asked)).json();
  };
  const get = async (actor: Actor, query: string, variables: object = {}): Promise<Shown> => {
    const { data, errors } = await ask(actor, query, variables);
    expect(errors ?? []).toEqual([]);
    return data;
  };
  const apply = async (company: Actor, sender = prescriber): Promise<Id> => {
    const input = { candidateId: sender.role === 'candidate' ? sender.id : newId(), companyId: company.organisation, jobs: [], message: 'Bonjour' };
    return (await get(sender, 'mutation ($input: ApplicationInput!, $command: ID!) { apply(input: $input, command: $command) { id } }', { input, command: newId() })).apply.id;
  };
  const decide = async (actor: Actor, input: object, command = newId()) => (await get(actor, DECIDE, { input, command })).decideTogether;
  const file = async (actor: Actor, id: Id) =>
    (await get(actor, 'query ($id: ID!) { application(id: $id) { status answer privateAnswer refusalReason { code } timeline { label } } }', { id })).application;

  it('decides on those it suits and tells the others one by one [emplois/REF-10]', async () => {
    const company = employerNamed('together');
    const [fresh, studied, theirs] = [await apply(company), await apply(company), await apply(employerNamed('not them'))];
    expect(await decide(company, { action: 'putUnderStudy', ids: [studied] })).toMatchObject({ done: 1 });
    const unknown = newId();
    const answer = await decide(company, { action: 'putUnderStudy', ids: [studied, theirs, fresh, unknown] });
    expect(answer).toMatchObject({ done: 1, behind: false, lines: [{ id: studied, done: false }, { id: theirs, done: false }, { id: fresh, done: true, sentence: null }, { id: unknown, done: false }] });
    expect(answer.lines[0].sentence).toContain('Cette action n’est plus possible');
    expect(answer.lines[1].sentence).toContain('n’est pas adressée à votre organisation');
    expect(answer.lines[3].sentence).toBe(answer.lines[1].sentence);
    expect((await file(company, fresh)).status).toBe('processing');
    expect((await file(prescriber, theirs)).status).toBe('new');
  });

  it('sent twice, decides once', async () => {
    const company = employerNamed('twice');
    const ids = [await apply(company), await apply(company)];
    const command = newId();
    const input = { action: 'postpone', ids, answer: 'Nous revenons vers vous.' };
    const first = await decide(company, input, command);
    expect(first.done).toBe(2);
    expect(await decide(company, input, command)).toEqual(first);
    for (const id of ids)
      expect(await file(company, id)).toMatchObject({ status: 'postponed', answer: 'Nous revenons vers vous.', timeline: [{ label: 'Candidature envoyée' }, expect.anything()] });
    expect(await app.get(Streams, { strict: false }).events(`application-${ids[0]}`)).toHaveLength(2);
  });

  it('declines with a reason and an answer, and keeps the word for the prescriber only where one sent the application [emplois/REF-4]', async () => {
    const company = employerNamed('declines');
    const [sent, alone] = [await apply(company), await apply(company, actors.candidate('alone'))];
    const declined = { action: 'refuse', ids: [sent, alone], reason: 'no_position', answer: 'Nous ne recrutons pas.' };
    const without = await decide(company, declined);
    expect(without.lines).toMatchObject([{ id: sent, done: false, sentence: expect.stringContaining('réponse au prescripteur') }, { id: alone, done: true }]);
    const [again, other] = [newId(), await apply(company, actors.candidate('another'))];
    expect((await decide(company, { ...declined, ids: [sent, other], privateAnswer: 'Poste pourvu.' }, again)).done).toBe(2);
    expect(await file(prescriber, sent)).toMatchObject({ status: 'refused', refusalReason: { code: 'no_position' }, privateAnswer: 'Poste pourvu.' });
    const kept = (id: Id) => AnyCandidate.kept.get(derivedId(derivedId('together', again, id), 'application-private-answer'));
    expect([kept(sent), kept(other)]).toEqual(['Poste pourvu.', undefined]);
  });

  it('says beside the field what is missing, touches nothing then, and is for the company’s members only', async () => {
    const company = employerNamed('fields');
    const id = await apply(company);
    const extensions = async (actor: Actor, input: object) => (await ask(actor, DECIDE, { input, command: newId() })).errors[0].extensions;
    expect((await extensions(company, { action: 'postpone', ids: [id] })).fields).toMatchObject([{ field: 'answer', message: 'Écrivez une réponse au candidat.' }]);
    expect((await extensions(company, { action: 'accept', ids: [id] })).fields).toMatchObject([{ field: 'action', message: expect.stringContaining('Ouvrez chaque candidature') }]);
    expect((await extensions(company, { action: 'addToPool', ids: ['not an id'] })).fields).toMatchObject([{ field: 'ids.0' }]);
    expect((await extensions(prescriber, { action: 'addToPool', ids: [id] })).code).toBe('platform/not-allowed');
    expect((await file(company, id)).status).toBe('new');
  });

  it('lists by date of sending or of last change, either way, page after page', async () => {
    const company = employerNamed('sorted');
    const ids = [await apply(company), await apply(company), await apply(company)];
    await decide(company, { action: 'putUnderStudy', ids: [ids[0]] });
    const page = 'query ($order: String, $after: String) { applications(first: 2, order: $order, after: $after) { next items { id } } }';
    const listed = async (order: string | null) => {
      const seen: number[] = [];
      let after: string | null = null;
      do {
        const { applications }: Shown = await get(company, page, { order, after });
        seen.push(...applications.items.map(({ id }: { id: Id }) => ids.indexOf(id)));
        after = applications.next;
      } while (after);
      return seen;
    };
    expect(await listed('sent')).toEqual([0, 1, 2]);
    expect(await listed('-sent')).toEqual([2, 1, 0]);
    expect(await listed('changed')).toEqual([1, 2, 0]);
    expect(await listed('-changed')).toEqual(await listed(null));
    expect((await ask(company, page, { order: 'name' })).errors[0].extensions.fields).toMatchObject([{ field: 'order' }]);
  });
});
