import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../../apps/platform/src/app.js';
import { readConfig } from '../../apps/platform/src/config.js';
import { Accounts } from '../../libs/identity/src/application/accounts.js';
import { MembersService } from '../../libs/organisations/src/application/members.js';
import { Registrations } from '../../libs/organisations/src/application/registrations.js';
import { Worker } from '../../libs/kernel/src/runtime/worker.js';
import { type Id, newId, SYSTEM } from '#kernel';
import { type FreshDatabase, freshDatabase } from '../support/database.js';

const PASSWORD = 'Seize signes ou davantage';
const nir = '290053000400666';
const input = {
  title: 'MME',
  firstName: 'Prune',
  lastName: 'Fictive',
  birthDate: '1990-05-20',
  nirReason: 'NO_NIR',
  franceTravailReason: 'FORGOTTEN',
  email: 'prune.fictive@courriel.test',
  phone: '06 00 00 00 00',
  address: '1 rue de l’Essai',
  postCode: '30000',
  insee: '30189',
  city: 'Nîmes',
};

interface Answer {
  readonly data: Record<string, never> | null;
  readonly errors?: {
    readonly message: string;
    readonly extensions: {
      readonly code: string;
      readonly fields?: { field: string; message: string }[];
      readonly facts?: Record<string, unknown>;
    };
  }[];
}

let database: FreshDatabase;
let app: NestFastifyApplication;

beforeAll(async () => {
  database = await freshDatabase();
  app = await createApp(
    readConfig({ DATABASE_URL: database.url, MASTER_KEY: Buffer.alloc(32, 7).toString('base64'), LOG_LEVEL: 'silent', ROLE: 'all' }),
  );
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
}, 60_000);

afterAll(async () => {
  await app?.close();
  await database?.drop();
});

/** A prescriber of an organisation of their own. */
const prescriber = async (email: string, authorised: boolean): Promise<Id> => {
  const [accountId, prescriberId] = [newId(), newId()];
  const context = () => ({ command: newId(), actor: SYSTEM });
  const get = <T>(token: abstract new (...args: never[]) => T): T => app.get<T>(token as never, { strict: false });
  await get(Accounts).openAccount({ accountId, email, password: PASSWORD, firstName: 'Ana', lastName: `Essai`, kind: 'professional' });
  const place = { address: '1 rue de l’Essai', postCode: '30000', city: 'Nîmes', insee: '30189', department: '30', lat: null, lon: null };
  await get(Registrations).prescriber(
    { prescriberId, siret: null, kind: 'FT', name: `Organisation ${email}`, authorised, ...place },
    context(),
  );
  await get(MembersService).join({ type: 'prescriber', id: prescriberId }, accountId, context());
  await get(Worker).settled(10_000);
  return accountId;
};

/** A browser: keeps the cookie it is given. */
const visitor = () => {
  let cookie = '';
  return async (query: string, variables: object = {}): Promise<Answer> => {
    const answer = await app.inject({ method: 'POST', url: '/graphql', headers: cookie ? { cookie } : {}, payload: { query, variables } });
    const set = answer.headers['set-cookie'];
    if (set !== undefined) cookie = String(set).split(';')[0]!;
    return answer.json();
  };
};
type Visitor = ReturnType<typeof visitor>;

const signIn = async (email: string): Promise<Visitor> => {
  const ask = visitor();
  const { errors } = await ask('mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { role } }', {
    email,
    password: PASSWORD,
  });
  expect(errors).toBeUndefined();
  return ask;
};
const register = (ask: Visitor, changes: object, command: Id = newId()) =>
  ask(
    'mutation ($input: CandidateInput!, $command: ID!) { registerCandidate(input: $input, command: $command) { id displayName masked nir history { by fields } } }',
    {
      input: { ...input, ...changes },
      command,
    },
  );

