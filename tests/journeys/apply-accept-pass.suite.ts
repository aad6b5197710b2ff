import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { addDays, dayOf, type Id, newId, SYSTEM } from '#kernel';
import { createApp } from '../../apps/platform/src/app.js';
import { readConfig } from '../../apps/platform/src/config.js';
import { Accounts } from '../../libs/identity/src/application/accounts.js';
import { Worker } from '../../libs/kernel/src/runtime/worker.js';
import { JobsService } from '../../libs/organisations/src/application/jobs.js';
import { MembersService } from '../../libs/organisations/src/application/members.js';
import { Registrations } from '../../libs/organisations/src/application/registrations.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';

const PASSWORD = 'Seize signes ou davantage';
const PLACE = { address: '1 rue de l’Essai', postCode: '30000', city: 'Nîmes', insee: '30189', department: '30', lat: 43.83, lon: 4.36 };
const today = dayOf(Date.now());

// What a screen gets is whatever the query asked for.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Shown = any;
type Ask = (query: string, variables?: object) => Promise<Shown>;

let database: FreshDatabase;
let app: NestFastifyApplication;
const get = <T>(token: abstract new (...args: never[]) => T): T => app.get<T>(token as never, { strict: false });
const bySystem = () => ({ command: newId(), actor: SYSTEM });

/** An account, member of an organisation, signed in: a function that asks questions in its name. */
const member = async (name: string, type: 'company' | 'prescriber' | 'institution', id: Id): Promise<Ask> => {
  const [accountId, email] = [newId(), `${name}@organisation.test`];
  await get(Accounts).openAccount({
    accountId,
    email,
    password: PASSWORD,
    firstName: 'Ana',
    lastName: `Essai-${name}`,
    kind: 'professional',
  });
  await get(MembersService).join({ type, id }, accountId, bySystem());
  await get(Worker).settled(10_000);
  let cookie = '';
  const ask: Ask = async (query, variables = {}) => {
    const answer = await app.inject({ method: 'POST', url: '/graphql', headers: cookie ? { cookie } : {}, payload: { query, variables } });
    const set = answer.headers['set-cookie'];
    if (set !== undefined) cookie = String(set).split(';')[0]!;
    const { data, errors } = answer.json() as { data: Shown; errors?: unknown };
    expect(errors).toBeUndefined();
    return data;
  };
  await ask('mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { role } }', {
    email,
    password: PASSWORD,
  });
  return ask;
};

