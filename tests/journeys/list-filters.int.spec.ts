import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { addDays, Clock, dayOf, type Id, newId } from '#kernel';
import { ApprovalsCommands } from '#approvals';
import { actors, commandBy } from '#testing';
import { type HiringHouse, openHiringHouse } from './hiring-house.js';
import type { Member, Shown } from './stage.js';

const LIST = 'query ($filter: ApplicationFilter) { applications(filter: $filter) { total counts { status count } items { id } } }';
const VALUES = `query ($box: String!) { applicationFilters(box: $box) { senders { label } senderOrganisations { label } companies { label } departments { code label } jobs { label }
  criteria { code } passes { code } eligibility { code } } }`;
const DIAGNOSE = 'mutation ($id: ID!, $criteria: [String!]!, $command: ID!) { diagnose(candidateId: $id, criteria: $criteria, command: $command) { id } }';
const MARSEILLE = { postCode: '13001', insee: '13055', city: 'Marseille' };

describe('the filters of a list of applications', () => {
  let house: HiringHouse;
  let on: HiringHouse['on'];
  let company: Id;
  let prescriber: Member;
  let employer: Member;
  const today = dayOf(Date.now());

  beforeAll(async () => void ({ on, company, prescriber, employer } = house = await openHiringHouse()), 120_000);
  afterAll(() => house?.close());

  const listed = async (who: Member, filter: object): Promise<Id[]> => (await who.get(LIST, { filter })).applications.items.map(({ id }: Shown) => id).sort();
  const refused = async (who: Member, filter: object): Promise<string> => (await who.ask(LIST, { filter })).errors![0]!.extensions.fields[0].field;
  const values = async (who: Member, box = 'received'): Promise<Shown> => (await who.get(VALUES, { box })).applicationFilters;
  const sorted = (...ids: readonly Id[]) => [...ids].sort();

  it('are by who sent, for which job and where the person lives, among what occurs in one’s own list [emplois/VIS-4]', async () => {
    const job = await on.job(company);
    const agency = await on.prescriber('Mission Inventée', true);
    const other = await on.member('mission', 'prescriber', agency);
    await on.settled();
    const id = await on.apply(prescriber, await on.candidate(prescriber, 'Abricot'), company, { jobs: [job] });
    const far = await on.apply(other, await on.candidate(other, 'Brugnon', MARSEILLE), company);
    await on.settled();
    expect(await values(employer)).toMatchObject({
      senders: [{ label: 'Ana Essai-envoi' }, { label: 'Ana Essai-mission' }],
      ...{ senderOrganisations: [{ label: 'Agence Fictive' }, { label: 'Mission Inventée' }], companies: [], jobs: [{ label: 'Jardinier' }] },
      departments: [{ code: '13', label: '13 - Bouches-du-Rhône' }, { code: '30', label: '30 - Gard' }],
    });
    expect(await listed(employer, {})).toEqual(sorted(id, far));
    for (const filter of [{ senderId: prescriber.accountId }, { department: '30' }, { jobId: job }]) expect(await listed(employer, filter)).toEqual([id]);
    expect(await listed(employer, { senderOrganisationId: agency })).toEqual([far]);
    expect(await listed(employer, { senderOrganisationId: agency, jobId: job })).toEqual([]);
    expect(await values(other, 'sent')).toMatchObject({ companies: [{ label: 'Les Jardins Fictifs (ACI)' }], senderOrganisations: [], jobs: [], departments: [{ code: '13' }] });
    expect(await listed(prescriber, { box: 'sent', companyId: company })).toEqual([id]);
    // Nothing of the others’ lists is there to choose, nor to find.
    const neighbour = await on.member('voisin', 'company', await on.company('EI', 'Chantier Fictif'));
    expect(await values(neighbour)).toMatchObject({ senders: [], senderOrganisations: [], departments: [], jobs: [] });
    for (const filter of [{ senderId: prescriber.accountId }, { department: '30' }, { jobId: job }]) expect(await listed(neighbour, filter)).toEqual([]);
  });

  it('are by what the person is entitled to, for inclusion companies only [emplois/VIS-4]', async () => {
    const siae = await on.company('ACI', 'Le Verger Fictif');
    const hedge = await on.company('ACI', 'La Haie Fictive');
    const [owner, neighbour] = [await on.member('verger', 'company', siae), await on.member('haie', 'company', hedge)];
    const people = await Promise.all(['Diagnostic', 'Rien', 'Ailleurs', 'Valide', 'Passé', 'Futur'].map((name) => on.candidate(prescriber, name)));
    const covered = { companyId: newId(), companyKind: 'ACI', nir: 'known', franceTravail: 'known', sentByAuthorisedPrescriber: true } as const;
    for (const [index, since] of [[3, -10], [4, -730], [5, 10]] as const) {
      const [startsOn, diagnosis] = [addDays(today, since), { id: newId(), author: 'prescriber', expiresOn: addDays(today, 30) } as const];
      await on.service(ApprovalsCommands).coverHire({ ...covered, candidateId: people[index]!, applicationId: newId(), startsOn, today: addDays(today, Math.min(since, 0)), diagnosis }, commandBy(actors.prescriber()));
    }
    const sent: Id[] = [];
    for (const [index, candidateId] of people.entries()) sent.push(await on.apply(prescriber, candidateId, siae, { criteria: index === 0 ? ['TH', 'QPV'] : null }));
    const [diagnosed, nothing, elsewhere, valid, expired, future] = sent as [Id, Id, Id, Id, Id, Id];
    // What another company wrote of somebody does not exist for this one.
    await on.apply(prescriber, people[2]!, hedge, { criteria: null });
    await neighbour.get(DIAGNOSE, { id: people[2], criteria: ['RSA'], command: newId() });
    await on.settled();
    expect(await values(owner)).toMatchObject({
      ...{ criteria: [{ code: 'TH' }, { code: 'QPV' }], passes: [{ code: 'VALID' }, { code: 'FUTURE' }, { code: 'EXPIRED' }] },
      eligibility: [{ code: 'validated' }, { code: 'to_validate' }],
    });
    expect(await listed(owner, { criterion: 'QPV' })).toEqual([diagnosed]);
    expect(await listed(owner, { criterion: 'RSA' })).toEqual([]);
    expect(await listed(owner, { pass: 'VALID' })).toEqual([valid]);
    expect(await listed(owner, { pass: 'FUTURE' })).toEqual([future]);
    expect(await listed(owner, { pass: 'EXPIRED' })).toEqual([expired]);
    expect(await listed(owner, { eligibility: 'validated' })).toEqual(sorted(diagnosed, valid, future));
    expect(await listed(owner, { eligibility: 'to_validate' })).toEqual(sorted(nothing, elsewhere, expired));
    const geiq = await on.member('geiq', 'company', await on.company('GEIQ', 'Groupement Fictif'));
    expect(await values(geiq)).toMatchObject({ criteria: [], passes: [], eligibility: [] });
    for (const [who, box] of [[geiq, 'received'], [prescriber, 'sent'], [owner, 'sent']] as const)
      for (const [field, value] of Object.entries({ criterion: 'TH', pass: 'VALID', eligibility: 'validated' })) expect(await refused(who, { box, [field]: value })).toBe(field);
    expect(await listed(geiq, { statuses: ['prior_to_hire'] })).toEqual([]);
    expect(await refused(owner, { statuses: ['prior_to_hire'] })).toBe('statuses');
  });

  it('take nothing that nobody offers, and tell an orienter nothing of where a masked person lives', async () => {
    const wrong = { senderId: 'x', senderOrganisationId: 'x', companyId: 'x', jobId: 'x', department: '99', criterion: 'X', pass: 'SUSPENDED', eligibility: 'x', statuses: ['x'] };
    for (const [field, value] of Object.entries(wrong)) expect(await refused(employer, { [field]: value })).toBe(field);
    const orienter = await on.member('orient', 'prescriber', await on.prescriber('Accueil Inventé', false));
    await on.apply(orienter, await on.candidate(orienter, 'Cerise'), company, { criteria: null });
    expect((await values(orienter, 'sent')).departments).toEqual([]);
    expect(await refused(orienter, { box: 'sent', department: '30' })).toBe('department');
  });

  it('keep the whole last day of a period, as it is lived in Paris [emplois/VIS-4]', async () => {
    const day = addDays(today, 2);
    const inParis = (date: string, time: string) => Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime('Europe/Paris').epochMilliseconds;
    const clock = jest.spyOn(on.service(Clock), 'now').mockReturnValue(inParis(day, '00:01'));
    const receiving = await on.company('ACI', 'La Nuit Fictive');
    const [night, reader] = [await on.member('nuit', 'prescriber', await on.prescriber('Agence de Nuit', true)), await on.member('veille', 'company', receiving)];
    const sent: Id[] = [];
    for (const [date, time] of [...['00:02', '11:00', '21:00', '23:59'].map((at) => [day, at] as const), [addDays(day, 1), '00:01'] as const]) {
      clock.mockReturnValue(inParis(date, time));
      sent.push(await on.apply(night, await on.candidate(night, 'Nocturne'), receiving));
      await listed(reader, {});
    }
    const next = sent.pop()!;
    expect(await listed(reader, { from: day, to: day })).toEqual(sorted(...sent));
    expect(await listed(reader, { from: addDays(day, 1) })).toEqual([next]);
    expect(await listed(reader, { to: addDays(day, -1) })).toEqual([]);
    clock.mockRestore();
  });
});
