import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { addDays, addYears, dayOf, type Id, newId } from '#kernel';
import { createApp } from '../../apps/platform/src/app.js';
import { readConfig } from '../../apps/platform/src/config.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { type Member, stage } from './stage.js';

const BY_EMAIL = 'query ($email: String!) { candidateByEmail(email: $email) { candidate { id } } }';
const DIAGNOSE = 'mutation ($candidateId: ID!, $criteria: [String!]!, $command: ID!) { diagnose(candidateId: $candidateId, criteria: $criteria, command: $command) { author valid } }';
const KNOWN = 'query ($id: ID!) { candidates { items { id } } pass(candidateId: $id) { displayNumber } }';
const SUGGESTED = 'query ($id: ID!) { suggestedCriteria(candidateId: $id) }';

let database: FreshDatabase;
let app: NestFastifyApplication;
let on: ReturnType<typeof stage>;

describe('a prescriber who diagnoses somebody another organisation registered', () => {
  const its = {} as Record<'sender' | 'employer' | 'diagnoser' | 'orienter', Member>;
  const today = dayOf(Date.now());
  let companyId: Id;
  let candidateId: Id;

  beforeAll(async () => {
    database = await freshDatabase();
    const variables = { DATABASE_URL: database.url, MASTER_KEY: Buffer.alloc(32, 7).toString('base64'), LOG_LEVEL: 'silent', NODE_ENV: 'test' };
    app = await createApp(readConfig(variables));
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    on = stage(app);
    companyId = await on.company('ACI', 'Les Jardins Fictifs');
    its.sender = await on.member('envoi', 'prescriber', await on.prescriber('Agence Fictive', true));
    its.employer = await on.member('accueil', 'company', companyId);
    its.diagnoser = await on.member('diagnostic', 'prescriber', await on.prescriber('Mission Inventée', true));
    its.orienter = await on.member('orientation', 'prescriber', await on.prescriber('Association Inventée', false));
    candidateId = await on.candidate(its.sender, 'Fictive');
  }, 120_000);
  afterAll(async () => {
    await app?.close();
    await database?.drop();
  });

  it('follows them from then on: they are among their candidates, and their PASS shows [emplois/IAE-7]', async () => {
    const { candidate } = await its.sender.get('query ($id: ID!) { candidate(id: $id) { email } }', { id: candidateId });
    const found = await its.diagnoser.get(BY_EMAIL, { email: candidate.email });
    expect(found.candidateByEmail.candidate.id).toBe(candidateId);
    expect((await its.diagnoser.get(KNOWN, { id: candidateId })).candidates.items).toEqual([]);

    const made = await its.diagnoser.get(DIAGNOSE, { candidateId, criteria: ['TH'], command: newId() });
    expect(made.diagnose).toEqual({ author: 'prescriber', valid: true });
    const id = await on.apply(its.sender, candidateId, companyId, { criteria: null });
    const accept = 'mutation ($id: ID!, $input: AcceptInput!, $command: ID!) { accept(id: $id, input: $input, command: $command) { id } }';
    await its.employer.get(accept, { id, command: newId(), input: { startsOn: addDays(today, 3) } });
    await on.settled();

    const known = await its.diagnoser.get(KNOWN, { id: candidateId });
    expect(known).toMatchObject({ candidates: { items: [{ id: candidateId }] }, pass: { displayNumber: expect.stringMatching(/^XXXXX/) } });
    const list = await its.diagnoser.get('{ passes { items { candidate { id } } } }');
    expect(list.passes.items).toEqual([{ candidate: { id: candidateId } }]);
  });

  it('reads, as others do, under the eyes of the person: each eligibility, diagnosis and age criterion read is told to them, and none that was refused', async () => {
    const read = async (who: Member, birthDate: string) => {
      const id = await on.candidate(its.sender, 'Regardée', { birthDate, nir: null, nirReason: 'NO_NIR' });
      await its.diagnoser.get(DIAGNOSE, { candidateId: id, criteria: ['TH'], command: newId() });
      await who.get('query ($id: ID!, $companyId: ID!) { eligibility(candidateId: $id, companyId: $companyId) { eligible } diagnoses(candidateId: $id) { id } suggestedCriteria(candidateId: $id) }', { id, companyId });
      const person = await on.signedInCandidate(its.sender, id);
      await person.get('query ($id: ID!) { diagnoses(candidateId: $id) { id } }', { id });
      const { items } = (await person.get('{ accessLog { items { by purpose } } }')).accessLog;
      return items.filter(({ purpose }: { purpose: string }) => !['candidate-written', 'candidate-file'].includes(purpose)).map(({ by, purpose }: Record<string, string>) => `${by}: ${purpose}`).sort();
    };
    const theirs = (name: string, ...purposes: readonly string[]) => purposes.map((purpose) => `Ana Essai-${name}: ${purpose}`);
    expect(await read(its.diagnoser, addYears(today, -55))).toEqual(theirs('diagnostic', 'diagnoses', 'diagnosis-preparation', 'eligibility'));
    expect(await read(its.diagnoser, addYears(today, -40))).toEqual(theirs('diagnostic', 'diagnoses', 'eligibility'));
    expect(await read(its.orienter, addYears(today, -55))).toEqual(theirs('orientation', 'eligibility'));
  });

  it('finds ticked what the exact birth date says today, and an orienter learns nothing [emplois/IAE-16] [emplois/IAE-17]', async () => {
    const born = async (birthDate: string) => {
      const register = 'mutation ($input: CandidateInput!, $command: ID!) { registerCandidate(input: $input, command: $command) { id } }';
      const input = {
        ...{ title: 'M', firstName: 'Basile', lastName: 'Fictif', birthDate, nirReason: 'NO_NIR', franceTravailReason: 'FORGOTTEN' },
        ...{ address: '1 rue de l’Essai', postCode: '30000', insee: '30189', city: 'Nîmes' },
      };
      return (await its.sender.get(register, { input, command: newId() })).registerCandidate.id as Id;
    };
    const suggested = async (who: Member, id: Id) => (await who.get(SUGGESTED, { id })).suggestedCriteria;
    const senior = await born(addYears(today, -50));
    expect(await suggested(its.diagnoser, senior)).toEqual(['SENIOR']);
    expect(await suggested(its.diagnoser, await born(addDays(addYears(today, -50), 1)))).toEqual([]);
    expect(await suggested(its.diagnoser, await born(addYears(today, -26)))).toEqual([]);
    expect(await suggested(its.diagnoser, await born(addDays(addYears(today, -26), 1)))).toEqual(['JEUNE']);
    expect(await suggested(its.orienter, senior)).toEqual([]);
  });
});
