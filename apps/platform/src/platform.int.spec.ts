import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Global, Module } from '@nestjs/common';
import { Args, Field, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Actor, Database, Refusal } from '#kernel';
import { CurrentActor, LimitedAttempts, Public, RequiresRole, SessionResolver } from '#kernel/api';
import { type FreshDatabase, freshDatabase } from '../../../tests/support/database.js';
import { createApp } from './app.js';
import { readConfig } from './config.js';

@ObjectType()
class Thing {
  @Field(() => String) name!: string;
  @Field(() => Thing, { nullable: true }) next?: Thing;
}

@Resolver(() => Thing)
class ThingResolver {
  @Public() @Query(() => Thing) thing(): Thing {
    return { name: 'a thing' };
  }
  @RequiresRole('employer') @Query(() => String) reserved(@CurrentActor() actor: Actor): string {
    return actor.role;
  }
  @Query(() => String) forgotten(): string {
    return 'never';
  }
  @ResolveField(() => String) secret(@Parent() thing: Thing): string {
    return thing.name;
  }
  @Public() @Query(() => String, { nullable: true }) broken(): string {
    throw new Error('Camille Exemple, camille@exemple.test');
  }
  @Public() @LimitedAttempts('email') @Mutation(() => Boolean, { nullable: true }) signIn(@Args('email') email: string): boolean {
    if (!email.startsWith('good')) throw new Refusal('platform/not-allowed');
    return true;
  }
}

class OneSession extends SessionResolver {
  resolve(token: string): Promise<Actor | null> {
    return Promise.resolve(token === 'known' ? { id: 'a', role: 'employer', organisation: null, organisationKind: null, authorised: false, department: null } : null);
  }
}

@Global()
@Module({ providers: [ThingResolver, { provide: SessionResolver, useClass: OneSession }], exports: [SessionResolver] })
class ThingModule {}

let database: FreshDatabase;
let app: NestFastifyApplication;
let front: string;
let data: string;

beforeAll(async () => {
  database = await freshDatabase();
  front = mkdtempSync(join(tmpdir(), 'plateforme-front-'));
  data = mkdtempSync(join(tmpdir(), 'plateforme-data-'));
  writeFileSync(join(front, 'index.html'), '<meta content="__BRAND__"><meta content="__TEAM_EMAIL__"><app-root ngCspNonce="__CSP_NONCE__"></app-root>');
  writeFileSync(join(front, 'main-ABCDEFGH.js'), 'plain');
  writeFileSync(join(front, 'main-ABCDEFGH.js.br'), 'brotli');
  writeFileSync(join(front, 'favicon.svg'), '<svg/>');
  const config = readConfig({ DATABASE_URL: database.url, MASTER_KEY: Buffer.alloc(32, 7).toString('base64'), DATA_DIR: data, LOG_LEVEL: 'silent', GRAPHQL_INTROSPECTION: 'false', TEAM_EMAIL: 'equipe@inclusion.test' });
  app = await createApp(config, { front, modules: [ThingModule] });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
}, 60_000);

afterAll(async () => {
  await app?.close();
  await database?.drop();
  for (const folder of [front, data]) rmSync(folder, { recursive: true, force: true });
});

const ask = async (query: string, headers: Record<string, string> = {}, remoteAddress = '127.0.0.1') => {
  const answer = await app.inject({ method: 'POST', url: '/graphql', headers, payload: { query }, remoteAddress });
  return { status: answer.statusCode, body: answer.json<{ data: Record<string, unknown> | null; errors?: { message: string; extensions: Record<string, unknown> }[] }>() };
};
const codeOf = async (query: string, headers: Record<string, string> = {}, address?: string) => (await ask(query, headers, address)).body.errors?.[0]?.extensions['code'];

