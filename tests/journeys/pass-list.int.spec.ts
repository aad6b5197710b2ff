import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { addDays, addMonths, Database, dayOf, type Day, type Id, newId } from '#kernel';
import { ApprovalsCommands } from '#approvals';
import { actors, commandBy } from '#testing';
import { wordsOf } from '../support/pdf-words.js';
import { type HiringHouse, openHiringHouse } from './hiring-house.js';
import type { Member, Shown } from './stage.js';

const ACCEPT = 'mutation ($id: ID!, $input: AcceptInput!, $command: ID!) { accept(id: $id, input: $input, command: $command) { pass { end } } }';
const PASSES = `query ($search: String, $endsWithin: Int, $contract: String, $state: String) {
  passes(search: $search, endsWithin: $endsWithin, contract: $contract, state: $state) { total items { end candidate { displayName } } } }`;
const PASS = 'query ($candidateId: ID!) { pass(candidateId: $candidateId) { attestation } }';

describe('the PASS of the people a company hired', () => {
  let house: HiringHouse;
  let app: NestFastifyApplication;
  let on: HiringHouse['on'];
  let company: Id;
  let prescriber: Member;
  let employer: Member;
  const today = dayOf(Date.now());

  beforeAll(async () => void ({ app, on, company, prescriber, employer } = house = await openHiringHouse()), 120_000);
  afterAll(() => house?.close());

  /** Hired here today, under a PASS that began elsewhere and ends on that day. */
  const hired = async (name: string, end: Day): Promise<{ id: Id; candidateId: Id }> => {
    const candidateId = await on.candidate(prescriber, name);
    const began = addDays(end, -729);
    const hire = { candidateId, applicationId: newId(), companyId: newId(), companyKind: 'ACI', startsOn: began, today: began, diagnosis: { id: newId(), author: 'prescriber', expiresOn: today } } as const;
    await on.service(ApprovalsCommands).coverHire({ ...hire, nir: 'known', franceTravail: 'known', sentByAuthorisedPrescriber: true }, commandBy(actors.prescriber()));
    const id = await on.apply(prescriber, candidateId, company, { criteria: null });
    expect((await employer.get(ACCEPT, { id, input: { startsOn: today }, command: newId() })).accept.pass.end).toBe(end);
    await on.settled();
    return { id, candidateId };
  };
  const names = async (who: Member, asked: object): Promise<string[]> => (await who.get(PASSES, asked)).passes.items.map(({ candidate }: Shown) => String(candidate.displayName).toUpperCase()).sort();
  const like = (...found: readonly string[]) => found.map((name) => expect.stringContaining(name));

  it('are found by name, by their end and by what became of the contract [emplois/PASS-21]', async () => {
    const [soon, later] = [addDays(addMonths(today, 1), -1), addMonths(today, 1)];
    const { id } = await hired('Abricot', soon);
    await hired('Brugnon', later);
    await hired('Cerise', addMonths(today, 7));
    expect(await names(employer, {})).toEqual(like('ABRICOT', 'BRUGNON', 'CERISE'));
    expect(await names(employer, { search: 'brug' })).toEqual(like('BRUGNON'));
    expect(await names(employer, { endsWithin: 1 })).toEqual(like('ABRICOT'));
    expect(await names(employer, { endsWithin: 3 })).toEqual(like('ABRICOT', 'BRUGNON'));
    expect(await names(employer, { endsWithin: 7 })).toEqual(like('ABRICOT', 'BRUGNON'));
    expect(await names(employer, { endsWithin: 1, state: 'FUTURE' })).toEqual([]);
    const endedOn = (day: Day | null) => on.service(Database).run('update read.approvals_contract set ends_on = $2 where id = $1', [id, day]);
    expect(await names(employer, { contract: 'over' })).toEqual([]);
    await endedOn(addDays(today, -89));
    expect(await names(employer, { contract: 'current' })).toEqual(like('ABRICOT', 'BRUGNON', 'CERISE'));
    await endedOn(addDays(today, -90));
    expect(await names(employer, { contract: 'current' })).toEqual(like('BRUGNON', 'CERISE'));
    expect(await names(employer, { contract: 'over' })).toEqual(like('ABRICOT'));
  });

  it('are not narrowed by what nobody offers', async () => {
    for (const [asked, field] of [[{ endsWithin: 2 }, 'endsWithin'], [{ contract: 'soon' }, 'contract']] as const)
      expect((await employer.ask(PASSES, asked)).errors![0]!.extensions.fields[0].field).toBe(field);
    expect((await prescriber.ask(PASSES, { contract: 'over' })).errors![0]!.extensions.fields[0].field).toBe('contract');
  });

  it('have their attestation on their own page, for the company that hired, even once another PASS has followed [emplois/PASS-22]', async () => {
    const { id, candidateId } = await hired('Datte', addDays(today, 3));
    const print = (who: Member) => app.inject({ method: 'GET', url: `/api/hires/${id}/attestation.pdf`, headers: { cookie: who.cookie } });
    expect((await employer.get(PASS, { candidateId })).pass.attestation).toBe(`/api/hires/${id}/attestation.pdf`);
    expect((await prescriber.get(PASS, { candidateId })).pass.attestation).toBeNull();
    // Some days later the PASS is over, and its person has another.
    const ended = 'update read.approvals_pass set start = start - 900, "end" = "end" - 900 where candidate_id = $1';
    await on.service(Database).run(ended, [candidateId]);
    await on.service(Database).run(`insert into read.approvals_pass (id, candidate_id, number, start, "end", cancelled) values ($1, $2, 'XXXXX0009999', $3, $4, false)`, [newId(), candidateId, today, addDays(today, 729)]);
    const words = wordsOf((await print(employer)).rawPayload);
    expect(words).toContain(addDays(today, 3 - 900).split('-').reverse().join('/'));
    expect(words).not.toContain('XXXXX 00 09999');
    const neighbour = await on.member('voisin', 'company', await on.company('EI', 'Chantier Fictif'));
    expect((await print(neighbour)).statusCode).toBe(404);
  });
});
