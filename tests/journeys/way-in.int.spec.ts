import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../../apps/platform/src/app.js';
import { readConfig } from '../../apps/platform/src/config.js';
import { DemoAccounts } from '../../libs/identity/src/application/demo-accounts.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { type Answer, type Member, PASSWORD, stage } from './stage.js';

let database: FreshDatabase;
let app: NestFastifyApplication;
let member: Member;
let variables: Record<string, string>;

beforeAll(async () => {
  database = await freshDatabase();
  const masterKey = Buffer.alloc(32, 7).toString('base64');
  variables = { DATABASE_URL: database.url, MASTER_KEY: masterKey, LOG_LEVEL: 'silent', NODE_ENV: 'production', TRUST_PROXY: 'true' };
  app = await createApp(readConfig(variables));
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const on = stage(app);
  member = await on.member('entree', 'company', await on.company('ACI', 'Les Jardins Fictifs'));
});
afterAll(async () => {
  await app?.close();
  await database?.drop();
});

const post = (query: string, variables: object = {}, headers: Record<string, string> = {}) =>
  app.inject({ method: 'POST', url: '/graphql', headers, payload: { query, variables } });
const codeOf = async (query: string, variables: object = {}) => (await post(query, variables)).json<Answer>().errors?.[0]?.extensions.code as string | undefined;
const SIGN_IN = 'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { role } }';
const flagsOf = (cookie: unknown) => String(cookie).split('; ').slice(1);

describe('the way in, where the address people type is https', () => {
  it('never lets the cookie travel in clear, even when no proxy says that the request was encrypted', async () => {
    const https = await createApp(readConfig({ ...variables, TRUST_PROXY: 'false', PUBLIC_URL: 'https://inclusion.test', ROLE: 'api' }));
    try {
      await https.init();
      await https.getHttpAdapter().getInstance().ready();
      const answer = await https.inject({ method: 'POST', url: '/graphql', payload: { query: SIGN_IN, variables: { email: member.email, password: PASSWORD } } });
      expect(flagsOf(answer.headers['set-cookie'])).toContain('Secure');
    } finally {
      await https.close();
    }
  });
});

describe('the way in, in production', () => {
  it('shows no demo account unless the installation asks for it, even when there are some', async () => {
    await app.get(DemoAccounts, { strict: false }).record({ email: 'demo@organisation.test', password: PASSWORD, label: 'Employeur', role: 'employer' });
    expect((await post('{ demoAccounts { email password } }')).json<Answer>().data).toEqual({ demoAccounts: [] });
  });

  it('gives a cookie that scripts cannot read, that other sites do not send and that travels encrypted', async () => {
    const variables = { email: member.email, password: PASSWORD };
    const encrypted = await post(SIGN_IN, variables, { 'x-forwarded-proto': 'https' });
    expect(flagsOf(encrypted.headers['set-cookie'])).toEqual(expect.arrayContaining(['Path=/', 'HttpOnly', 'SameSite=Lax', 'Secure', expect.stringMatching(/^Max-Age=\d+$/)]));
    expect(flagsOf((await post(SIGN_IN, variables)).headers['set-cookie'])).not.toContain('Secure');
    expect(encrypted.body).not.toContain(String(encrypted.headers['set-cookie']).split(/[=;]/)[1]);
    const out = await post('mutation { signOut }', {}, { cookie: member.cookie });
    expect(String(out.headers['set-cookie'])).toMatch(/^session=;.*(Max-Age=0|Expires=Thu, 01 Jan 1970)/);
    const { data } = await member.ask('{ me { role } }');
    expect(data.me.role).toBeNull();
  });

  it('stops whoever guesses the password of one account, also with the right one, and nobody else', async () => {
    const email = 'inconnu@organisation.test';
    for (let time = 0; time < 10; time++) expect(await codeOf(SIGN_IN, { email, password: `essai ${time}` })).toMatch(/^identity\//);
    expect(await codeOf(SIGN_IN, { email: email.toUpperCase(), password: PASSWORD })).toBe('platform/too-many-attempts');
    expect(await codeOf(SIGN_IN, { email: member.email, password: PASSWORD })).toBeUndefined();
  });

  it('says the same of a wrong password and of an unknown account', async () => {
    const answers = await Promise.all([member.email, 'personne@organisation.test'].map(async (email) => (await post(SIGN_IN, { email, password: 'Pas le bon mot de passe' })).json<Answer>().errors));
    const [known, unknown] = answers.map((errors) => errors?.[0]);
    expect([known?.message, known?.extensions.code]).toEqual([unknown?.message, unknown?.extensions.code]);
  });

  it('takes neither deep nor wide nor curious questions', async () => {
    const wide = `{ ${Array.from({ length: 20 }, (_, i) => `a${i}: labels { regions { code } }`).join(' ')} }`;
    expect(await codeOf(wide)).toBe('platform/bad-request');
    expect(await codeOf('{ __schema { types { name } } }')).toBe('platform/bad-request');
  });
});
