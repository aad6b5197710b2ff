import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dayOf, newId, SYSTEM } from '#kernel';
import { Registrations } from '../../libs/organisations/src/application/registrations.js';
import { type HiringHouse, openHiringHouse } from './hiring-house.js';

const LILLE = { address: '2 rue de l’Essai', postCode: '59000', city: 'Lille', insee: '59350', department: '59', lat: 50.63, lon: 3.06 };
const ACCEPT = 'mutation ($id: ID!, $input: AcceptInput!, $command: ID!) { accept(id: $id, input: $input, command: $command) { status } }';
const FIGURES = 'query ($filter: FigureFilter!) { figures(filter: $filter) { masked applications hires indicators { id value } } hires { total } }';
const today = dayOf(Date.now());

describe('an employer who moves to another département between an application and its answer', () => {
  let house: HiringHouse;

  beforeAll(async () => {
    const { on, company, prescriber, employer } = (house = await openHiringHouse());
    const id = await on.apply(prescriber, await on.candidate(prescriber, 'Déménagée'), company);
    await on.settled();
    const card = { name: 'Les Jardins Fictifs', brand: '', naf: '8130Z', ...LILLE };
    await on.service(Registrations).changeCompany(company, card, { command: newId(), actor: SYSTEM });
    await on.settled();
    await employer.get(ACCEPT, { id, input: { startsOn: today }, command: newId() });
    await on.settled();
  }, 120_000);
  afterAll(() => house?.close());

  const seenIn = async (department: string) => {
    const { on } = house;
    const inspector = await on.member(`inspection-${department}`, 'institution', await on.institution(department));
    const month = today.slice(0, 7);
    const { figures, hires } = await inspector.get(FIGURES, { filter: { department, from: month, to: month } });
    const values = Object.fromEntries(figures.indicators.map(({ id, value }: { id: string; value: number | null }) => [id, value]));
    return { masked: figures.masked, sent: values['APP-01'], hired: values['APP-05'], passes: values['PASS-01'], inspected: hires.total };
  };

  it('is counted where it received the application, then where it hires, and inspected there [pilotage/G-6]', async () => {
    expect(await seenIn('30')).toEqual({ masked: false, sent: 1, hired: 0, passes: 0, inspected: 0 });
    expect(await seenIn('59')).toEqual({ masked: false, sent: 0, hired: 1, passes: 1, inspected: 1 });
  });
});