describe('a worker', () => {
  it('has sealed the log when it starts, with a key that is not in the database', async () => {
    expect(await app.get(Database).rows('select number from runtime.seal')).not.toEqual([]);
    expect(readFileSync(join(data, 'seal.key'), 'utf8')).toContain('PRIVATE KEY');
    expect(readFileSync(join(data, 'seals.log'), 'utf8')).toContain('"number":1');
  });
});

describe('the API', () => {
  it('answers what is public', async () => expect((await ask('{ thing { name } }')).body).toEqual({ data: { thing: { name: 'a thing' } } }));

  it('refuses an operation and a field resolver that say nothing of who may call them, compiled or not', async () => {
    for (let time = 0; time < 3; time++) {
      expect(await codeOf('{ forgotten }', { cookie: 'session=known' })).toBe('platform/not-open');
      expect(await codeOf('{ thing { secret } }', { cookie: 'session=known' })).toBe('platform/not-open');
    }
  });

  it('knows who is asking by the cookie', async () => {
    expect(await codeOf('{ reserved }')).toBe('platform/sign-in-required');
    expect(await codeOf('{ reserved }', { cookie: 'session=unknown' })).toBe('platform/sign-in-required');
    expect((await ask('{ reserved }', { cookie: 'session=known' })).body.data).toEqual({ reserved: 'employer' });
  });

  it('answers refusals with status 200 and a French sentence', async () => {
    const { status, body } = await ask('{ reserved }');
    expect(status).toBe(200);
    expect(body.errors?.[0]?.message).toBe('Connectez-vous pour continuer.');
  });

  it('keeps what broke to itself, whatever the number of times', async () => {
    for (let time = 0; time < 3; time++) {
      const { status, body } = await ask('{ broken }');
      expect(status).toBe(200);
      expect(body.errors?.[0]?.extensions['code']).toBe('platform/unexpected');
      expect(JSON.stringify(body)).not.toContain('Camille');
    }
  });

  it('refuses documents it does not know, too deep, too long or that ask for the schema', async () => {
    const deep = (levels: number): string => (levels === 0 ? 'name' : `next { ${deep(levels - 1)} }`);
    expect(await codeOf('{ thing { unknown } }')).toBe('platform/bad-request');
    expect(await codeOf(`{ thing { ${deep(8)} } }`)).toBeUndefined();
    expect(await codeOf(`{ thing { ${deep(12)} } }`)).toBe('platform/bad-request');
    expect(await codeOf(`{ thing { ${'name '.repeat(5000)} } }`)).toBe('platform/bad-request');
    expect(await codeOf('{ __schema { types { name } } }')).toBe('platform/bad-request');
  });

  it('refuses what another site posts, and questions written in an address', async () => {
    const cross = await app.inject({ method: 'POST', url: '/graphql', headers: { 'sec-fetch-site': 'cross-site' }, payload: { query: '{ thing { name } }' } });
    expect(cross.statusCode).toBe(403);
    const get = await app.inject({ method: 'GET', url: '/graphql?query={thing{name}}' });
    expect(get.statusCode).toBe(405);
  });

  it('refuses a body over its limit', async () => {
    const answer = await app.inject({ method: 'POST', url: '/graphql', payload: { query: '{ thing { name } }', variables: { text: 'x'.repeat(300_000) } } });
    expect(answer.statusCode).toBe(413);
  });

  it('stops a guesser after ten failures for one e-mail from one address, and lets success go on', async () => {
    for (let time = 0; time < 20; time++) expect((await ask('mutation { signIn(email: "good@exemple.test") }')).body.data).toEqual({ signIn: true });
    for (let time = 0; time < 10; time++) expect(await codeOf('mutation { signIn(email: "bad@exemple.test") }')).toBe('platform/not-allowed');
    expect(await codeOf('mutation { signIn(email: " BAD@exemple.test") }')).toBe('platform/too-many-attempts');
    const aliases = Array.from({ length: 15 }, (_, i) => `a${i}: signIn(email: "many@exemple.test")`).join(' ');
    const { body } = await ask(`mutation { ${aliases} }`);
    expect(body.errors?.map(({ extensions }) => extensions['code']).filter((code) => code === 'platform/too-many-attempts')).toHaveLength(5);
  });
});

