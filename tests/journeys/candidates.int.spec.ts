import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../../apps/platform/src/app.js';
import { readConfig } from '../../apps/platform/src/config.js';
import { Accounts } from '../../libs/identity/src/application/accounts.js';
import { Candidates } from '../../libs/identity/src/application/candidates.js';
import { MembersService } from '../../libs/organisations/src/application/members.js';
import { Registrations } from '../../libs/organisations/src/application/registrations.js';
import { Worker } from '../../libs/kernel/src/runtime/worker.js';
import { addMonths, dayOf, type Id, newId, SYSTEM } from '#kernel';
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

  it('is shown with a redacted address before somebody else is created, and the reading is recorded [emplois/CAN-25]', async () => {
    const twins = 'query ($l: String!) { suspectedTwins(firstName: "prune", lastName: $l, birthDate: "1990-05-20") { candidate { displayName birthDate city } email department } }';
    const { data } = await ask(twins, { l: 'FICTIVE' });
    expect(data).toEqual({
      suspectedTwins: [
        { candidate: { displayName: 'FICTIVE Prune', birthDate: '1990-05-20', city: 'Nîmes' }, email: 'p…e@c….test', department: '30' },
      ],
    });
    expect((await ask(twins, { l: 'Autre' })).data).toEqual({ suspectedTwins: [] });
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
    expect([...new Set(items.slice(1).map(({ purpose }) => purpose))]).toEqual(['candidate-duplicate', 'candidates-list', 'candidate-written']);
    expect((await person('{ candidates { total } }')).errors?.[0]?.extensions.code).toBe('platform/not-allowed');
  });

  it('a number typed wrong is refused, a right one not known yet is not found', async () => {
    const find = (nir: string) => ask('query ($nir: String!) { candidateByNir(nir: $nir) { found problem } }', { nir });
    expect((await find('269054958815780')).errors?.[0]?.extensions.fields).toMatchObject([{ field: 'nir' }]);
    expect((await find(nir)).data ?? (await find(nir)).errors).toEqual({ candidateByNir: { found: false, problem: null } });
  });

  describe('a file found by e-mail without a number [emplois/CAN-24]', () => {
    const without = { lastName: 'Sansnumero', email: 'sans.numero@courriel.test', birthDate: '1990-05-21' };
    const attach = 'mutation ($id: ID!, $nir: String!, $command: ID!) { attachNir(id: $id, nir: $nir, command: $command) { nir nirReason } }';
    const byEmail = 'query ($email: String!) { candidateByEmail(email: $email) { problem mayAttachNir candidate { id } } }';
    const found = async (who: Visitor, email = without.email) =>
      ((await who(byEmail, { email })).data as unknown as { candidateByEmail: { problem: string | null; mayAttachNir: boolean; candidate: { id: Id } | null } })
        .candidateByEmail;
    let orienter: Visitor;
    let id: Id;
    beforeAll(async () => {
      orienter = await signIn('orientation@organisation.test');
      const { data } = await register(orienter, without);
      id = (data as unknown as { registerCandidate: { id: Id } }).registerCandidate.id;
    });

    it('keeps no number from an orienter, even on the file they created', async () => {
      expect(await found(orienter)).toEqual({ problem: null, mayAttachNir: false, candidate: { id } });
      expect((await orienter(attach, { id, nir, command: newId() })).errors?.[0]?.extensions.code).toBe('identity/nir-not-for-orienters');
      const update = 'mutation ($id: ID!, $input: CandidateInput!, $command: ID!) { updateCandidate(id: $id, input: $input, command: $command) { nir } }';
      const input2 = { ...input, ...without, nirReason: null, nir };
      expect((await orienter(update, { id, input: input2, command: newId() })).errors?.[0]?.extensions.fields).toMatchObject([
        { field: 'nir', code: 'identity/nir-not-for-orienters' },
      ]);
    });

    it('refuses a number that is not this person’s', async () => {
      const wrong = await ask(attach, { id, nir: '190053000400623', command: newId() });
      expect(wrong.errors?.[0]?.extensions.fields?.[0]?.field).toBe('nir');
    });

    it('takes the number from an authorised prescriber, once', async () => {
      expect(await found(ask)).toEqual({ problem: null, mayAttachNir: true, candidate: { id } });
      expect((await ask(attach, { id, nir, command: newId() })).data).toEqual({ attachNir: { nir, nirReason: null } });
      expect((await found(ask)).mayAttachNir).toBe(false);
      const again = await ask(attach, { id, nir: '290053000400763', command: newId() });
      expect(again.errors?.[0]?.extensions.fields).toMatchObject([{ field: 'nir', code: 'identity/nir-read-only' }]);
    });

    it('is nobody for an unknown address, and a professional’s address is refused', async () => {
      expect(await found(ask, 'inconnue@courriel.test')).toEqual({ problem: null, mayAttachNir: false, candidate: null });
      expect(await found(ask, 'habilitee@organisation.test')).toEqual({
        problem: 'identity/email-of-professional',
        mayAttachNir: false,
        candidate: null,
      });
    });
  });

  it('asks a third party to check a file nobody confirmed for six months, until somebody does [emplois/CAN-28]', async () => {
    const old = { ...input, firstName: 'Ancienne', email: 'ancienne@courriel.test' };
    const months = (n: number) => `${addMonths(dayOf(Date.now()), -n)}T09:00:00.000Z`;
    const actor = { ...SYSTEM, id: newId() };
    const at = async (occurred: string, change: object) =>
      (await app.get(Candidates, { strict: false }).register({ ...old, ...change }, true, { command: newId(), actor, occurred })).candidateId;
    const id = await at(months(6), {});
    const recent = await at(months(5), { email: null });
    await app.get(Worker, { strict: false }).settled(10_000);
    const FILE = 'query ($id: ID!) { candidate(id: $id) { toCheck checkedOn } }';
    expect((await ask(FILE, { id: recent })).data).toMatchObject({ candidate: { toCheck: false } });
    expect((await ask(FILE, { id })).data).toEqual({ candidate: { toCheck: true, checkedOn: months(6).slice(0, 10) } });
    const confirm = 'mutation ($id: ID!, $command: ID!) { confirmCandidate(id: $id, command: $command) { toCheck checkedOn } }';
    const orienter = await signIn('orientation@organisation.test');
    expect((await orienter(confirm, { id, command: newId() })).errors?.[0]?.extensions.code).toBe('identity/not-your-candidate');
    const { data } = await ask(confirm, { id, command: newId() });
    expect(data).toEqual({ confirmCandidate: { toCheck: false, checkedOn: dayOf(Date.now()) } });
  });

  it('looks up sixty people an hour at most for one account, by number and by address together', async () => {
    await prescriber('presse@organisation.test', true);
    const hasty = await signIn('presse@organisation.test');
    const lookups = (n: number) => `{ ${Array.from({ length: n }, (_, i) => `q${i}: candidateByEmail(email: "personne${i}@courriel.test") { found }`).join(' ')} }`;
    for (let batch = 0; batch < 6; batch++) expect((await hasty(lookups(10))).errors).toBeUndefined();
    const { errors } = await hasty('query ($nir: String!) { candidateByNir(nir: $nir) { found } }', { nir });
    expect(errors?.[0]?.extensions.code).toBe('platform/too-many-lookups');
    expect(errors?.[0]?.message).toMatch(/recherches de candidats.*réessayez dans (60|59) minutes/);
    expect((await ask('{ candidates { total } }')).errors).toBeUndefined();
  });

  it('a session ends when one signs out', async () => {
    const gone = await signIn('habilitee@organisation.test');
    expect((await gone('mutation { signOut }')).data).toEqual({ signOut: true });
    expect((await gone('{ me { role } }')).data).toEqual({ me: { role: null } });
  });
});
