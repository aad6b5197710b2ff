import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { addDays, dayOf, type Id, newId } from '#kernel';
import { createApp } from '../../apps/platform/src/app.js';
import { readConfig } from '../../apps/platform/src/config.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { type Member, type Shown, stage } from './stage.js';

const APPLICATION = 'query ($id: ID!) { application(id: $id) { id message timeline { label } } }';
const onId = (name: string) => `mutation ($id: ID!, $command: ID!) { ${name}(id: $id, command: $command) { id message } }`;
const withInput = (name: string, type: string) =>
  `mutation ($id: ID!, $input: ${type}!, $command: ID!) { ${name}(id: $id, input: $input, command: $command) { id message } }`;

let database: FreshDatabase;
let app: NestFastifyApplication;
let on: ReturnType<typeof stage>;

describe('somebody of another organisation', () => {
  const company = {} as { own: Id; other: Id };
  const its = {} as Record<'sender' | 'colleague' | 'employer' | 'inspector', Member>;
  const strangers = {} as Record<'employer' | 'prescriber' | 'orienter' | 'inspector' | 'candidate', Member>;
  let candidateId: Id;
  /** One not answered yet, one accepted. */
  let pending: Id;
  let hired: Id;
  let accepting: Id;

  beforeAll(async () => {
    database = await freshDatabase();
    const variables = { DATABASE_URL: database.url, MASTER_KEY: Buffer.alloc(32, 7).toString('base64'), LOG_LEVEL: 'silent', NODE_ENV: 'test' };
    app = await createApp(readConfig(variables));
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    on = stage(app);
    company.own = await on.company('ACI', 'Les Jardins Fictifs');
    company.other = await on.company('EI', 'Les Ateliers Inventés');
    its.sender = await on.member('envoi', 'prescriber', await on.prescriber('Agence Fictive', true));
    its.employer = await on.member('accueil', 'company', company.own);
    its.inspector = await on.member('gard', 'institution', await on.institution('30'));
    strangers.employer = await on.member('voisin', 'company', company.other);
    strangers.prescriber = await on.member('confrere', 'prescriber', await on.prescriber('Mission Inventée', true));
    const association = await on.prescriber('Association Inventée', false);
    strangers.orienter = await on.member('orienteur', 'prescriber', association);
    its.colleague = await on.member('collegue', 'prescriber', association);
    strangers.inspector = await on.member('finistere', 'institution', await on.institution('29'));
    candidateId = await on.candidate(its.sender, 'Fictive');
    const somebodyElse = await on.candidate(its.sender, 'Autrefictive');
    strangers.candidate = await on.signedInCandidate(its.sender, somebodyElse);
    hired = await on.apply(its.sender, candidateId, company.own);
    const accept = withInput('accept', 'AcceptInput');
    accepting = newId();
    await its.employer.get(accept, { id: hired, command: accepting, input: { startsOn: addDays(dayOf(Date.now()), 3) } });
    const another = await on.company('AI', 'Les Services Fictifs');
    await on.member('services', 'company', another);
    pending = await on.apply(its.sender, candidateId, another, { criteria: null });
    await on.settled();
  }, 120_000);
  afterAll(async () => {
    await app?.close();
    await database?.drop();
  });
  const everybody = () => Object.entries(strangers);
  const codeOf = async (who: Member, query: string, variables: object) => (await who.ask(query, variables)).errors?.[0]?.extensions.code as string | undefined;

  it('finds no application of others, neither by its id nor in any list [emplois/AUT-6]', async () => {
    expect((await its.employer.get(APPLICATION, { id: hired })).application).toMatchObject({ id: hired });
    for (const [name, who] of everybody())
      for (const id of [pending, hired]) {
        const { data, errors } = await who.ask(APPLICATION, { id });
        expect([name, data?.application ?? null]).toEqual([name, null]);
        if (name !== 'inspector') expect(errors).toBeUndefined();
      }
    for (const box of ['received', 'sent', 'mine'])
      for (const who of [strangers.employer, strangers.prescriber, strangers.orienter, strangers.candidate]) {
        const filter = { box, candidateId, companyId: company.own };
        expect((await who.get('query ($filter: ApplicationFilter) { applications(filter: $filter) { total items { id } } }', { filter })).applications).toEqual({ total: 0, items: [] });
      }
  });

  it('does not change the e-mail that a person signs in with, whatever else an employer may correct [emplois/AUT-7]', async () => {
    const person = strangers.candidate;
    const update = 'mutation ($id: ID!, $input: CandidateInput!, $command: ID!) { updateCandidate(id: $id, input: $input, command: $command) { email city } }';
    const file = { title: 'MME', firstName: 'Prune', lastName: 'Autrefictive', birthDate: '1990-05-20', franceTravailReason: 'FORGOTTEN', address: '1 rue de l’Essai', insee: '30189', postCode: '30000', city: 'Nîmes' };
    const change = (who: Member, given: object) => who.ask(update, { id: person.accountId, command: newId(), input: { ...file, email: person.email, ...given } });
    for (const email of ['mienne@courriel.test', null])
      expect((await change(strangers.employer, { email })).errors?.[0]?.extensions.fields).toMatchObject([{ field: 'email', code: 'identity/email-signs-in' }]);
    expect((await change(strangers.employer, { insee: '30007', postCode: '30100', city: 'Alès' })).data).toEqual({ updateCandidate: { email: person.email, city: 'Alès' } });
    const moved = 'prune.nouvelle@courriel.test';
    expect((await change(person, { email: moved })).data?.updateCandidate.email).toBe(moved);
    expect((await change(person, {})).data?.updateCandidate.email).toBe(person.email);
  });

  it('decides nothing about it, not even with a command that was already carried out [emplois/AUT-6]', async () => {
    const input = { startsOn: addDays(dayOf(Date.now()), 3) };
    for (const id of [pending, hired]) {
      for (const name of ['putUnderStudy', 'cancelHire', 'addToPool'])
        expect([name, await codeOf(strangers.employer, onId(name), { id, command: newId() })]).toEqual([name, 'hiring/unknown-application']);
      expect(await codeOf(strangers.employer, withInput('accept', 'AcceptInput'), { id, command: newId(), input })).toBe('hiring/unknown-application');
      const refusal = { reason: 'not_mobile', answer: 'Non.', privateAnswer: 'Non.' };
      expect(await codeOf(strangers.employer, withInput('refuse', 'RefuseInput'), { id, command: newId(), input: refusal })).toBe('hiring/unknown-application');
    }
    expect(await codeOf(strangers.employer, withInput('accept', 'AcceptInput'), { id: hired, command: accepting, input })).toBe('hiring/unknown-application');
    for (const who of [strangers.prescriber, strangers.orienter, strangers.inspector, strangers.candidate])
      expect(await codeOf(who, onId('putUnderStudy'), { id: pending, command: newId() })).toBe('platform/not-allowed');
  });

  it('applying a moment after another organisation is not handed its application', async () => {
    const input = { candidateId, companyId: company.other, jobs: [], message: 'Un mot pour cet employeur seulement.' };
    const apply = 'mutation ($input: ApplicationInput!, $command: ID!) { apply(input: $input, command: $command) { id message } }';
    await its.sender.get(apply, { input, command: newId() });
    const second = await strangers.prescriber.ask(apply, { input: { ...input, message: 'Bonjour' }, command: newId() });
    expect(second.data).toBeNull();
    expect(second.errors![0]!.extensions.code).toBe('hiring/applied-today');
  });

  it('sees neither the PASS nor the diagnoses of a person they do not follow [emplois/PASS-20]', async () => {
    const pass = 'query ($id: ID!) { pass(candidateId: $id) { number } }';
    const eligibility = 'query ($id: ID!, $company: ID!) { eligibility(candidateId: $id, companyId: $company) { eligible pass { number } diagnosis { id } checks { rule sentence enough } } }';
    const diagnoses = 'query ($id: ID!) { diagnoses(candidateId: $id) { id criteria { code } } }';
    const far = await on.company('ETTI', 'Intérim Inventé');
    const unknown = await on.member('interim', 'company', far);
    expect((await its.sender.get(pass, { id: candidateId })).pass.number).toMatch(/^.{12}$/);
    for (const who of [unknown, strangers.prescriber, strangers.orienter]) {
      expect((await who.get(pass, { id: candidateId })).pass).toBeNull();
      const told = (await who.get(eligibility, { id: candidateId, company: far })).eligibility;
      expect(told).toMatchObject({ eligible: true, pass: null });
      expect(JSON.stringify(told.checks)).not.toMatch(/\d{4}/);
    }
    const end = /jusqu’au \d.* \d{4} inclus/;
    expect((await its.employer.get(eligibility, { id: candidateId, company: company.own })).eligibility.checks[0].sentence).toMatch(end);
    const diagnose = 'mutation ($id: ID!, $command: ID!) { diagnose(candidateId: $id, criteria: [], command: $command) { id } }';
    for (const who of [unknown, strangers.prescriber]) {
      const refusal = (await who.ask(diagnose, { id: candidateId, command: newId() })).errors![0]!;
      expect(refusal.extensions.code).toBe('hiring/pass-still-valid');
      expect(JSON.stringify([refusal.message, refusal.extensions.facts, refusal.extensions.checks])).not.toMatch(/\d{4}/);
    }
    for (const who of [unknown, strangers.orienter]) {
      expect((await who.get(diagnoses, { id: candidateId })).diagnoses).toEqual([]);
      expect((await who.get(eligibility, { id: candidateId, company: far })).eligibility.diagnosis).toBeNull();
    }
    expect((await its.employer.get(diagnoses, { id: candidateId })).diagnoses).toHaveLength(1);
    expect((await strangers.candidate.get(diagnoses, { id: candidateId })).diagnoses).toEqual([]);
    expect(await codeOf(strangers.candidate, eligibility, { id: candidateId, company: company.own })).toBe('hiring/unknown-candidate');
    expect((await strangers.candidate.get(pass, { id: candidateId })).pass).toBeNull();
    for (const who of [strangers.employer, strangers.prescriber]) expect((await who.get('{ passes { total } }')).passes.total).toBe(0);
  });

  it('reads no hire of another territory or another company', async () => {
    const history = 'query ($id: ID!) { hireHistory(applicationId: $id) { intact entries { type } } }';
    expect((await its.inspector.get(history, { id: hired })).hireHistory.intact).toBe(true);
    expect((await its.employer.get(history, { id: hired })).hireHistory.intact).toBe(true);
    for (const who of [strangers.inspector, strangers.employer]) expect((await who.get(history, { id: hired })).hireHistory).toBeNull();
    expect((await strangers.inspector.get('{ hires { total } }')).hires.total).toBe(0);
    expect((await strangers.inspector.get('{ hires(department: "30") { total } }')).hires.total).toBe(0);
    for (const who of [strangers.prescriber, strangers.orienter, strangers.candidate]) expect(await codeOf(who, history, { id: hired })).toBe('platform/not-allowed');
    expect((await its.inspector.get(history, { id: 'x' })).hireHistory).toBeNull();
    expect((await its.employer.get('{ pass(candidateId: "x") { id } }')).pass).toBeNull();
  });

  it('who is not authorised sees a candidate’s file masked, changes nothing, and cannot guess the name', async () => {
    const file = 'query ($id: ID!) { candidate(id: $id) { masked displayName lastName nir email birthDate } }';
    expect((await strangers.orienter.get(file, { id: candidateId })).candidate).toEqual({ masked: true, displayName: 'F… P…', lastName: 'F…', nir: null, email: null, birthDate: null });
    const update = 'mutation ($id: ID!, $input: CandidateInput!, $command: ID!) { updateCandidate(id: $id, input: $input, command: $command) { id } }';
    const input = { title: 'M', firstName: 'Jean', lastName: 'Inventé', birthDate: '1990-05-20', nirReason: 'NO_NIR', franceTravailReason: 'FORGOTTEN', address: '1 rue de l’Essai', postCode: '30000', insee: '30189', city: 'Nîmes' };
    for (const who of [strangers.orienter, strangers.candidate]) expect(await codeOf(who, update, { id: candidateId, input, command: newId() })).toMatch(/^identity\//);
    for (const who of [strangers.employer, strangers.orienter]) expect(await codeOf(who, '{ accessLog { total } }', {})).toBe('platform/not-allowed');
  });

  it('a colleague who is not authorised finds no masked person by name, and learns nothing from the order', async () => {
    const names = ['Zyxfictive', 'Abcfictive', 'Mnofictive'];
    const ids = [];
    for (const name of names) ids.push(await on.candidate(strangers.orienter, name));
    await on.apply(strangers.orienter, ids[0]!, company.other, { criteria: null });
    await on.settled();
    const search = 'query ($search: String) { applications(filter: { box: "sent", search: $search }) { total } }';
    const [right, wrong] = [await its.colleague.ask(search, { search: names[0] }), await its.colleague.ask(search, { search: 'personne' })];
    expect(right.errors![0]!.extensions.code).toBe('hiring/search-not-open');
    expect(right).toEqual(wrong);
    const list = 'query ($search: String) { candidates(search: $search) { total items { id masked } } }';
    expect((await its.colleague.get(list, { search: names[0] })).candidates.total).toBe(0);
    expect((await strangers.orienter.get(list, { search: names[0] })).candidates.total).toBe(1);
    const seen = (await its.colleague.get(list, {})).candidates.items as readonly Shown[];
    expect(seen.map(({ id }) => id)).toEqual([...ids].sort());
    expect(seen.every(({ masked }) => masked)).toBe(true);
  });

  it('does not become a member by asking, nor hears what happens elsewhere', async () => {
    const move = 'mutation ($id: ID!) { switchOrganisation(organisationId: $id) { role } }';
    expect(await codeOf(strangers.employer, move, { id: company.own })).toBe('identity/not-a-member');
    await app.listen(0, '127.0.0.1');
    for (const topic of [`company:${company.own}`, `pass:${candidateId}`, `candidate:${candidateId}`, `comments:${hired}`, 'candidate:x', 'pass:x', 'comments:x']) {
      const { status } = await fetch(`${await app.getUrl()}/api/live?topics=${topic}`, { headers: { cookie: strangers.prescriber.cookie } });
      expect([topic, status]).toEqual([topic, 403]);
    }
  });
});
