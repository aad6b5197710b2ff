import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Id, newId, Refusal } from '#kernel';
import { type Membership, OrganisationsQueries } from '#organisations';
import { actors, commandBy, testApp, type TestApp } from '#testing';
import { IdentityModule } from '../identity.module.js';
import { OwnAccounts } from '../projections/own-account.js';
import { Accounts, type NewAccount } from './accounts.js';
import { Candidates } from './candidates.js';
import { DemoAccounts } from './demo-accounts.js';
import { SigningIn } from './signing-in.js';

const PASSWORD = 'Un mot de passe de 16 signes';
const HOUR = 3_600_000;
const memberships = new Map<Id, readonly Membership[]>();
const member = (given: Partial<Membership>): Membership => ({
  id: newId(),
  type: 'company',
  kind: 'ACI',
  name: 'Essai',
  siret: null,
  department: '30',
  city: null,
  authorised: false,
  admin: false,
  role: 'employer',
  ...given,
});
const organisations: OrganisationsQueries = {
  memberships: async (account) => memberships.get(account) ?? [],
  organisations: async () => new Map(),
  company: async () => null,
  jobs: async () => new Map(),
  sameJob: async () => null,
  members: async () => [],
};
const Neighbours = {
  module: class Neighbours {},
  global: true,
  providers: [{ provide: OrganisationsQueries, useValue: organisations }],
  exports: [OrganisationsQueries],
};

let app: TestApp;
let serial = 0;
const open = async (given: Partial<NewAccount> = {}, ...of: readonly Membership[]): Promise<NewAccount> => {
  const input: NewAccount = {
    accountId: newId(),
    email: `essai${++serial}@structure.test`,
    password: PASSWORD,
    firstName: 'Ana',
    lastName: 'Essai',
    kind: 'professional',
    ...given,
  };
  memberships.set(input.accountId, of);
  await app.get(Accounts).openAccount(input);
  return input;
};
const signIn = (email: string, password = PASSWORD, former: string | null = null) => app.get(SigningIn).signIn(email, password, former);
const refused = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  );

beforeAll(async () => {
  app = await testApp({ modules: [Neighbours, IdentityModule], config: { demoAccounts: true } });
}, 60_000);
afterAll(() => app?.close());

describe('Signing in', () => {
  it('acts in the organisation one is a member of [emplois/AUT-1]', async () => {
    const company = member({});
    const { email, accountId } = await open({}, company);
    const { token, actor } = await signIn(email.toUpperCase());
    expect(actor).toMatchObject({ id: accountId, role: 'employer', organisation: company.id, organisationKind: 'ACI' });
    expect(await app.get(SigningIn).resolve(token)).toEqual(actor);
    expect(await app.get(OwnAccounts).of(actor)).toMatchObject({ account: { firstName: 'Ana', email }, memberships: [{ id: company.id }] });
  });

  it('is refused in the same words for a wrong password, an unknown e-mail and an account without password', async () => {
    const { email } = await open({}, member({}));
    const nobody = await open({ password: null }, member({}));
    expect(await refused(signIn(email, 'wrong'))).toBe('identity/wrong-credentials');
    expect(await refused(signIn('nobody@structure.test'))).toBe('identity/wrong-credentials');
    expect(await refused(signIn(nobody.email))).toBe('identity/wrong-credentials');
  });

  it('works as hard for an unknown e-mail as for a known one', async () => {
    const { email } = await open({}, member({}));
    const took = async (address: string) => {
      const times = [];
      for (let turn = 0; turn < 5; turn++) {
        const started = performance.now();
        await refused(signIn(address, 'wrong'));
        times.push(performance.now() - started);
      }
      return times.sort((a, b) => a - b)[1]!;
    };
    expect(await took('nobody@structure.test')).toBeGreaterThan((await took(email)) / 3);
  });

  it('is refused to a professional without any organisation, and ends when the last one is left [emplois/AUT-2]', async () => {
    const { email, accountId } = await open({}, member({}));
    const { token } = await signIn(email);
    memberships.set(accountId, []);
    expect(await app.get(SigningIn).resolve(token)).toBeNull();
    expect(await refused(signIn(email))).toBe('identity/no-organisation');
  });

  it('lets a candidate in as the person of the file', async () => {
    const email = `candidat${++serial}@courriel.test`;
    const input = {
      title: 'M',
      firstName: 'Ari',
      lastName: 'Essai',
      birthDate: '1990-05-20',
      nirReason: 'NO_NIR',
      franceTravailReason: 'FORGOTTEN',
      email,
      ...{ address: '1 rue de l’Essai', postCode: '30000', insee: '30189', city: 'Nîmes' },
    };
    const { candidateId } = await app.get(Candidates).register(input, false, commandBy(actors.prescriber()));
    await open({ accountId: candidateId, email, kind: 'candidate' });
    expect((await signIn(email)).actor).toMatchObject({ id: candidateId, role: 'candidate', organisation: null });
  });

  it('lets staff in without an organisation', async () => {
    const { email } = await open({ kind: 'staff' });
    expect((await signIn(email)).actor.role).toBe('staff');
  });

  it('opens an account once, and refuses its e-mail to another', async () => {
    const input = await open({}, member({}));
    await app.get(Accounts).openAccount(input);
    expect(await app.streams.revision(`account-${input.accountId}`)).toBe(0);
    expect(await refused(app.get(Accounts).openAccount({ ...input, accountId: newId() }))).toBe('input/invalid');
  });
});