describe('From finding nobody to a file', () => {
  let ask: Visitor;
  beforeAll(async () => {
    await prescriber('habilitee@organisation.test', true);
    ask = await signIn('habilitee@organisation.test');
  });

  it('a visitor is nobody and may register nobody', async () => {
    const anonymous = visitor();
    expect((await anonymous('{ me { role account { email } } }')).data).toEqual({ me: { role: null, account: null } });
    expect((await register(anonymous, {})).errors?.[0]?.extensions.code).toBe('platform/sign-in-required');
  });

  it('a prescriber sees who they are and where they work', async () => {
    const { data } = await ask('{ me { role account { firstName email } current { name authorised } memberships { type } } }');
    expect(data).toEqual({
      me: {
        role: 'prescriber',
        account: { firstName: 'Ana', email: 'habilitee@organisation.test' },
        current: { name: 'Organisation habilitee@organisation.test', authorised: true },
        memberships: [{ type: 'prescriber' }],
      },
    });
  });

  it('each wrong field is named, with a sentence', async () => {
    const { errors } = await register(ask, { firstName: '', postCode: '3' });
    expect(errors?.[0]?.extensions.fields).toEqual([
      { field: 'firstName', code: 'identity/name-missing', message: 'Ce champ est obligatoire.' },
      { field: 'postCode', code: 'identity/post-code-shape', message: 'Un code postal comporte 5 chiffres.' },
    ]);
  });

  it('the answer shows the file, the list already holds it, the same form twice is one candidate', async () => {
    const command = newId();
    const [one, two] = [await register(ask, {}, command), await register(ask, {}, command)];
    expect(one.data).toMatchObject({ registerCandidate: { displayName: 'FICTIVE Prune', masked: false, history: [{ by: 'Ana Essai' }] } });
    expect(two.data).toEqual(one.data);
    const { data } = await ask('{ candidates(search: "fict") { total items { displayName city hasNir } } }');
    expect(data).toEqual({ candidates: { total: 1, items: [{ displayName: 'FICTIVE Prune', city: 'Nîmes', hasNir: false }] } });
  });

  it('the same person again is suspected', async () => {
    const { errors } = await register(ask, { email: null });
    expect(errors?.[0]?.extensions.code).toBe('identity/perhaps-duplicate');
    expect(errors?.[0]?.message).not.toContain('Fictive');
  });

  it('a prescriber who is not authorised finds the person masked, and the person sees who looked', async () => {
    await prescriber('orientation@organisation.test', false);
    const orienter = await signIn('orientation@organisation.test');
    const { data } = await orienter(
      'query ($email: String!) { candidateByEmail(email: $email) { found candidate { id displayName masked birthDate } } }',
      { email: input.email },
    );
    expect(data).toMatchObject({ candidateByEmail: { found: true, candidate: { displayName: 'F… P…', masked: true, birthDate: null } } });
    const { id } = (data as unknown as { candidateByEmail: { candidate: { id: Id } } }).candidateByEmail.candidate;
    const masked = await orienter('query ($id: ID!) { candidate(id: $id) { masked firstName email address history { at } } }', { id });
    expect(masked.data).toEqual({ candidate: { masked: true, firstName: 'P…', email: null, address: null, history: [] } });

    await app
      .get(Accounts, { strict: false })
      .openAccount({
        accountId: id,
        email: input.email,
        password: PASSWORD,
        firstName: input.firstName,
        lastName: input.lastName,
        kind: 'candidate',
      });
    const person = await signIn(input.email);
    expect((await person('{ myFile { phone } me { role } }')).data).toEqual({ myFile: { phone: '0600000000' }, me: { role: 'candidate' } });
    const log = await person('{ accessLog { total items { by organisation purpose purposeLabel } } }');
    const { items } = (log.data as unknown as { accessLog: { items: { purpose: string }[] } }).accessLog;
    expect(items[0]).toEqual({
      by: 'Ana Essai',
      organisation: 'Organisation orientation@organisation.test',
      purpose: 'candidate-by-email',
      purposeLabel: 'Recherche par adresse e-mail',
    });
    // One line for each gesture, however often it read.
    expect([...new Set(items.slice(1).map(({ purpose }) => purpose))]).toEqual(['candidates-list', 'candidate-written']);
    expect((await person('{ candidates { total } }')).errors?.[0]?.extensions.code).toBe('platform/not-allowed');
  });

  it('a number typed wrong is refused, a right one not known yet is not found', async () => {
    const find = (nir: string) => ask('query ($nir: String!) { candidateByNir(nir: $nir) { found problem } }', { nir });
    expect((await find('269054958815780')).errors?.[0]?.extensions.fields).toMatchObject([{ field: 'nir' }]);
    expect((await find(nir)).data ?? (await find(nir)).errors).toEqual({ candidateByNir: { found: false, problem: null } });
  });

  it('a session ends when one signs out', async () => {
    const gone = await signIn('habilitee@organisation.test');
    expect((await gone('mutation { signOut }')).data).toEqual({ signOut: true });
    expect((await gone('{ me { role } }')).data).toEqual({ me: { role: null } });
  });
});