describe('sign-ins that fail', () => {
  const failing = (email: string, address: string) => codeOf(`mutation { signIn(email: "${email}@exemple.test") }`, {}, address);

  it('from a stranger’s address do not shut the owner out of theirs', async () => {
    for (let time = 0; time < 30; time++) await failing('owned', '192.0.2.1');
    expect(await failing('owned', '192.0.2.1')).toBe('platform/too-many-attempts');
    expect(await failing('owned', '192.0.2.2')).toBe('platform/not-allowed');
  });

  it('from many addresses at once shut even the owner out, at a hundred', async () => {
    for (let n = 1; n <= 10; n++) for (let time = 0; time < 10; time++) expect(await failing('hunted', `198.51.100.${n}`)).toBe('platform/not-allowed');
    expect(await failing('hunted', '198.51.100.99')).toBe('platform/too-many-attempts');
  });

  it('for one e-mail after the other from one address stop at sixty, an IPv6 network counting as one', async () => {
    for (let n = 1; n <= 60; n++) expect(await failing(`tried${n}`, `2001:db8:5::${n.toString(16)}`)).toBe('platform/not-allowed');
    expect(await failing('tried61', '2001:db8:5::ffff')).toBe('platform/too-many-attempts');
    expect(await failing('tried61', '2001:db8:6::1')).toBe('platform/not-allowed');
  });
});

describe('pages and files', () => {
  const get = (url: string, headers: Record<string, string> = {}) => app.inject({ method: 'GET', url, headers });

  it('gives every page the index, never kept, with a nonce of its own that the policy repeats', async () => {
    const [first, second] = [await get('/'), await get('/candidatures/2026?statut=new')];
    const nonces = [first, second].map(({ body }) => /ngCspNonce="([^"]+)"/.exec(body)?.[1]);
    expect(first.headers['cache-control']).toBe('no-store');
    expect(nonces[0]).not.toBe(nonces[1]);
    expect(first.headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonces[0]}'`);
    expect(first.headers['content-security-policy']).toContain("default-src 'none'");
    expect(first.body).toContain('content="neutral"');
    expect(first.body).toContain('content="equipe@inclusion.test"');
  });

  it('keeps hashed files for ever, compressed, and asks again for the others', async () => {
    const hashed = await get('/main-ABCDEFGH.js', { 'accept-encoding': 'br' });
    expect([hashed.body, hashed.headers['content-encoding'], hashed.headers['cache-control']]).toEqual(['brotli', 'br', 'public, max-age=31536000, immutable']);
    expect(hashed.headers['content-type']).toContain('javascript');
    expect((await get('/main-ABCDEFGH.js')).body).toBe('plain');
    expect((await get('/favicon.svg')).headers['cache-control']).toBe('no-cache');
  });

  it.each(['/missing.js', '/assets/missing.svg', '/api/missing', '/graphql/missing', '/index.html.br'])('answers 404 and no page for %s', async (url) => {
    const answer = await get(url);
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([404, 'application/json; charset=utf-8']);
  });

  it('sends no header that says what it runs on, and the ones that protect', async () => {
    const { headers } = await get('/');
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'SAMEORIGIN', 'referrer-policy': 'same-origin' });
  });
});

describe('operations', () => {
  it('says that it is well, with its store and its read models', async () => {
    const answer = await app.inject({ method: 'GET', url: '/api/health' });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ status: 'ok', store: 'postgres', projections: [] });
  });
  it('measures requests by route, never by address', async () => {
    const { body } = await app.inject({ method: 'GET', url: '/metrics' });
    expect(body).toContain('http_request_seconds_bucket');
    expect(body).toContain('route="/graphql"');
    expect(body).not.toContain('candidatures');
  });
});
