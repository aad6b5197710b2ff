import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Id, newId } from '#kernel';
import { OrganisationsQueries } from '#organisations';
import { type HiringHouse, openHiringHouse } from './hiring-house.js';
import type { Member } from './stage.js';

const ERASE = 'mutation ($id: ID!, $reason: String!, $command: ID!) { erasePerson(id: $id, reason: $reason, command: $command) { goes } }';
const APPLY = 'mutation ($input: ApplicationInput!, $command: ID!) { apply(input: $input, command: $command) { id } }';

const FIND = 'query ($search: String!) { personToErase(search: $search) { goes } }';

describe('somebody who works in an organisation and is erased', () => {
  let house: HiringHouse;
  let on: HiringHouse['on'];
  let [staff, colleague]: Member[] = [];

  beforeAll(async () => {
    ({ on } = house = await openHiringHouse());
    staff = await on.staff();
    colleague = await on.member('suivi', 'company', house.company);
  }, 120_000);
  afterAll(() => house?.close());

  const erase = async ({ accountId }: Member) => {
    await staff!.get(ERASE, { id: accountId, reason: 'request', command: newId() });
    await on.settled();
  };
  const members = (company: Id) => on.service(OrganisationsQueries).members(company);

  it('belongs to it no longer, and with the last one goes the possibility to apply to it [emplois/JA-5]', async () => {
    const { company, prescriber, employer } = house;
    expect((await members(company)).toSorted()).toEqual([employer.accountId, colleague!.accountId].toSorted());
    const { goes } = (await staff!.get(FIND, { search: colleague!.accountId })).personToErase;
    expect(goes).toContain('Sa place parmi les membres de ses organisations');
    await erase(colleague!);
    expect(await members(company)).toEqual([employer.accountId]);
    await on.apply(prescriber, await on.candidate(prescriber, 'Reçue'), company);
    await erase(employer);
    expect(await members(company)).toEqual([]);
    const input = { candidateId: await on.candidate(prescriber, 'Trop tard'), companyId: company, jobs: [], message: 'Bonjour', criteria: ['TH', 'QPV'] };
    expect((await prescriber.ask(APPLY, { input, command: newId() })).errors?.[0]?.extensions.code).toBe('hiring/company-without-members');
  });
});
