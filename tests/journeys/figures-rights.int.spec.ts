import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, dayOf, type Id, newId, SYSTEM } from '#kernel';
import { MembersService } from '../../libs/organisations/src/application/members.js';
import { type HiringHouse, openHiringHouse } from './hiring-house.js';
import type { Member, Shown } from './stage.js';

const ACCEPT = 'mutation ($id: ID!, $input: AcceptInput!, $command: ID!) { accept(id: $id, input: $input, command: $command) { status } }';
const FIGURES = 'query ($filter: FigureFilter!) { figures(filter: $filter) { masked hires } }';
const FACT = '{ unit measure type label kind department day detail amount sign position recorded stream }';
const BEHIND = `query ($indicator: String!, $filter: FigureFilter!) { drillDown(indicator: $indicator, filter: $filter) { masked total events { type label count } facts ${FACT} } }`;
const EXPORT = `mutation ($filter: FigureFilter!, $command: ID!) { exportFacts(indicator: "APP-05", filter: $filter, purpose: "control", command: $command) { facts ${FACT} } }`;
const SWITCH = 'mutation ($id: ID!) { switchOrganisation(organisationId: $id) { role } }';
const today = dayOf(Date.now());
const filter = { department: '30', from: today.slice(0, 7), to: addDays(today, 5).slice(0, 7) };
/** Everything that tells who somebody is, as the file of the person hired holds it. */
const PERSONAL = ['Sansnom', 'Prune', '1990', '0530004', 'courriel', '06 00', '0600000000', 'rue de l', '30000', 'grand air', 'Essai-', 'organisation.test'];

describe('the true figures of a département', () => {
  let house: HiringHouse;
  let inspector: Member;
  let institution: Id;

  beforeAll(async () => {
    const { on, company, prescriber, employer } = (house = await openHiringHouse());
    const id = await on.apply(prescriber, await on.candidate(prescriber, 'Sansnom'), company);
    await on.settled();
    await employer.get(ACCEPT, { id, input: { startsOn: today, answer: 'Bienvenue à Prune, au 06 00 00 00 00.' }, command: newId() });
    institution = await on.institution('30');
    inspector = await on.member('inspection', 'institution', institution);
    await on.service(MembersService).join({ type: 'company', id: company }, inspector.accountId, { command: newId(), actor: SYSTEM });
    await on.settled();
  }, 120_000);
  afterAll(() => house?.close());

  const goOnIn = async (organisation: Id): Promise<void> => {
    const payload = { query: SWITCH, variables: { id: organisation } };
    const answer = await house.app.inject({ method: 'POST', url: '/graphql', headers: { cookie: inspector.cookie }, payload });
    expect(answer.json<Shown>().errors).toBeUndefined();
    const cookie = [answer.headers['set-cookie']].flat().find(Boolean);
    inspector = house.on.withCookie(inspector, cookie ? cookie.split(';')[0]! : inspector.cookie);
  };

  it('are read in the organisation one works in now, administrator or not, and nowhere else one is a member of [pilotage/A-02]', async () => {
    const trueFigures = { figures: { masked: false, hires: 1 } };
    expect(await inspector.get(FIGURES, { filter })).toEqual(trueFigures);
    await goOnIn(house.company);
    expect((await inspector.get(FIGURES, { filter })).figures.masked).toBe(true);
    expect((await inspector.ask(EXPORT, { filter, command: newId() })).errors).toHaveLength(1);
    await goOnIn(institution);
    expect(await inspector.get(FIGURES, { filter })).toEqual(trueFigures);
  });

  it('and the facts behind them, on the screen and in a file, say nothing of who the people are [pilotage/P-3]', async () => {
    const { drillDown } = await inspector.get(BEHIND, { indicator: 'APP-05', filter });
    expect(drillDown).toMatchObject({ masked: false, total: 1 });
    const { exportFacts } = await inspector.get(EXPORT, { filter, command: newId() });
    expect(exportFacts.facts).toEqual(drillDown.facts);
    // An id may hold any four figures.
    const all = JSON.stringify([drillDown, exportFacts]).replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '');
    expect(PERSONAL.filter((word) => all.includes(word))).toEqual([]);
  });
});
