import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dayOf, type Id, newId, Streams } from '#kernel';
import { hiredJobIdOf } from '#organisations';
import { AcceptApplicationHandler } from '../../libs/hiring/src/application/accept-application.js';
import { type HiringHouse, openHiringHouse } from './hiring-house.js';
import type { Member, Shown } from './stage.js';

const ACCEPT = 'mutation ($id: ID!, $input: AcceptInput!, $command: ID!) { accept(id: $id, input: $input, command: $command) { id status behind jobs { id title city } } }';
const DECLARE = 'mutation ($candidateId: ID!, $input: AcceptInput!, $command: ID!) { declareHire(candidateId: $candidateId, input: $input, command: $command) { jobs { id title } } }';
const EMPLOYER = 'query ($id: ID!, $job: String) { employer(id: $id) { jobs { id } } employers(place: "30189", distance: 5, job: $job) { items { id } } }';
const APPLY = 'mutation ($input: ApplicationInput!, $command: ID!) { apply(input: $input, command: $command) { id } }';
const cleaning = { rome: 'K2204', insee: '30189' };
const today = dayOf(Date.now());

describe('a hire for another job than those the company described', () => {
  let house: HiringHouse;
  let on: HiringHouse['on'];
  let company: Id;
  let prescriber: Member;
  let employer: Member;

  beforeAll(async () => void ({ on, company, prescriber, employer } = house = await openHiringHouse()), 120_000);
  afterAll(() => house?.close());

  let people = 0;
  const applied = async (): Promise<Id> => on.apply(prescriber, await on.candidate(prescriber, `Autre${++people}`), company);
  const accept = (id: Id, input: object, command = newId()) => employer.ask(ACCEPT, { id, input: { startsOn: today, ...input }, command });
  const jobsOf = async (answer: ReturnType<typeof accept>): Promise<Shown> => {
    const { data, errors } = await answer;
    expect(errors).toBeUndefined();
    return data.accept.jobs;
  };
  const typesOf = async (jobId: Id) => (await on.service(Streams).events(`job-${jobId}`)).map(({ type }) => type);

  it('describes it, closed: shown on the hire, never in a search, and nobody may apply to it [emplois/ACP-4]', async () => {
    const [id, command] = [await applied(), newId()];
    const [job] = await jobsOf(accept(id, { otherJob: cleaning }, command));
    expect(job).toEqual({ id: hiredJobIdOf({ companyId: company, ...cleaning }), title: 'Nettoyage de locaux', city: 'Nîmes' });
    expect(await jobsOf(accept(id, { otherJob: cleaning }, command))).toEqual([job]);
    await on.settled();
    expect(await typesOf(job.id)).toEqual(['organisations.HiredJobDescribed']);
    const [described] = await on.service(Streams).events(`job-${job.id}`);
    expect(described!.meta).toMatchObject({ actor: employer.accountId, organisation: company, role: 'employer' });
    const shown = await prescriber.get(EMPLOYER, { id: company, job: 'K2204' });
    expect([shown.employer.jobs, shown.employers.items]).toEqual([[], []]);
    const input = { candidateId: await on.candidate(prescriber, 'Refusée'), companyId: company, jobs: [job.id], message: 'Bonjour', criteria: ['RSA'] };
    expect((await prescriber.ask(APPLY, { input, command: newId() })).errors![0]!.extensions.code).toBe('hiring/job-closed');
  });

  it('takes the one the company has, whoever described it [emplois/ACP-4]', async () => {
    const [again] = await jobsOf(accept(await applied(), { otherJob: cleaning }));
    expect(await typesOf(again.id)).toEqual(['organisations.HiredJobDescribed']);
    const gardening = await on.job(company);
    await on.settled();
    // It names no place of its own: it is where the company is.
    expect((await jobsOf(accept(await applied(), { otherJob: { rome: 'A1203', insee: '30189' } }))).map(({ id }: Shown) => id)).toEqual([gardening]);
    const [elsewhere] = await jobsOf(accept(await applied(), { otherJob: { rome: 'A1203', insee: '35238' } }));
    expect([elsewhere.id === gardening, elsewhere.city]).toEqual([false, 'Rennes']);
  });

  it('is refused beside each field, and nothing is described, when the job or the place is missing or unknown [emplois/ACP-4]', async () => {
    const id = await applied();
    const fieldsOf = async (input: object) => ((await accept(id, input)).errors?.[0]?.extensions.fields ?? []).map(({ field }: Shown) => field);
    expect(await fieldsOf({ otherJob: {} })).toEqual(['otherJob.rome', 'otherJob.insee']);
    expect(await fieldsOf({ otherJob: { rome: 'Z9999', insee: '99999' } })).toEqual(['otherJob.rome', 'otherJob.insee']);
    expect(await fieldsOf({ otherJob: { rome: 'A1203' } })).toEqual(['otherJob.insee']);
    expect(await fieldsOf({ jobId: newId(), otherJob: cleaning })).toEqual(['jobId']);
    const never = { rome: 'F1703', insee: '30189' };
    expect(await fieldsOf({ startsOn: '2020-01-01', otherJob: never })).toEqual(['startsOn']);
    expect(await typesOf(hiredJobIdOf({ companyId: company, ...never }))).toEqual([]);
  });

  it('is finished by the policy when the process dies before the job is described [emplois/ACP-4]', async () => {
    const handler = on.service(AcceptApplicationHandler) as unknown as { newJobs: object };
    const whole = handler.newJobs;
    handler.newJobs = { react: () => Promise.reject(new Error('the process died here')) };
    const [id, command, masonry] = [await applied(), newId(), { rome: 'F1703', insee: '30189' }];
    expect((await accept(id, { otherJob: masonry }, command)).errors).toHaveLength(1);
    handler.newJobs = whole;
    await on.settled();
    expect(await typesOf(hiredJobIdOf({ companyId: company, ...masonry }))).toEqual(['organisations.HiredJobDescribed']);
    const [job] = await jobsOf(accept(id, { otherJob: masonry }, command));
    expect(job.title).toBe('Maçonnerie');
    expect(await typesOf(job.id)).toEqual(['organisations.HiredJobDescribed']);
  });

  it('may be declared without an application too [emplois/ACP-4] [emplois/JA-11]', async () => {
    const candidateId = await on.candidate(employer, 'Déclarée');
    const input = { startsOn: today, criteria: ['RSA'], otherJob: { rome: 'G1605', insee: '30189' } };
    expect((await employer.get(DECLARE, { candidateId, input, command: newId() })).declareHire.jobs).toEqual([{ id: hiredJobIdOf({ companyId: company, ...input.otherJob }), title: 'Plonge en restauration' }]);
  });
});
