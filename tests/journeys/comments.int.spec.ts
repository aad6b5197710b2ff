import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Database, type Id, newId } from '#kernel';
import { createApp } from '../../apps/platform/src/app.js';
import { readConfig } from '../../apps/platform/src/config.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { type Member, type Shown, stage } from './stage.js';

const COMMENTS = 'lastChange timeline { label } comments { id by text mine }';
const APPLICATION = `query ($id: ID!) { application(id: $id) { ${COMMENTS} } }`;
const ADD = `mutation ($id: ID!, $text: String!, $command: ID!) { addComment(id: $id, text: $text, command: $command) { ${COMMENTS} } }`;
const REMOVE = `mutation ($id: ID!, $commentId: ID!, $command: ID!) { removeComment(id: $id, commentId: $commentId, command: $command) { ${COMMENTS} } }`;
const ERASE = 'mutation ($id: ID!, $reason: String!, $command: ID!) { erasePerson(id: $id, reason: $reason, command: $command) { goes } }';

describe('comments between colleagues on an application', () => {
  let database: FreshDatabase;
  let app: NestFastifyApplication;
  let on: ReturnType<typeof stage>;
  let prescriber: Member;
  let employer: Member;
  let colleague: Member;
  let neighbour: Member;
  let staff: Member;
  let candidateId: Id;
  let id: Id;

  beforeAll(async () => {
    database = await freshDatabase();
    const variables = { DATABASE_URL: database.url, MASTER_KEY: Buffer.alloc(32, 7).toString('base64'), LOG_LEVEL: 'silent', NODE_ENV: 'test' };
    app = await createApp(readConfig(variables));
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    on = stage(app);
    const company = await on.company('ACI', 'Les Jardins Fictifs');
    prescriber = await on.member('envoi', 'prescriber', await on.prescriber('Agence Fictive', true));
    employer = await on.member('accueil', 'company', company);
    colleague = await on.member('suivi', 'company', company);
    neighbour = await on.member('voisin', 'company', await on.company('EI', 'Chantier Fictif'));
    staff = await on.staff();
    candidateId = await on.candidate(prescriber, 'Suivie');
    id = await on.apply(prescriber, candidateId, company);
  }, 120_000);
  afterAll(async () => {
    await app?.close();
    await database?.drop();
  });

  const add = async (who: Member, text: string): Promise<Shown> => (await who.get(ADD, { id, text, command: newId() })).addComment;
  const seen = async (who: Member): Promise<Shown> => (await who.get(APPLICATION, { id })).application;
  const code = async (who: Member, query: string, variables: object) => (await who.ask(query, { id, command: newId(), ...variables })).errors?.[0]?.extensions.code;
  const kept = async (textId: Id) => (await on.service(Database).rows('select 1 from identity.free_text where id = $1', [textId])).length;

  it('are read by members of the receiving company, newest first, and by nobody else [emplois/VIS-6]', async () => {
    const before = await seen(prescriber);
    await add(employer, ' Je la rappelle jeudi. ');
    const answered = await add(colleague, 'Bon profil.');
    expect(answered.comments).toMatchObject([{ by: 'Ana Essai-suivi', text: 'Bon profil.', mine: true }, { by: 'Ana Essai-accueil', text: 'Je la rappelle jeudi.', mine: false }]);
    expect((await seen(employer)).comments.map(({ mine }: Shown) => mine)).toEqual([false, true]);
    expect(await seen(prescriber)).toEqual({ ...before, comments: null });
    expect((await seen(await on.signedInCandidate(prescriber, candidateId))).comments).toBeNull();
    expect((await seen(staff)).comments).toBeNull();
    expect(await seen(neighbour)).toBeNull();
    expect(await code(neighbour, ADD, { text: 'Bonjour' })).toBe('hiring/unknown-application');
    expect(await code(prescriber, ADD, { text: 'Bonjour' })).toBeDefined();
    expect((await seen(employer)).comments).toHaveLength(2);
  });

  it('are told as they come to colleagues who have the page open, and to nobody else [emplois/VIS-6]', async () => {
    await app.listen(0, '127.0.0.1');
    const listen = async (who: Member) => fetch(`${await app.getUrl()}/api/live?topics=comments:${id}`, { headers: { cookie: who.cookie } });
    for (const who of [prescriber, neighbour, staff]) expect((await listen(who)).status).toBe(403);
    const reader = (await listen(colleague)).body!.pipeThrough(new TextDecoderStream()).getReader();
    await add(employer, 'Elle vient lundi.');
    let heard = '';
    while (!heard.includes('"topics"')) heard += (await reader.read()).value ?? '';
    await reader.cancel();
    expect(heard).toContain(`"topics":["comments:${id}"]`);
    expect((await seen(colleague)).comments[0]).toMatchObject({ text: 'Elle vient lundi.', mine: false });
  });

  it('hold 2000 characters [emplois/VIS-6]', async () => {
    const refused = await employer.ask(ADD, { id, text: 'a'.repeat(2001), command: newId() });
    expect(refused.errors![0]).toMatchObject({ message: expect.stringContaining('2000 caractères'), extensions: { fields: [{ field: 'text' }] } });
    expect(await code(employer, ADD, { text: '  ' })).toBe('hiring/comment-required');
  });

  it('are removed by their author only, words and all [emplois/VIS-6]', async () => {
    const [{ id: commentId }] = (await add(employer, 'À oublier.')).comments;
    expect(await code(colleague, REMOVE, { commentId })).toBe('hiring/comment-of-another');
    expect(await code(neighbour, REMOVE, { commentId })).toBe('hiring/unknown-application');
    expect(await kept(commentId)).toBe(1);
    const command = newId();
    const { removeComment } = await employer.get(REMOVE, { id, commentId, command });
    expect(removeComment.comments.map(({ text }: Shown) => text)).not.toContain('À oublier.');
    expect(await kept(commentId)).toBe(0);
    expect((await employer.get(REMOVE, { id, commentId, command })).removeComment.comments).toEqual(removeComment.comments);
    expect(await code(employer, REMOVE, { commentId })).toBe('hiring/unknown-comment');
  });

  it('go with the candidate they are about', async () => {
    const written = (await add(employer, 'Je la reverrai.')).comments;
    await staff.get(ERASE, { id: candidateId, reason: 'request', command: newId() });
    expect((await seen(employer)).comments).toEqual(written.map((comment: Shown) => ({ ...comment, text: null })));
    expect(await kept(written[0].id)).toBe(0);
  });
});
