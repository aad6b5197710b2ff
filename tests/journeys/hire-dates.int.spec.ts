import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, dayOf, type Id, newId } from '#kernel';
import { EmployerDesk } from '../../libs/hiring/src/application/employer-desk.js';
import { type HiringHouse, openHiringHouse } from './hiring-house.js';
import type { Member, Shown } from './stage.js';

const HIRE = 'startsOn endsOn actions behind pass { start end } timeline { label by }';
const APPLICATION = `query ($id: ID!) { application(id: $id) { ${HIRE} } }`;
const ACCEPT = `mutation ($id: ID!, $input: AcceptInput!, $command: ID!) { accept(id: $id, input: $input, command: $command) { ${HIRE} } }`;
const CHANGE = `mutation ($id: ID!, $input: HireDatesInput!, $command: ID!) { changeHireDates(id: $id, input: $input, command: $command) { ${HIRE} } }`;
const HISTORY = 'query ($id: ID!) { hireHistory(applicationId: $id) { entries { label details { label value } } } }';

describe('a contract that will not start on the day agreed', () => {
  let house: HiringHouse;
  let on: HiringHouse['on'];
  let company: Id;
  let prescriber: Member;
  let employer: Member;
  const today = dayOf(Date.now());
  const startsOn = addDays(today, 5);

  beforeAll(async () => void ({ on, company, prescriber, employer } = house = await openHiringHouse()), 120_000);
  afterAll(() => house?.close());

  const hired = async (name: string, input: object = { startsOn }): Promise<Id> => {
    const id = await on.apply(prescriber, await on.candidate(prescriber, name), company);
    const { accept } = await employer.get(ACCEPT, { id, input, command: newId() });
    expect(accept.actions).toEqual(expect.arrayContaining(['cancelHire']));
    return id;
  };
  const seen = async (who: Member, id: Id): Promise<Shown> => (await who.get(APPLICATION, { id })).application;
  const change = (who: Member, id: Id, input: object, command = newId()) => who.ask(CHANGE, { id, input, command });

  it('takes its PASS with it, and both stories tell it [emplois/ACP-11] [emplois/PASS-11]', async () => {
    const id = await hired('Reportée');
    expect((await seen(employer, id)).actions).toContain('changeHireDates');
    const [later, command] = [addDays(today, 20), newId()];
    const { data } = await change(employer, id, { startsOn: later, endsOn: addDays(later, 90) }, command);
    expect(data.changeHireDates).toMatchObject({ startsOn: later, endsOn: addDays(later, 90), behind: false, pass: { start: later, end: addDays(later, 729) } });
    expect(data.changeHireDates.timeline.at(-1)).toEqual({ label: 'Dates du contrat modifiées', by: 'Ana Essai-accueil' });
    // Sent twice, it is one decision.
    await change(employer, id, { startsOn: later, endsOn: addDays(later, 90) }, command);
    expect((await seen(prescriber, id)).timeline.filter(({ label }: Shown) => label === 'Dates du contrat modifiées')).toHaveLength(1);
    await on.settled();
    const { hireHistory } = await employer.get(HISTORY, { id });
    expect(hireHistory.entries.map(({ label }: Shown) => label)).toEqual(expect.arrayContaining(['Dates du contrat modifiées avant son début', 'Début du PASS IAE déplacé']));
  });

  it('is refused beside its date when it is too far, and is nobody else’s to change [emplois/ACP-11] [emplois/AUT-6]', async () => {
    const id = await hired('Refusée');
    const { errors } = await change(employer, id, { startsOn: addDays(today, 31) });
    expect(errors![0]!.extensions).toMatchObject({ code: 'hiring/put-off-too-far', fields: [{ field: 'startsOn' }] });
    const neighbour = await on.member('voisin', 'company', await on.company('EI', 'Chantier Fictif'));
    expect((await change(neighbour, id, { startsOn: today })).errors![0]!.extensions.code).toBe('hiring/unknown-application');
    expect((await change(prescriber, id, { startsOn: today })).errors).toHaveLength(1);
    expect((await seen(prescriber, id)).actions).toEqual([]);
    expect(await seen(employer, id)).toMatchObject({ startsOn, pass: { start: startsOn } });
  });

  it('no longer changes once it has begun [emplois/ACP-11]', async () => {
    const id = await hired('Commencée', { startsOn: today });
    expect((await seen(employer, id)).actions).not.toContain('changeHireDates');
    const { errors } = await change(employer, id, { startsOn: addDays(today, 2) });
    expect(errors![0]!.message).toContain('a commencé');
  });

  it('takes its PASS with it after a crash between the two streams [emplois/ACP-11]', async () => {
    const id = await hired('Interrompue');
    const { end } = (await seen(employer, id)).pass;
    const later = addDays(today, 12);
    const actor = { id: employer.accountId, role: 'employer', organisation: company, organisationKind: 'ACI', authorised: false, department: null } as const;
    const command = { do: 'changeHireDates', startsOn: later, endsOn: null, pass: { start: startsOn, end }, actor, today } as const;
    await on.service(EmployerDesk).decide(id, command, { command: newId(), actor });
    await on.settled();
    expect(await seen(employer, id)).toMatchObject({ startsOn: later, pass: { start: later, end: addDays(later, 729) } });
  });
});
