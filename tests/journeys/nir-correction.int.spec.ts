import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dayOf, newId } from '#kernel';
import { type HiringHouse, openHiringHouse } from './hiring-house.js';
import type { Member } from './stage.js';

const FILE = 'query ($id: ID!) { candidate(id: $id) { nir } }';
const ASK = 'mutation ($candidateId: ID!, $nir: String!, $justification: String!, $command: ID!) { requestNirCorrection(candidateId: $candidateId, nir: $nir, justification: $justification, command: $command) { state stateLabel } }';
const LAST = 'query ($candidateId: ID!) { lastNirCorrection(candidateId: $candidateId) { state stateLabel handledOn explanation } }';
const LIST = 'query ($state: String) { nirCorrections(state: $state) { total items { id state requestedBy organisation handledOn handledBy candidate { id displayName } } } }';
const OPEN = 'query ($id: ID!) { nirCorrection(id: $id) { state currentNir wantedNir justification explanation behind } }';
const ACCEPT = 'mutation ($id: ID!, $command: ID!) { acceptNirCorrection(id: $id, command: $command) { state wantedNir handledBy behind } }';
const REFUSE = 'mutation ($id: ID!, $explanation: String!, $command: ID!) { refuseNirCorrection(id: $id, explanation: $explanation, command: $command) { state explanation } }';
const justification = 'Deux chiffres ont été intervertis à la saisie.';

/** Born in May 1990 too, in another commune that does not exist. */
const another = (n: number): string => {
  const number = `2900530005${String(n).padStart(3, '0')}`;
  return number + String(97 - Number(BigInt(number) % 97n)).padStart(2, '0');
};

describe('correcting a social security number', () => {
  let house: HiringHouse;
  let staff: Member;
  let orienter: Member;

  beforeAll(async () => {
    house = await openHiringHouse();
    staff = await house.on.staff();
    orienter = await house.on.member('orienteur', 'prescriber', await house.on.prescriber('Association Fictive', false));
  }, 120_000);
  afterAll(() => house?.close());

  const candidate = (name: string) => house.on.candidate(house.prescriber, name);
  const ask = (who: Member, candidateId: string, nir: string, words = justification) => who.ask(ASK, { candidateId, nir, justification: words, command: newId() });
  const waiting = async (candidateId: string) => (await staff.get(LIST)).nirCorrections.items.find((each: { candidate: { id: string } }) => each.candidate.id === candidateId);

  it('is asked by a prescriber, read and accepted by the team: the file has the other number [emplois/CAN-27]', async () => {
    const id = await candidate('Acorriger');
    const { nir: before } = (await house.prescriber.get(FILE, { id })).candidate;
    expect((await house.prescriber.get(LAST, { candidateId: id })).lastNirCorrection).toBeNull();
    expect((await ask(house.prescriber, id, another(1))).data.requestNirCorrection).toEqual({ state: 'pending', stateLabel: 'En attente' });
    expect((await house.employer.get(LAST, { candidateId: id })).lastNirCorrection.state).toBe('pending');
    await house.on.settled();
    const line = await waiting(id);
    expect(line).toMatchObject({ state: 'pending', requestedBy: 'Ana Essai-envoi', organisation: 'Agence Fictive', candidate: { displayName: 'ACORRIGER Prune' } });
    expect((await staff.get(OPEN, { id: line.id })).nirCorrection).toMatchObject({ currentNir: before, wantedNir: another(1), justification, behind: false });
    const { acceptNirCorrection } = await staff.get(ACCEPT, { id: line.id, command: newId() });
    expect(acceptNirCorrection).toEqual({ state: 'accepted', wantedNir: another(1), handledBy: 'Ana Essai-equipe', behind: false });
    expect((await house.prescriber.get(FILE, { id })).candidate.nir).toBe(another(1));
    expect(await waiting(id)).toBeUndefined();
    const handled = (await staff.get(LIST, { state: 'handled' })).nirCorrections.items;
    expect(handled).toContainEqual(expect.objectContaining({ id: line.id, state: 'accepted', handledOn: dayOf(Date.now()) }));
  });

  it('asked by the person, is refused with words that they read; every opening is shown to them [emplois/CAN-27]', async () => {
    const id = await candidate('Elleseule');
    const herself = await house.on.signedInCandidate(house.prescriber, id);
    expect((await ask(herself, id, another(2))).errors).toBeUndefined();
    expect((await ask(herself, await candidate('Uneautre'), another(3))).errors![0]!.extensions.code).toBe('identity/candidate-unknown');
    await house.on.settled();
    const { id: request, requestedBy } = await waiting(id);
    expect(requestedBy).toBe('La personne elle-même');
    await staff.get(OPEN, { id: request });
    const silent = (await staff.ask(REFUSE, { id: request, explanation: ' ', command: newId() })).errors![0]!;
    expect(silent.extensions.fields).toEqual([{ field: 'explanation', code: 'identity/nir-correction-explanation', message: expect.stringContaining('motif') }]);
    await staff.get(REFUSE, { id: request, explanation: 'Le numéro enregistré est celui de votre carte.', command: newId() });
    expect((await herself.get(LAST, { candidateId: id })).lastNirCorrection).toEqual({
      ...{ state: 'refused', stateLabel: 'Refusée', handledOn: dayOf(Date.now()), explanation: 'Le numéro enregistré est celui de votre carte.' },
    });
    const read = (await herself.get('{ accessLog { items { by purpose } } }')).accessLog.items;
    expect(read).toContainEqual({ by: 'Ana Essai-equipe', purpose: 'nir-correction' });
  });

  it('says beside each field what is wrong, and that a request is pending already [emplois/CAN-27]', async () => {
    const id = await candidate('Malsaisie');
    const wrong = (await ask(house.prescriber, id, '290053000400100', 'Court.')).errors![0]!;
    expect(wrong.extensions.fields.map(({ field }: { field: string }) => field)).toEqual(['nir', 'justification']);
    expect((await ask(house.prescriber, id, another(1))).errors![0]!.extensions.fields).toEqual([{ field: 'nir', code: 'identity/nir-taken', message: expect.any(String) }]);
    await ask(house.prescriber, id, another(4));
    const second = (await ask(house.employer, id, another(5))).errors![0]!;
    expect(second.extensions.code).toBe('identity/nir-correction-pending');
    expect(second.message).toContain('déjà en attente');
  });

  it('is not for whoever may not write in the file, and is answered by the team alone [emplois/CAN-27]', async () => {
    const id = await candidate('Gardee');
    expect((await ask(orienter, id, another(6))).errors![0]!.extensions.code).toBe('identity/not-your-candidate');
    expect((await ask(staff, id, another(6))).errors).toHaveLength(1);
    await ask(house.prescriber, id, another(6));
    expect((await orienter.get(LAST, { candidateId: id })).lastNirCorrection).toBeNull();
    await house.on.settled();
    const { id: request } = await waiting(id);
    for (const who of [house.prescriber, house.employer, orienter])
      for (const [operation, more] of [[LIST, {}], [OPEN, {}], [ACCEPT, {}], [REFUSE, { explanation: 'Non.' }]] as const)
        expect((await who.ask(operation, { id: request, command: newId(), ...more })).errors).toHaveLength(1);
    expect((await waiting(id)).state).toBe('pending');
  });
});
