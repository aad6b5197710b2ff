import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Actor, addDays, dayOf, type Id, newId } from '#kernel';
import { actors } from '#testing';
import { createApp } from '../../apps/platform/src/app.js';
import { readConfig } from '../../apps/platform/src/config.js';
import { ApprovalsModule } from '../../libs/approvals/src/approvals.module.js';
import { HiringModule } from '../../libs/hiring/src/hiring.module.js';
import { ApplicationLists } from '../../libs/hiring/src/projections/application-lists.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';
import { AnyCandidate, cookieOf, employerNamed, Neighbours } from './neighbours.js';

const FIELDS = `id status statusLabel submittedOn lastChange behind actions message answer privateAnswer startsOn
  candidate { id displayName } company { id name } sender { kind label name organisation } jobs { id title } openJobs { title }
  refusalReason { code label } pass { displayNumber start end remaining } diagnosis { author valid expiresOn criteria { code label } }
  eligibility { eligible by diagnosisRequired canDiagnose checks { rule met sentence enough } }
  timeline { type label by organisation at }`;

const EVERYTHING = { statuses: null, search: null, companyId: null, candidateId: null, from: null, to: null };

// What a screen gets is whatever the query asked for.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Shown = any;
interface Answer {
  readonly data: Readonly<Record<string, Shown>> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: {
      readonly code: string;
      readonly checks?: readonly { readonly enough: string }[];
      readonly fields?: readonly { readonly field: string }[];
    };
  }[];
}

