import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Actor, addDays, dayOf, type Id, newId } from '#kernel';
import { ApprovalsCommands } from '#approvals';
import { actors, commandBy } from '#testing';
import { createApp } from '../../apps/platform/src/app.js';
import { readConfig } from '../../apps/platform/src/config.js';
import { ApprovalsModule } from '../../libs/approvals/src/approvals.module.js';
import { HiringModule } from '../../libs/hiring/src/hiring.module.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';
import { cookieOf, employerNamed, Neighbours } from './neighbours.js';

// What a screen gets is whatever the query asked for.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Shown = any;
interface Answer {
  readonly data: Shown;
  readonly errors?: readonly { readonly message: string; readonly extensions: Shown }[];
}

const APPLY = 'mutation ($input: ApplicationInput!, $command: ID!) { apply(input: $input, command: $command) { id status } }';
const ACCEPT =
  'mutation ($id: ID!, $input: AcceptInput!, $command: ID!) { accept(id: $id, input: $input, command: $command) { status pass { start end state } diagnosis { author } } }';
const ELIGIBILITY = `query ($candidate: ID!, $company: ID!, $application: ID, $criteria: [String!]) {
  eligibility(candidateId: $candidate, companyId: $company, applicationId: $application, criteria: $criteria) { eligible canDiagnose by checks { rule met sentence } } }`;

describe('a person whose PASS is over', () => {
  let database: FreshDatabase;
  let app: NestFastifyApplication;
  const today = dayOf(Date.now());
  const prescriber = actors.prescriber();
  const orienter = actors.orienter();

  beforeAll(async () => {
    database = await freshDatabase();
    const variables = { DATABASE_URL: database.url, MASTER_KEY: Buffer.alloc(32, 7).toString('base64'), LOG_LEVEL: 'silent', NODE_ENV: 'test' };
    app = await createApp(readConfig(variables), { modules: [Neighbours, ApprovalsModule, HiringModule] });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  }, 60_000);
  afterAll(async () => {
    await app?.close();
    await database.drop();
  });

  const ask = async (actor: Actor, query: string, variables: object): Promise<Answer> => {
    const cookies = { session: cookieOf(actor) };
    const response = await app.getHttpAdapter().getInstance().inject({ method: 'POST', url: '/graphql', payload: { query, variables }, cookies });
    return response.json();
  };
  const get = async (actor: Actor, query: string, variables: object) => {
    const { data, errors } = await ask(actor, query, variables);
    expect(errors ?? []).toEqual([]);
    return data;
  };
  const application = (candidateId: Id, companyId: Id) => ({ command: newId(), input: { candidateId, companyId, jobs: [], message: 'Bonjour' } });
  const apply = async (actor: Actor, candidateId: Id, companyId: Id): Promise<Id> => (await get(actor, APPLY, application(candidateId, companyId))).apply.id;
  const accepting = (id: Id, input: object = {}) => ({ id, command: newId(), input: { startsOn: today, ...input } });

  /** A PASS that began this many days ago, at an employer unknown here. */
  const passOf = (candidateId: Id, daysAgo: number) => {
    const [began, diagnosis] = [addDays(today, -daysAgo), { id: newId(), author: 'prescriber', expiresOn: today } as const];
    const hire = { candidateId, applicationId: newId(), companyId: newId(), companyKind: 'ACI', startsOn: began, today: began, diagnosis };
    const known = { nir: 'known', franceTravail: 'known', sentByAuthorisedPrescriber: true } as const;
    return app.get(ApprovalsCommands, { strict: false }).coverHire({ ...hire, ...known }, commandBy(prescriber));
  };

  it('is sent again to a SIAE by an authorised prescriber only, and says so to each in their words [emplois/PASS-13] [emplois/PASS-15] [emplois/JA-5]', async () => {
    const [candidateId, siae, geiq] = [newId(), employerNamed('waiting'), employerNamed('not concerned', 'GEIQ')];
    await passOf(candidateId, 800);
    const candidate = actors.candidate('waiting', { id: candidateId });
    const words = [];
    for (const actor of [orienter, candidate, siae]) {
      const { errors } = await ask(actor, APPLY, application(candidateId, siae.organisation));
      expect(errors![0]!.extensions.code).toBe('hiring/waiting-period');
      expect(errors![0]!.message).toContain('prescripteur habilité');
      // Nobody but the person follows them yet: the days of the PASS are for them alone [emplois/PASS-20].
      expect(/\d{4}/.test(JSON.stringify(errors![0]!.extensions))).toBe(actor === candidate);
      words.push(errors![0]!.message);
    }
    expect(words[0]).not.toBe(words[1]);
    expect(words[2]).toBe(words[0]);
    await apply(orienter, candidateId, geiq.organisation);
    await apply(prescriber, candidateId, siae.organisation);
  });

  it('is hired with the employer’s own criteria when an authorised prescriber sent them, as the screen had said [emplois/PASS-13]', async () => {
    const [candidate, employer] = [newId(), employerNamed('second chance')];
    const asked = { candidate, company: employer.organisation, criteria: ['RSA'] };
    await passOf(candidate, 800);
    const id = await apply(prescriber, candidate, employer.organisation);
    expect((await get(employer, ELIGIBILITY, asked)).eligibility).toMatchObject({ eligible: false, canDiagnose: false });
    const { eligibility } = await get(employer, ELIGIBILITY, { ...asked, application: id });
    expect(eligibility).toMatchObject({ eligible: true, canDiagnose: true, by: 'employer_diagnosis' });
    expect(eligibility.checks).toContainEqual(expect.objectContaining({ rule: 'emplois/PASS-13', met: true }));
    const { accept } = await get(employer, ACCEPT, accepting(id, { criteria: ['RSA'] }));
    expect(accept).toMatchObject({ status: 'accepted', pass: { start: today }, diagnosis: { author: 'employer' } });
  });

  it('is not hired on an orienter’s application, whatever criteria the employer declares [emplois/PASS-13]', async () => {
    const [candidate, employer] = [newId(), employerNamed('no second chance')];
    const id = await apply(orienter, candidate, employer.organisation);
    await passOf(candidate, 800);
    const asked = { candidate, company: employer.organisation, application: id, criteria: ['RSA'] };
    const { eligibility } = await get(employer, ELIGIBILITY, asked);
    expect(eligibility).toMatchObject({ eligible: false, canDiagnose: false });
    expect(eligibility.checks).toContainEqual(expect.objectContaining({ rule: 'emplois/PASS-13', met: false }));
    const refused = await ask(employer, ACCEPT, accepting(id, { criteria: ['RSA'] }));
    expect(refused.errors![0]!.extensions.code).toBe('hiring/not-eligible');
  });

  it('is explained through an application to those who may open it only [emplois/AUT-6]', async () => {
    const [candidate, employer] = [newId(), employerNamed('explaining')];
    const id = await apply(prescriber, candidate, employer.organisation);
    const asked = { candidate, company: employer.organisation, application: id };
    const elsewhere = { ...asked, company: employerNamed('second chance').organisation };
    const codeOf = async (actor: Actor, variables: object) => (await ask(actor, ELIGIBILITY, variables)).errors?.[0]?.extensions.code as unknown;
    expect(await codeOf(employer, asked)).toBeUndefined();
    expect(await codeOf(employer, { ...asked, candidate: newId() })).toBe('hiring/unknown-application');
    expect(await codeOf(employer, elsewhere)).toBe('hiring/unknown-application');
    for (const stranger of [employerNamed('stranger'), actors.prescriber('stranger'), orienter])
      expect(await codeOf(stranger, asked)).toBe('hiring/unknown-application');
  });
});
