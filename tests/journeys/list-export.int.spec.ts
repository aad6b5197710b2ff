import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, Database, dayOf, EventStore, type Id, newId } from '#kernel';
import { type HiringHouse, openHiringHouse } from './hiring-house.js';
import type { Member, Shown } from './stage.js';

const COLUMNS = `title lastName firstName email phone birthDate city department companyName companyKind jobs source senderOrganisation sender submittedOn status
  startsOn endsOn refusalReason eligible controlled passNumber passStart passEnd passState`;
const EXPORT = `mutation ($filter: ApplicationFilter, $command: ID!) { exportApplications(filter: $filter, command: $command) { total limit rows { ${COLUMNS} } } }`;
const ACCEPT = 'mutation ($id: ID!, $input: AcceptInput!, $command: ID!) { accept(id: $id, input: $input, command: $command) { pass { displayNumber end } } }';
const REFUSE = 'mutation ($id: ID!, $input: RefuseInput!, $command: ID!) { refuse(id: $id, input: $input, command: $command) { status } }';
const LOG = '{ accessLog { items { by purpose purposeLabel } } }';

describe('a list of applications taken away as a file', () => {
  let house: HiringHouse;
  let on: HiringHouse['on'];
  let company: Id;
  let prescriber: Member;
  let employer: Member;
  const today = dayOf(Date.now());

  beforeAll(async () => void ({ on, company, prescriber, employer } = house = await openHiringHouse()), 120_000);
  afterAll(() => house?.close());

  const exported = async (who: Member, filter: object = {}, command = newId()): Promise<Shown> => (await who.get(EXPORT, { filter, command })).exportApplications;
  const names = async (who: Member, filter: object = {}): Promise<string[]> => (await exported(who, filter)).rows.map(({ lastName }: Shown) => lastName).sort();

  it('holds what the list shows, column by column, for its own organisation [emplois/VIS-5]', async () => {
    const job = await on.job(company);
    await on.settled();
    const candidateId = await on.candidate(prescriber, 'Abricot');
    const id = await on.apply(prescriber, candidateId, company, { jobs: [job] });
    const { accept } = await employer.get(ACCEPT, { id, input: { startsOn: today, endsOn: addDays(today, 90), jobId: job }, command: newId() });
    const declined = await on.apply(prescriber, await on.candidate(prescriber, 'Brugnon'), company, { criteria: null });
    await employer.get(REFUSE, { id: declined, input: { reason: 'no_position', answer: 'Non.', privateAnswer: 'Non.' }, command: newId() });
    await on.settled();
    const { total, limit, rows } = await exported(employer, { archived: 'all' });
    expect([total, limit]).toEqual([2, 2000]);
    const sentBy = { source: 'Prescripteur habilité', senderOrganisation: 'Agence Fictive', sender: 'Ana Essai-envoi', submittedOn: today };
    const common = { title: 'Madame', firstName: 'Prune', phone: '0600000000', birthDate: '1990-05-20', city: 'Nîmes', department: '30', companyName: 'Les Jardins Fictifs', companyKind: 'ACI', ...sentBy };
    expect(rows).toEqual([
      {
        ...{ ...common, lastName: 'Brugnon', email: expect.stringContaining('@courriel.test'), jobs: '', status: 'Candidature déclinée', startsOn: null, endsOn: null },
        ...{ refusalReason: expect.stringMatching(/./), eligible: false, controlled: null, passNumber: null, passStart: null, passEnd: null, passState: null },
      },
      {
        ...{ ...common, lastName: 'Abricot', email: expect.stringContaining('@courriel.test'), jobs: 'Jardinier', status: 'Candidature acceptée', startsOn: today, endsOn: addDays(today, 90) },
        ...{ refusalReason: null, eligible: true, controlled: false, passNumber: accept.pass.displayNumber, passStart: today, passEnd: accept.pass.end, passState: 'Valide' },
      },
    ]);
    expect(await names(employer, { statuses: ['accepted'] })).toEqual(['Abricot']);
    expect(await names(prescriber, { box: 'sent', jobId: job })).toEqual(['Abricot']);
    const neighbour = await on.member('voisin', 'company', await on.company('EI', 'Chantier Fictif'));
    expect(await names(neighbour)).toEqual([]);
    expect(await names(neighbour, { candidateId })).toEqual([]);
    expect((await employer.ask(EXPORT, { filter: { pass: 'SUSPENDED' }, command: newId() })).errors![0]!.extensions.fields[0].field).toBe('pass');
  });

  it('keeps hidden what an orienter may not read [emplois/VIS-5] [emplois/AUT-7]', async () => {
    const association = await on.prescriber('Accueil Inventé', false);
    const [orienter, colleague] = [await on.member('orient', 'prescriber', association), await on.member('autre', 'prescriber', association)];
    await on.apply(orienter, await on.candidate(orienter, 'Cerise'), company, { criteria: null });
    await on.settled();
    const hidden = { title: null, email: null, phone: null, birthDate: null, city: null, department: null, eligible: null, passNumber: null };
    expect((await exported(colleague, { box: 'sent' })).rows).toMatchObject([{ lastName: 'C…', firstName: 'P…', source: 'Orienteur', ...hidden }]);
    expect((await exported(orienter, { box: 'sent' })).rows).toMatchObject([{ lastName: 'Cerise', city: 'Nîmes', eligible: null }]);
    expect((await colleague.ask(EXPORT, { filter: { box: 'sent', search: 'cerise' }, command: newId() })).data).toBeNull();
  });

  it('is written down for each person it tells of, and once in the log, without anybody’s name [emplois/VIS-5]', async () => {
    const candidateId = await on.candidate(prescriber, 'Datte');
    await on.apply(prescriber, candidateId, company);
    const person = await on.signedInCandidate(prescriber, candidateId);
    const command = newId();
    for (let times = 0; times < 2; times++) expect((await exported(employer, { search: 'datte' }, command)).rows).toHaveLength(1);
    const { items } = (await person.get(LOG)).accessLog;
    expect(items.filter(({ purpose }: Shown) => purpose === 'applications-export')).toMatchObject([{ by: 'Ana Essai-accueil', purposeLabel: 'Export d’une liste de candidatures dans un fichier' }]);
    const taken: Shown[] = [];
    for await (const page of on.service(EventStore).pages(null, 500))
      for (const { type, data, meta } of page) if (type === 'hiring.ApplicationsExported') taken.push({ data: JSON.parse(data), meta: JSON.parse(meta) });
    const ofThese = taken.filter(({ data }) => data.filters.includes('search') && data.box === 'received');
    expect(ofThese).toMatchObject([{ meta: { actor: employer.accountId, organisation: company } }]);
    expect(ofThese[0].data).toEqual({ exportId: expect.any(String), box: 'received', filters: ['search'], rows: 1, on: today });
    expect((await person.ask(EXPORT, { command: newId() })).data?.exportApplications ?? null).toBeNull();
  });

  it('holds two thousand lines at most, and says how many there are [emplois/VIS-5]', async () => {
    const busy = await on.company('ACI', 'La Ruche Fictive');
    const keeper = await on.member('ruche', 'company', busy);
    const id = await on.apply(prescriber, await on.candidate(prescriber, 'Foule'), busy);
    await on.settled();
    const copies = `insert into read.hiring_application select (copy).* from (
      select jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid())) as copy from read.hiring_application a, generate_series(1, 2000) where a.id = $1) as copies`;
    await on.service(Database).run(copies, [id]);
    const { total, limit, rows } = await exported(keeper);
    expect([total, limit, rows.length]).toEqual([2001, 2000, 2000]);
  });
});