/** The whole story with every context, on the log `openLog` answers the address of (the platform's own database when it answers none). */
export const applyAcceptPass = (openLog?: () => Promise<string>): void => {
  const [companyId, prescriberId, institutionId, jobId] = [newId(), newId(), newId(), newId()];
  let prescriber: Ask;
  let employer: Ask;
  let inspector: Ask;
  let applicationId: Id;
  let candidateId: Id;

  beforeAll(async () => {
    database = await freshDatabase();
    const variables = {
      DATABASE_URL: database.url,
      MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
      LOG_LEVEL: 'silent',
      NODE_ENV: 'test',
      ...(openLog && { EVENT_STORE_URL: await openLog() }),
    };
    app = await createApp(readConfig(variables));
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    await get(Worker).settled(20_000);
    const company = {
      companyId,
      siret: '00000000000018',
      kind: 'ACI',
      name: 'Les Jardins Fictifs',
      brand: '',
      naf: '8130Z',
      source: 'user',
    } as const;
    await get(Registrations).company({ ...company, ...PLACE }, bySystem());
    await get(Registrations).prescriber(
      { prescriberId, siret: null, kind: 'FT', name: 'Agence Fictive', authorised: true, ...PLACE },
      bySystem(),
    );
    await get(Registrations).institution(
      { institutionId, kind: 'DDETS_IAE', name: 'DDETS Fictive', department: '30', region: null },
      bySystem(),
    );
    const job = {
      jobId,
      companyId,
      rome: 'A1203',
      title: 'Jardinier',
      contractType: 'FIXED_TERM_I',
      insee: null,
      department: '30',
      places: 1,
    };
    await get(JobsService).open(job, bySystem());
    prescriber = await member('prescripteur', 'prescriber', prescriberId);
    employer = await member('employeur', 'company', companyId);
    inspector = await member('inspecteur', 'institution', institutionId);
  }, 90_000);
  afterAll(async () => {
    await app?.close();
    await database?.drop();
  });

  it('a prescriber registers a person, then diagnoses and applies for an open job in one gesture [emplois/JA-7]', async () => {
    const person = {
      title: 'MME',
      firstName: 'Prune',
      lastName: 'Fictive',
      birthDate: '1990-05-20',
      nir: '290053000400666',
      franceTravailReason: 'FORGOTTEN',
      ...contact,
    };
    const register = 'mutation ($input: CandidateInput!, $command: ID!) { registerCandidate(input: $input, command: $command) { id } }';
    candidateId = (await prescriber(register, { input: person, command: newId() })).registerCandidate.id;
    const apply =
      'mutation ($input: ApplicationInput!, $command: ID!) { apply(input: $input, command: $command) { id behind status jobs { title } candidate { displayName } diagnosis { valid } message } }';
    const input = { candidateId, companyId, jobs: [jobId], message: 'Prune cherche un emploi au grand air.', criteria: ['TH', 'QPV'] };
    const sent = (await prescriber(apply, { input, command: newId() })).apply;
    expect(sent).toMatchObject({
      status: 'new',
      behind: false,
      jobs: [{ title: 'Jardinier' }],
      candidate: { displayName: 'FICTIVE Prune' },
      diagnosis: { valid: true },
      message: 'Prune cherche un emploi au grand air.',
    });
    applicationId = sent.id;
  });

  it('the employer finds it by name, studies it and accepts: the PASS is there with the answer', async () => {
    const search =
      'query ($search: String) { applications(filter: { search: $search }) { total items { id candidate { displayName } sender { label name organisation } } } }';
    expect((await employer(search, { search: 'prune' })).applications).toMatchObject({
      total: 1,
      items: [{ id: applicationId, sender: { label: 'Prescripteur habilité', organisation: 'Agence Fictive' } }],
    });
    expect((await employer(search, { search: 'Fictivé' })).applications.total).toBe(1);
    expect((await employer(search, { search: 'personne' })).applications.total).toBe(0);
    await employer('mutation ($id: ID!, $command: ID!) { putUnderStudy(id: $id, command: $command) { status } }', {
      id: applicationId,
      command: newId(),
    });
    const accept =
      'mutation ($id: ID!, $input: AcceptInput!, $command: ID!) { accept(id: $id, input: $input, command: $command) { status behind pass { displayNumber start end state } timeline { label by } } }';
    const hired = (await employer(accept, { id: applicationId, command: newId(), input: { startsOn: addDays(today, 3), jobId } })).accept;
    expect(hired).toMatchObject({
      status: 'accepted',
      behind: false,
      pass: { start: addDays(today, 3), end: addDays(today, 732), state: 'FUTURE' },
    });
    expect(hired.pass.displayNumber).toMatch(/^.{5} \d{2} \d{5}$/);
    expect(hired.timeline.map(({ by }: { by: string }) => by)).toEqual([
      'Ana Essai-prescripteur',
      'Ana Essai-employeur',
      'Ana Essai-employeur',
    ]);
    expect((await employer('{ passes { total items { candidate { displayName } } } }')).passes).toMatchObject({ total: 1 });
  });

  it('the inspector reads who did what, from which organisation, on an intact chain', async () => {
    await get(Worker).settled(10_000);
    const { hires } = await inspector('{ hires { total items { applicationId selfPrescription company { name } } } }');
    expect(hires).toMatchObject({
      total: 1,
      items: [{ applicationId, selfPrescription: false, company: { name: 'Les Jardins Fictifs' } }],
    });
    const { hireHistory } = await inspector(
      'query ($id: ID!) { hireHistory(applicationId: $id) { intact broken entries { type by organisation } } }',
      { id: applicationId },
    );
    expect(hireHistory).toMatchObject({ intact: true, broken: [] });
    const types = hireHistory.entries.map(({ type }: { type: string }) => type);
    for (const type of [
      'hiring.EligibilityDiagnosed',
      'hiring.ApplicationSubmitted',
      'approvals.PassGranted',
      'hiring.ApplicationAccepted',
    ])
      expect(types).toContain(type);
  });

  it('and the figures of the département count it: one application, one hire, one PASS', async () => {
    await get(Worker).settled(10_000);
    // The PASS counts in the month in which it begins.
    const filter = { department: '30', from: today.slice(0, 7), to: addDays(today, 3).slice(0, 7) };
    const { figures } = await inspector('query ($filter: FigureFilter!) { figures(filter: $filter) { masked applications hires indicators { id value } } }', { filter });
    expect(figures).toMatchObject({ masked: false, applications: 1, hires: 1 });
    const values = Object.fromEntries(figures.indicators.map(({ id, value }: { id: string; value: number | null }) => [id, value]));
    expect(values).toMatchObject({ 'APP-01': 1, 'APP-04': 1, 'APP-05': 1, 'PASS-01': 1, 'APP-05-PASS': 0 });
  });
};

const contact = {
  email: 'prune.fictive@courriel.test',
  phone: '06 00 00 00 00',
  address: '1 rue de l’Essai',
  postCode: '30000',
  insee: '30189',
  city: 'Nîmes',
};