describe('hiring, as the screens ask for it', () => {
  let database: FreshDatabase;
  let app: NestFastifyApplication;
  const today = dayOf(Date.now());
  const prescriber = actors.prescriber();
  const orienter = actors.orienter();
  const employer = employerNamed('screen');

  beforeAll(async () => {
    database = await freshDatabase();
    const config = readConfig({
      DATABASE_URL: database.url,
      MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
      LOG_LEVEL: 'silent',
      NODE_ENV: 'test',
    });
    app = await createApp(config, { modules: [Neighbours, ApprovalsModule, HiringModule] });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  }, 60_000);
  afterAll(async () => {
    await app?.close();
    await database.drop();
  });

  const ask = async (actor: Actor | null, query: string, variables: object = {}): Promise<Answer> => {
    const cookies = actor ? { session: cookieOf(actor) } : {};
    const response = await app
      .getHttpAdapter()
      .getInstance()
      .inject({ method: 'POST', url: '/graphql', payload: { query, variables }, cookies });
    return response.json() as Answer;
  };
  const mutate = async (actor: Actor, name: string, args: string, variables: object) => {
    const answer = await ask(
      actor,
      `mutation (${args}) { ${name}(${[...args.matchAll(/\$(\w+)/g)].map(([, each]) => `${each}: $${each}`).join(', ')}) { ${FIELDS} } }`,
      variables,
    );
    expect(answer.errors ?? []).toEqual([]);
    return answer.data![name];
  };
  const apply = (actor: Actor, candidateId: Id, criteria?: readonly string[]) =>
    mutate(actor, 'apply', '$input: ApplicationInput!, $command: ID!', {
      command: newId(),
      input: { candidateId, companyId: employer.organisation, jobs: [], message: 'Bonjour, une belle candidature.', criteria },
    });
  const one = async (actor: Actor, id: Id) =>
    (await ask(actor, `query ($id: ID!) { application(id: $id) { ${FIELDS} } }`, { id })).data!['application'];

  it('shows each their own, from the sending to the hire, with what they may do next', async () => {
    const candidateId = newId();
    const sent = await apply(prescriber, candidateId, ['TH']);
    expect(sent).toMatchObject({
      status: 'new',
      statusLabel: 'Nouvelle candidature',
      behind: false,
      actions: [],
      message: 'Bonjour, une belle candidature.',
      sender: { kind: 'prescriber', label: 'Prescripteur habilité', name: 'Paul Inventé' },
    });
    expect(sent.diagnosis).toMatchObject({ author: 'prescriber', valid: true, criteria: [{ code: 'TH', label: 'Travailleur handicapé' }] });

    const received = await one(employer, sent.id);
    expect([sent.openJobs, received.openJobs]).toEqual([[], [{ title: 'Jardinier' }]]);
    expect(received.actions).toEqual(['putUnderStudy', 'postpone', 'addToPool', 'accept', 'refuse']);
    expect(received.eligibility).toMatchObject({ eligible: true, by: 'prescriber_diagnosis', diagnosisRequired: false });
    for (const { sentence } of received.eligibility.checks) expect(sentence).toMatch(/^[A-ZÀ-Ý«0-9].*\.$/);

    await mutate(employer, 'putUnderStudy', '$id: ID!, $command: ID!', { id: sent.id, command: newId() });
    const hired = await mutate(employer, 'accept', '$id: ID!, $input: AcceptInput!, $command: ID!', {
      id: sent.id,
      command: newId(),
      input: { startsOn: addDays(today, 7), answer: 'Bienvenue' },
    });
    expect(hired).toMatchObject({
      status: 'accepted',
      behind: false,
      startsOn: addDays(today, 7),
      answer: 'Bienvenue',
      actions: ['cancelHire', 'changeHireDates'],
    });
    expect(hired.pass).toMatchObject({ start: addDays(today, 7), displayNumber: expect.stringMatching(/^.{5} \d{2} \d{5}$/) });
    expect(hired.timeline.map(({ label }: { label: string }) => label)).toEqual([
      'Candidature envoyée',
      'Candidature mise à l’étude',
      'Candidature acceptée',
    ]);
    expect(hired.timeline[0]).toMatchObject({ by: 'Paul Inventé', organisation: 'Les Ateliers Fictifs' });
    expect(hired.eligibility).toMatchObject({ eligible: true, by: 'pass' });

    const mine = await ask(
      actors.candidate('awa', { id: candidateId }),
      '{ applications(filter: { box: "mine" }) { total items { id status pass { start } } } }',
    );
    expect(mine.data!['applications']).toMatchObject({ total: 1, items: [{ id: sent.id, status: 'accepted' }] });
  });

  it('tells the candidate the answer, the reason only when shared, and never what was written to the prescriber [emplois/REF-5]', async () => {
    for (const shareReason of [false, true]) {
      const candidateId = newId();
      const { id } = await apply(prescriber, candidateId);
      const input = { reason: 'not_mobile', shareReason, answer: 'Merci, mais non.', privateAnswer: 'Trop loin.' };
      await mutate(employer, 'refuse', '$id: ID!, $input: RefuseInput!, $command: ID!', { id, command: newId(), input });
      expect(await one(prescriber, id)).toMatchObject({
        refusalReason: { code: 'not_mobile', label: 'Candidat non mobile' },
        answer: 'Merci, mais non.',
        privateAnswer: 'Trop loin.',
      });
      const seen = await one(actors.candidate('seen', { id: candidateId }), id);
      expect(seen).toMatchObject({
        answer: 'Merci, mais non.',
        privateAnswer: null,
        refusalReason: shareReason ? { code: 'not_mobile' } : null,
      });
    }
  });

  it('does not exist for anybody else, and shows an orienter neither PASS nor diagnosis [emplois/AUT-6]', async () => {
    const { id } = await apply(orienter, newId());
    for (const stranger of [employerNamed('stranger'), actors.prescriber('stranger'), actors.candidate()])
      expect(await one(stranger, id)).toBeNull();
    expect(await one(orienter, id)).toMatchObject({ pass: null, diagnosis: null, eligibility: null });
    const refused = await ask(
      employerNamed('stranger'),
      'mutation ($id: ID!, $command: ID!) { putUnderStudy(id: $id, command: $command) { id } }',
      { id, command: newId() },
    );
    expect(refused.errors![0]!.extensions.code).toBe('hiring/unknown-application');
    expect((await ask(null, '{ applications { total } }')).errors![0]!.extensions.code).toBe('platform/sign-in-required');
  });

  it('refuses in French, and says what would be enough', async () => {
    const { id } = await apply(orienter, newId());
    const accept = 'mutation ($id: ID!, $input: AcceptInput!, $command: ID!) { accept(id: $id, input: $input, command: $command) { id } }';
    const [error] = (await ask(employer, accept, { id, command: newId(), input: { startsOn: today, criteria: ['TH'] } })).errors!;
    expect(error).toMatchObject({ message: expect.stringContaining('ne rendent pas'), extensions: { code: 'hiring/not-eligible' } });
    expect(error!.extensions.checks!.map(({ enough }) => enough)).toContain(
      'Il suffit d’un critère de niveau 1, ou de 2 autres critères de niveau 2 (ACI : 3 critères de niveau 2).',
    );
    const late = (await ask(employer, accept, { id, command: newId(), input: { startsOn: addDays(today, -1), criteria: ['RSA'] } }))
      .errors![0]!;
    expect(late.extensions.code).toBe('hiring/starts-in-the-past');
    const whatIf = await ask(
      employer,
      'query ($id: ID!, $company: ID!) { eligibility(candidateId: $id, companyId: $company, criteria: ["RSA"]) { eligible by } }',
      { id: newId(), company: employer.organisation },
    );
    expect(whatIf.data!['eligibility']).toEqual({ eligible: true, by: 'employer_diagnosis' });
  });

  it('says beside which field of the form a refusal belongs', async () => {
    const { id } = await apply(prescriber, newId(), ['TH']);
    const refusal = async (actor: Actor, name: string, input: object, args = '$id: ID!, ') => {
      const type = { accept: 'AcceptInput', refuse: 'RefuseInput', apply: 'ApplicationInput' }[name];
      const query = `mutation (${args}$input: ${type}!, $command: ID!) { ${name}(${args && 'id: $id, '}input: $input, command: $command) { id } }`;
      const { message, extensions } = (await ask(actor, query, { ...(args && { id }), input, command: newId() })).errors![0]!;
      expect(extensions.fields).toEqual([{ field: expect.any(String), code: extensions.code, message }]);
      return extensions.fields![0]!.field;
    };
    const startsOn = addDays(today, 7);
    expect(await refusal(employer, 'accept', { startsOn: addDays(today, -1) })).toBe('startsOn');
    expect(await refusal(employer, 'accept', { startsOn: addDays(today, 200) })).toBe('startsOn');
    expect(await refusal(employer, 'accept', { startsOn, endsOn: today })).toBe('endsOn');
    expect(await refusal(employer, 'accept', { startsOn, jobId: newId() })).toBe('jobId');
    expect(await refusal(employer, 'accept', { startsOn, criteria: ['NOT_ONE'] })).toBe('criteria');
    expect(await refusal(employer, 'refuse', { reason: 'nothing', answer: 'Non.', privateAnswer: 'Non.' })).toBe('reason');
    expect(await refusal(employer, 'refuse', { reason: 'not_mobile', answer: ' ', privateAnswer: 'Non.' })).toBe('answer');
    expect(await refusal(employer, 'refuse', { reason: 'not_mobile', answer: 'Non.' })).toBe('privateAnswer');
    const sent = { candidateId: newId(), companyId: employer.organisation, jobs: [] };
    expect(await refusal(prescriber, 'apply', sent, '')).toBe('message');
    expect(await refusal(prescriber, 'apply', { ...sent, jobs: [newId()], message: 'Bonjour' }, '')).toBe('jobs');
  });

  it('lists the last changed first, page after page, with counts by status', async () => {
    const busy = employerNamed('busy');
    const ids: Id[] = [];
    for (let n = 0; n < 5; n++)
      ids.push(
        (
          await mutate(prescriber, 'apply', '$input: ApplicationInput!, $command: ID!', {
            command: newId(),
            input: { candidateId: newId(), companyId: busy.organisation, jobs: [], message: 'Bonjour' },
          })
        ).id,
      );
    await mutate(busy, 'putUnderStudy', '$id: ID!, $command: ID!', { id: ids[0], command: newId() });
    const page =
      'query ($after: String, $filter: ApplicationFilter) { applications(filter: $filter, first: 2, after: $after) { total totalIsExact next counts { status count } items { id message jobs { id } } } }';
    const seen: Id[] = [];
    let after: string | null = null;
    do {
      const applications: Shown = (await ask(busy, page, { after })).data!['applications'];
      expect(applications).toMatchObject({ total: 5, totalIsExact: true });
      seen.push(...applications.items.map(({ id }: { id: Id }) => id));
      after = applications.next;
    } while (after);
    expect(seen).toEqual([ids[0], ...ids.slice(1).reverse()]);
    const filtered = (await ask(busy, page, { filter: { statuses: ['processing'], from: today } })).data!['applications'];
    expect(filtered).toMatchObject({ total: 1, next: null, items: [{ id: ids[0] }] });
    expect(filtered.counts).toEqual([
      { status: 'new', count: 4 },
      { status: 'processing', count: 1 },
    ]);
    const sent = (await ask(prescriber, page, { filter: { box: 'sent', companyId: busy.organisation } })).data!['applications'];
    expect(sent.total).toBe(5);
  });

  it('finds all a person’s applications whatever the other filters say [emplois/VIS-4]', async () => {
    const candidateId = newId();
    const { id } = await apply(prescriber, candidateId);
    const list = 'query ($filter: ApplicationFilter) { applications(filter: $filter) { total counts { status count } items { id } } }';
    const others = { statuses: ['refused'], companyId: newId(), from: addDays(today, 1), to: addDays(today, -1) };
    const found = async (filter: object) => (await ask(employer, list, { filter })).data!['applications'];
    expect(await found(others)).toMatchObject({ total: 0, items: [] });
    expect(await found({ ...others, search: 'personne', candidateId })).toEqual({ total: 1, counts: [{ status: 'new', count: 1 }], items: [{ id }] });
  });

  it('lists to an employer what is less than 730 days old, and its hires for ever [emplois/VIS-1]', async () => {
    const company = employerNamed('old papers');
    const sent = (candidateId: Id) => ({ candidateId, companyId: company.organisation, jobs: [], message: 'Bonjour', criteria: [] });
    const ids: Id[] = [];
    for (let n = 0; n < 2; n++)
      ids.push((await mutate(prescriber, 'apply', '$input: ApplicationInput!, $command: ID!', { command: newId(), input: sent(newId()) })).id);
    const input = { startsOn: today };
    await mutate(company, 'accept', '$id: ID!, $input: AcceptInput!, $command: ID!', { id: ids[1], command: newId(), input });
    const lists = app.get(ApplicationLists, { strict: false });
    const listed = async (actor: Actor, daysLater: number) =>
      (await lists.page(actor, { ...EVERYTHING, box: actor === company ? 'received' : 'sent', companyId: company.organisation }, 20, null, addDays(today, daysLater))).rows.map(({ id }) => id).sort();
    expect(await listed(company, 729)).toEqual([...ids].sort());
    expect(await listed(company, 730)).toEqual([ids[1]]);
    expect(await listed(prescriber, 730)).toEqual([...ids].sort());
  });

  it('lists to whoever sends without organisation their own, to an organisation its members’ [emplois/VIS-2]', async () => {
    const alone = actors.orienter('alone', { organisation: null, organisationKind: null });
    const agency = actors.orienter('agency');
    const fromAnOrganisation = { ...alone, organisation: newId(), organisationKind: 'OTHER' };
    const { id } = await apply(alone, newId());
    const { id: theirs } = await apply(agency, newId());
    const { id: sentThere } = await apply(fromAnOrganisation, newId());
    const sent = async (actor: Actor) =>
      (await ask(actor, '{ applications(filter: { box: "sent" }) { items { id } } }')).data!['applications'].items.map((each: { id: Id }) => each.id);
    expect(await sent(alone)).toEqual([id]);
    expect(await sent({ ...agency, id: newId() })).toEqual([theirs]);
    // The same person finds in each place what was sent from there.
    expect(await sent(fromAnOrganisation)).toEqual([sentThere]);
    expect(await sent(actors.orienter('also alone', { organisation: null, organisationKind: null }))).toEqual([]);
  });

  it('calls any employer who sends « Employeur », the one who receives too [emplois/JA-1]', async () => {
    const [own, another] = [await apply(employer, newId()), await apply(employerNamed('sends'), newId())];
    expect([own.sender, another.sender]).toMatchObject([{ kind: 'self', label: 'Employeur' }, { kind: 'employer', label: 'Employeur' }]);
  });

  it('reads names, texts, jobs and organisations once for a whole page, and only what is asked for', async () => {
    AnyCandidate.readings.length = 0;
    const all = `{ applications(first: 50) { total items { ${FIELDS.replace(/eligibility \{.*\}\n/, '')} } } }`;
    const { total, items } = (await ask(employerNamed('busy'), all)).data!['applications'];
    expect([total, items.length]).toEqual([5, 5]);
    expect(
      Object.fromEntries(
        Object.entries(Object.groupBy(AnyCandidate.readings, (name) => name)).map(([name, calls]) => [name, calls!.length]),
      ),
    ).toEqual({
      ...{ summaries: 1, texts: 1, jobs: 1 },
      ...{ accountNames: 2, organisations: 2 },
    });
    AnyCandidate.readings.length = 0;
    await ask(employerNamed('busy'), '{ applications { items { id status } } }');
    expect(AnyCandidate.readings).not.toContain('texts');
  });
});