describe('A session', () => {
  it('goes on in another organisation under a new token [organisations/USR-13]', async () => {
    const [company, agency] = [member({}), member({ type: 'prescriber', kind: 'FT', role: 'prescriber', authorised: true })];
    const { email } = await open({}, company, agency);
    const { token } = await signIn(email);
    const switched = await app.get(SigningIn).switchTo(agency.id, token);
    expect(switched.actor).toMatchObject({ role: 'prescriber', authorised: true, organisation: agency.id });
    expect(await app.get(SigningIn).resolve(token)).toBeNull();
    expect(await app.get(SigningIn).resolve(switched.token)).toEqual(switched.actor);
  });

  it('does not go on in an organisation one is not a member of [organisations/USR-18]', async () => {
    const { email } = await open({}, member({}));
    const { token } = await signIn(email);
    expect(await refused(app.get(SigningIn).switchTo(newId(), token))).toBe('identity/not-a-member');
    expect(await app.get(SigningIn).resolve(token)).not.toBeNull();
  });

  it('ends when one signs out, and when one signs in again over it', async () => {
    const { email } = await open({}, member({}));
    const [first, second] = [await signIn(email), await signIn(email)];
    await app.get(SigningIn).signOut(first.token);
    const third = await signIn(email, PASSWORD, second.token);
    expect(await Promise.all([first, second, third].map(async ({ token }) => (await app.get(SigningIn).resolve(token)) !== null))).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('ends after twelve idle hours, and after seven days whatever one does [organisations/IDP-7]', async () => {
    const { email } = await open({}, member({}));
    const [idle, busy] = [await signIn(email), await signIn(email)];
    const alive = async (token: string) => (await app.get(SigningIn).resolve(token)) !== null;
    app.clock.advance(11 * HOUR);
    expect(await alive(busy.token)).toBe(true);
    app.clock.advance(2 * HOUR);
    expect([await alive(idle.token), await alive(busy.token)]).toEqual([false, true]);
    for (let hours = 13; hours < 7 * 24 - 11; hours += 11) {
      app.clock.advance(11 * HOUR);
      await alive(busy.token);
    }
    app.clock.advance(11 * HOUR);
    expect(await alive(busy.token)).toBe(false);
  });

  it('keeps neither token nor password as they are', async () => {
    const { email } = await open({}, member({}));
    const { token } = await signIn(email);
    const kept = await app.database.rows(`select t::text as line from identity.session t union all select a::text from identity.account a`);
    expect(JSON.stringify(kept)).not.toContain(token);
    expect(JSON.stringify(kept)).not.toContain(PASSWORD);
    expect(JSON.stringify(kept)).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
  });

  it('does not open on a word that is no token', async () => {
    expect(await app.get(SigningIn).resolve('')).toBeNull();
  });
});

describe('Demo accounts', () => {
  it('are listed in the order they were recorded, once each', async () => {
    const account = { email: 'demo@structure.test', password: PASSWORD, label: 'Employeur', role: 'employer' } as const;
    await app.get(DemoAccounts).record(account);
    await app.get(DemoAccounts).record({ ...account, email: 'autre@structure.test' });
    await app.get(DemoAccounts).record({ ...account, label: 'Employeur (ACI)' });
    expect((await app.get(DemoAccounts).list()).map(({ label }) => label)).toEqual(['Employeur (ACI)', 'Employeur']);
  });

  it('are nobody’s business where the installation does not show them', async () => {
    expect(await new DemoAccounts(app.database).list()).toEqual([]);
  });
});
