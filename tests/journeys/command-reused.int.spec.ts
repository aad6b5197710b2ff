import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, dayOf, type Id, newId } from '#kernel';
import { type HiringHouse, openHiringHouse } from './hiring-house.js';

const APPLICATION = `query ($id: ID!) { application(id: $id) { status startsOn } }`;
const simple = (what: string) => `mutation ($id: ID!, $command: ID!) { ${what}(id: $id, command: $command) { status } }`;
const ACCEPT = 'mutation ($id: ID!, $input: AcceptInput!, $command: ID!) { accept(id: $id, input: $input, command: $command) { status startsOn } }';

describe('the id of one form sent with another', () => {
  let house: HiringHouse;
  beforeAll(async () => void (house = await openHiringHouse()), 120_000);
  afterAll(() => house?.close());

  const sent = async (name: string): Promise<Id> => house.on.apply(house.prescriber, await house.on.candidate(house.prescriber, name), house.company);
  const seen = async (id: Id) => (await house.employer.get(APPLICATION, { id })).application;

  it('is refused in words, and nothing is said to be done that was not; the first form sent again is answered as before', async () => {
    const [id, command] = [await sent('Deux'), newId()];
    await house.employer.get(simple('putUnderStudy'), { id, command });
    const { errors } = await house.employer.ask(simple('addToPool'), { id, command });
    expect(errors).toMatchObject([{ message: expect.stringMatching(/celle-ci n’a pas été faite/), extensions: { code: 'platform/command-reused' } }]);
    expect((await seen(id)).status).toBe('processing');
    expect((await house.employer.get(simple('putUnderStudy'), { id, command })).putUnderStudy.status).toBe('processing');
    expect((await house.employer.get(simple('addToPool'), { id, command: newId() })).addToPool.status).toBe('pool');
  });

  it('is refused to an acceptance on other dates', async () => {
    const [id, command, today] = [await sent('Dates'), newId(), dayOf(Date.now())];
    const [first, second] = [addDays(today, 3), addDays(today, 5)];
    await house.employer.get(ACCEPT, { id, input: { startsOn: first }, command });
    const { errors } = await house.employer.ask(ACCEPT, { id, input: { startsOn: second }, command });
    expect(errors?.[0]?.extensions.code).toBe('platform/command-reused');
    expect(await seen(id)).toEqual({ status: 'accepted', startsOn: first });
    expect((await house.employer.get(ACCEPT, { id, input: { startsOn: first }, command })).accept.startsOn).toBe(first);
  });
});
