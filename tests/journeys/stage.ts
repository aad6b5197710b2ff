import { expect } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Id, newId, SYSTEM } from '#kernel';
import { Accounts } from '../../libs/identity/src/application/accounts.js';
import { Worker } from '../../libs/kernel/src/runtime/worker.js';
import { JobsService } from '../../libs/organisations/src/application/jobs.js';
import { MembersService } from '../../libs/organisations/src/application/members.js';
import { Registrations } from '../../libs/organisations/src/application/registrations.js';

export const PASSWORD = 'Seize signes ou davantage';
const PLACE = { address: '1 rue de l’Essai', postCode: '30000', city: 'Nîmes', insee: '30189', department: '30', lat: 43.83, lon: 4.36 };

// What a screen gets is whatever the query asked for.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Shown = any;
export interface Answer {
  readonly data: Shown;
  readonly errors?: readonly { readonly message: string; readonly extensions: Shown }[];
}
export interface Member {
  readonly accountId: Id;
  readonly email: string;
  readonly cookie: string;
  /** The whole answer, refused or not. */
  ask(query: string, variables?: object): Promise<Answer>;
  /** What was answered; fails on a refusal. */
  get(query: string, variables?: object): Promise<Shown>;
}

/** Organisations, their members and candidates on a started platform, for journeys that begin in the middle. */
export const stage = (app: NestFastifyApplication) => {
  const service = <T>(token: abstract new (...args: never[]) => T): T => app.get<T>(token as never, { strict: false });
  const bySystem = () => ({ command: newId(), actor: SYSTEM });
  const settled = () => service(Worker).settled(20_000);
  let people = 0;

  const asking = (cookie: () => string) => async (query: string, variables: object = {}) => {
    const headers = cookie() ? { cookie: cookie() } : {};
    const answer = await app.inject({ method: 'POST', url: '/graphql', headers, payload: { query, variables } });
    return { answer: answer.json<Answer>(), set: answer.headers['set-cookie'] };
  };

  const signedIn = async (email: string, accountId: Id): Promise<Member> => {
    const signIn = 'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { role } }';
    const { answer, set } = await asking(() => '')(signIn, { email, password: PASSWORD });
    expect(answer.errors).toBeUndefined();
    return withCookie(email, accountId, String(set).split(';')[0]!);
  };

  const withCookie = (email: string, accountId: Id, cookie: string): Member => {
    const ask = async (query: string, variables?: object) => (await asking(() => cookie)(query, variables)).answer;
    const get = async (query: string, variables?: object) => {
      const { data, errors } = await ask(query, variables);
      expect(errors).toBeUndefined();
      return data;
    };
    return { accountId, email, cookie, ask, get };
  };

  const account = async (kind: 'professional' | 'staff', name: string) => {
    const [accountId, email] = [newId(), `${name}@organisation.test`];
    await service(Accounts).openAccount({ accountId, email, password: PASSWORD, firstName: 'Ana', lastName: `Essai-${name}`, kind });
    return { accountId, email };
  };

  return {
    service,
    settled,
    /** Somebody who signed in on another process of the same platform. */
    same: (member: Member): Member => withCookie(member.email, member.accountId, member.cookie),
    /** The same person, in another session. */
    withCookie: ({ email, accountId }: Member, cookie: string): Member => withCookie(email, accountId, cookie),
    async company(kind: string, name: string): Promise<Id> {
      const companyId = newId();
      const siret = `0000000000${String(++people).padStart(4, '0')}`;
      await service(Registrations).company({ companyId, siret, kind: kind as 'ACI', name, brand: '', naf: '8130Z', source: 'import', ...PLACE }, bySystem());
      return companyId;
    },
    async prescriber(name: string, authorised: boolean): Promise<Id> {
      const prescriberId = newId();
      await service(Registrations).prescriber({ prescriberId, siret: null, kind: 'FT', name, authorised, ...PLACE }, bySystem());
      return prescriberId;
    },
    async buyer(name: string): Promise<Id> {
      const id = newId();
      await service(Registrations).buyer({ id, siret: `0000000000${String(++people).padStart(4, '0')}`, kind: 'LOCAL_AUTHORITY', name, ...PLACE }, bySystem());
      return id;
    },
    async institution(department: string): Promise<Id> {
      const institutionId = newId();
      await service(Registrations).institution({ institutionId, kind: 'DDETS_IAE', name: `DDETS Fictive ${department}`, department, region: null }, bySystem());
      return institutionId;
    },
    async job(companyId: Id): Promise<Id> {
      const jobId = newId();
      const job = { jobId, companyId, rome: 'A1203', title: 'Jardinier', contractType: 'FIXED_TERM_I', insee: null, department: '30', places: 1 };
      await service(JobsService).open(job, bySystem());
      return jobId;
    },
    /** Somebody who works there, signed in. */
    async member(name: string, type: 'company' | 'prescriber' | 'institution' | 'buyer', id: Id): Promise<Member> {
      const { accountId, email } = await account('professional', name);
      await service(MembersService).join({ type, id }, accountId, bySystem());
      await settled();
      return signedIn(email, accountId);
    },
    async staff(): Promise<Member> {
      const { accountId, email } = await account('staff', 'equipe');
      await settled();
      return signedIn(email, accountId);
    },
    /** A person registered by this member. */
    async candidate(by: Member, lastName: string, more: object = {}): Promise<Id> {
      const n = ++people;
      const input = {
        ...{ title: 'MME', firstName: 'Prune', lastName, birthDate: '1990-05-20', nir: nirOf(n), franceTravailReason: 'FORGOTTEN' },
        ...{ email: `prune.${n}@courriel.test`, phone: '06 00 00 00 00' },
        ...{ address: '1 rue de l’Essai', postCode: '30000', insee: '30189', city: 'Nîmes' },
        ...more,
      };
      const register = 'mutation ($input: CandidateInput!, $command: ID!) { registerCandidate(input: $input, confirmNotDuplicate: true, command: $command) { id } }';
      return (await by.get(register, { input, command: newId() })).registerCandidate.id;
    },
    /** The candidate, signed in. */
    async signedInCandidate(registeredBy: Member, candidateId: Id): Promise<Member> {
      const { candidate } = await registeredBy.get('query ($id: ID!) { candidate(id: $id) { email firstName lastName } }', { id: candidateId });
      await service(Accounts).openAccount({ accountId: candidateId, password: PASSWORD, kind: 'candidate', ...candidate });
      await settled();
      return signedIn(candidate.email, candidateId);
    },
    async apply(by: Member, candidateId: Id, companyId: Id, more: object = {}): Promise<Id> {
      const apply = 'mutation ($input: ApplicationInput!, $command: ID!) { apply(input: $input, command: $command) { id } }';
      const input = { candidateId, companyId, jobs: [], message: 'Prune cherche un emploi au grand air.', criteria: ['TH', 'QPV'], ...more };
      return (await by.get(apply, { input, command: newId() })).apply.id;
    },
  };
};

/** Born in May 1990, in a commune that does not exist. */
const nirOf = (n: number): string => {
  const number = `2900530004${String(n).padStart(3, '0')}`;
  return number + String(97 - Number(BigInt(number) % 97n)).padStart(2, '0');
};
