import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { addDays, dayOf, type Id, newId } from '#kernel';
import { createApp } from '../../apps/platform/src/app.js';
import { readConfig } from '../../apps/platform/src/config.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { type Member, stage } from './stage.js';

const FIND = 'query ($search: String!) { personToErase(search: $search) { id kind displayName birthDate email erasedAt goes stays } }';
const ERASE = 'mutation ($id: ID!, $reason: String!, $command: ID!) { erasePerson(id: $id, reason: $reason, command: $command) { displayName kind erasedAt goes } }';
const ACCEPT = 'mutation ($id: ID!, $input: AcceptInput!, $command: ID!) { accept(id: $id, input: $input, command: $command) { id } }';
const APPLICATION = `query ($id: ID!) { application(id: $id) {
  candidate { displayName masked birthDate hasNir } sender { name } message attestation timeline { label by } pass { displayNumber } diagnosis { id } eligibility { eligible } advisors { id } } }`;
const ERASED = { displayName: 'Personne effacée', masked: true, birthDate: null, hasNir: false };

describe('A person is erased', () => {
  let database: FreshDatabase;
  let app: NestFastifyApplication;
  let folder: string;
  let variables: Record<string, string>;
  let on: ReturnType<typeof stage>;
  let company: Id;
  let [prescriber, employer, inspector, staff, person]: Member[] = [];
  let [hiredId, hire, waiting]: Id[] = [];

  beforeAll(async () => {
    database = await freshDatabase();
    folder = mkdtempSync(join(tmpdir(), 'plateforme-erasure-'));
    variables = { DATABASE_URL: database.url, MASTER_KEY: Buffer.alloc(32, 7).toString('base64'), LOG_LEVEL: 'silent', NODE_ENV: 'test', DATA_DIR: folder };
    app = await createApp(readConfig(variables));
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    on = stage(app);
    company = await on.company('ACI', 'Les Jardins Fictifs');
    prescriber = await on.member('envoi', 'prescriber', await on.prescriber('Agence Fictive', true));
    employer = await on.member('accueil', 'company', company);
    inspector = await on.member('controle', 'institution', await on.institution('30'));
    staff = await on.staff();
    hiredId = await on.candidate(prescriber, 'Oubliée');
    hire = await on.apply(prescriber, hiredId, company);
    await employer.get(ACCEPT, { id: hire, input: { startsOn: addDays(dayOf(Date.now()), 3) }, command: newId() });
    waiting = await on.apply(prescriber, await on.candidate(prescriber, 'Restée'), company);
    person = await on.signedInCandidate(prescriber, hiredId);
    await on.settled();
  }, 120_000);
  afterAll(async () => {
    await app?.close();
    await database?.drop();
    rmSync(folder, { recursive: true, force: true });
  });
  const codeOf = ({ errors }: Awaited<ReturnType<Member['ask']>>) => errors?.[0]?.extensions.code;
  const fetched = (who: Member, url: string) => app.inject({ method: 'GET', url, headers: { cookie: who.cookie } });

  it('by the team only, which finds them by the whole address or the id, and whose reading is recorded', async () => {
    for (const stranger of [prescriber, employer, inspector, person]) {
      expect(codeOf(await stranger!.ask(FIND, { search: hiredId }))).toBe('platform/not-allowed');
      expect(codeOf(await stranger!.ask(ERASE, { id: hiredId, reason: 'request', command: newId() }))).toBe('platform/not-allowed');
    }
    const found = (await staff!.get(FIND, { search: ` ${person!.email.toUpperCase()} ` })).personToErase;
    expect(found).toMatchObject({ id: hiredId, kind: 'candidate', displayName: 'OUBLIÉE Prune', birthDate: '1990-05-20', erasedAt: null });
    expect(found.email).not.toBe(person!.email);
    expect(found.goes.join()).toMatch(/numéros.*texte écrit.*déconnectée/);
    expect(JSON.stringify(await person!.get('{ accessLog { items { purposeLabel } } }'))).toContain('effacement de vos données');
    expect(codeOf(await staff!.ask(FIND, { search: 'Oubli' }))).toBe('input/invalid');
    expect(codeOf(await staff!.ask(FIND, { search: 'personne@courriel.test' }))).toBe('identity/person-unknown');
  });

  it('for a reason of the list, and never oneself', async () => {
    const { errors } = await staff!.ask(ERASE, { id: hiredId, reason: 'Mme Oubliée insiste', command: newId() });
    expect(errors?.[0]?.extensions.fields).toMatchObject([{ field: 'reason', code: 'identity/erasure-reason' }]);
    expect(codeOf(await staff!.ask(ERASE, { id: staff!.accountId, reason: 'request', command: newId() }))).toBe('identity/not-oneself');
    expect(codeOf(await staff!.ask(ERASE, { id: newId(), reason: 'request', command: newId() }))).toBe('identity/person-unknown');
  });

  it('at once: the session ends, the account is gone, the id is in the file', async () => {
    expect((await person!.get('{ me { role } }')).me.role).toBe('candidate');
    const { erasePerson } = await staff!.get(ERASE, { id: hiredId, reason: 'request', command: newId() });
    expect(erasePerson).toMatchObject({ displayName: 'Personne effacée', kind: null, goes: [] });
    expect((await person!.get('{ me { role } }')).me.role).toBeNull();
    const again = 'mutation ($email: String!) { signIn(email: $email, password: "Seize signes ou davantage") { role } }';
    expect(codeOf(await staff!.ask(again, { email: person!.email }))).toBe('identity/wrong-credentials');
    expect(readFileSync(join(folder, 'erasures.log'), 'utf8')).toContain(hiredId);
    expect((await staff!.get(FIND, { search: hiredId })).personToErase.erasedAt).toBe(erasePerson.erasedAt);
    await on.settled();
  });

  it('from every list and page, where the history stays without them', async () => {
    for (const [who, box] of [[employer, 'received'], [prescriber, 'sent']] as const) {
      const { applications } = await who!.get('query ($box: String) { applications(filter: { box: $box }) { items { id candidate { displayName masked birthDate hasNir } } } }', { box });
      expect(applications.items.find(({ id }: { id: Id }) => id === hire).candidate).toEqual(ERASED);
      expect(applications.items).toHaveLength(2);
      const { application } = await who!.get(APPLICATION, { id: hire });
      expect(application).toMatchObject({ candidate: ERASED, message: null, attestation: null, pass: { displayNumber: expect.any(String) } });
      expect(application.timeline.length).toBeGreaterThan(1);
      expect((await who!.get('{ candidates(search: "oubl") { total } }')).candidates.total).toBe(0);
      expect((await who!.get('query ($id: ID!) { candidate(id: $id) { id } }', { id: hiredId })).candidate).toBeNull();
      expect((await who!.get('query ($id: ID!) { pass(candidateId: $id) { state candidate { displayName } } }', { id: hiredId })).pass.candidate.displayName).toBe('Personne effacée');
    }
    expect((await employer!.get('{ passes { items { candidate { displayName } } } }')).passes.items).toEqual([{ candidate: { displayName: 'Personne effacée' } }]);
    expect((await employer!.get(APPLICATION, { id: waiting })).application.candidate.displayName).toBe('RESTÉE Prune');
    expect((await fetched(employer!, `/api/hires/${hire}/attestation.pdf`)).statusCode).toBe(404);
  });

  it('and from the histories of the inspector, which say that they were erased and still verify', async () => {
    const history = 'query ($id: ID!) { hireHistory(applicationId: $id) { intact hire { candidate { displayName } } entries { label } } }';
    const { hireHistory } = await inspector!.get(history, { id: hire });
    expect(hireHistory).toMatchObject({ intact: true, hire: { candidate: { displayName: 'Personne effacée' } } });
    expect(hireHistory.entries.map(({ label }: { label: string }) => label)).toContain('Données de la personne effacées');
    expect((await inspector!.get('{ hires { items { candidate { displayName } } } }')).hires.items).toEqual([{ candidate: { displayName: 'Personne effacée' } }]);
    const file = await fetched(inspector!, `/api/hires/${hire}/history.json`);
    expect(file.statusCode).toBe(200);
    expect(file.payload).toContain('Personne effacée');
    expect(file.payload).not.toMatch(/oubliée/i);
    expect((await fetched(inspector!, `/api/hires/${hire}/history.pdf`)).statusCode).toBe(200);
  });

  it('and nothing new is decided about them', async () => {
    const apply = 'mutation ($input: ApplicationInput!, $command: ID!) { apply(input: $input, command: $command) { id } }';
    const input = { candidateId: hiredId, companyId: company, jobs: [], message: 'Encore' };
    expect((await prescriber!.ask(apply, { input, command: newId() })).errors).toBeDefined();
    expect(codeOf(await prescriber!.ask('mutation ($id: ID!, $command: ID!) { confirmCandidate(id: $id, command: $command) { id } }', { id: hiredId, command: newId() }))).toBe('identity/candidate-unknown');
  });

  it('or by the command, while the platform runs', async () => {
    const id = await on.candidate(prescriber!, 'Commandée');
    const shown = 'query ($id: ID!) { candidate(id: $id) { displayName } }';
    expect((await prescriber!.get(shown, { id })).candidate.displayName).toBe('COMMANDÉE Prune');
    const erase = (...words: readonly string[]) =>
      promisify(execFile)(process.execPath, ['--no-warnings', '--import', './tests/support/typescript.mjs', 'apps/cli/src/erase.ts', ...words], { env: { ...process.env, ...variables } }).then(
        ({ stdout }) => stdout,
        ({ stderr }: { stderr: string }) => stderr,
      );
    expect(await erase(id)).toContain('--reason request|retention|mistake|order');
    expect(await erase(newId(), '--reason', 'retention')).toContain('identity/person-unknown');
    expect((await prescriber!.get(shown, { id })).candidate).not.toBeNull();
    expect(await erase(id, '--reason', 'retention')).toContain(`${id} is erased`);
    expect((await prescriber!.get(shown, { id })).candidate).toBeNull();
    expect(readFileSync(join(folder, 'erasures.log'), 'utf8')).toContain(`"person":"${id}"`);
  }, 120_000);
});
