import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { addDays, dayOf, type Id, newId } from '#kernel';
import { wordsOf } from '../support/pdf-words.js';
import { type HiringHouse, openHiringHouse } from './hiring-house.js';
import type { Member } from './stage.js';

const ACCEPT = 'mutation ($id: ID!, $input: AcceptInput!, $command: ID!) { accept(id: $id, input: $input, command: $command) { attestation pass { displayNumber remaining } } }';
const CANCEL = 'mutation ($id: ID!, $command: ID!) { cancelHire(id: $id, command: $command) { attestation } }';
const short = (day: string) => day.split('-').reverse().join('/');

describe('what a company keeps of a hire', () => {
  let house: HiringHouse;
  let app: NestFastifyApplication;
  let on: HiringHouse['on'];
  let company: Id;
  let prescriber: Member;
  let employer: Member;
  const startsOn = addDays(dayOf(Date.now()), 3);

  beforeAll(async () => void ({ app, on, company, prescriber, employer } = house = await openHiringHouse()), 120_000);
  afterAll(() => house?.close());

  const print = (who: Member | null, id: Id) => app.inject({ method: 'GET', url: `/api/hires/${id}/attestation.pdf`, headers: who ? { cookie: who.cookie } : {} });
  const hired = async (name: string) => {
    const candidateId = await on.candidate(prescriber, name);
    const id = await on.apply(prescriber, candidateId, company);
    const { accept } = await employer.get(ACCEPT, { id, input: { startsOn }, command: newId() });
    return { candidateId, id, accept };
  };

  it('prints the attestation of the PASS, for itself: number, dates, remainder, beneficiary, author and organisation of the diagnosis [emplois/PASS-22]', async () => {
    const { id, candidateId, accept } = await hired('Attestée');
    expect(accept.attestation).toBe(`/api/hires/${id}/attestation.pdf`);
    const answer = await print(employer, id);
    expect(answer.headers).toMatchObject({ 'content-type': 'application/pdf', 'cache-control': 'private, no-store', 'content-disposition': expect.not.stringMatching(/Attest[ée]e/i) });
    const words = wordsOf(answer.rawPayload);
    for (const said of [accept.pass.displayNumber, short(startsOn), short(addDays(startsOn, 729)), '730 jours', 'ATTESTÉE', 'Ana Essai-envoi', 'Agence Fictive', 'Les Jardins Fictifs'])
      expect(words.replaceAll('\u00a0', ' ')).toContain(said);

    const person = await on.signedInCandidate(prescriber, candidateId);
    const { accessLog } = await person.get('{ accessLog { items { purposeLabel organisation } } }');
    expect(JSON.stringify(accessLog)).toContain('Attestation de votre PASS IAE');
    expect((await print(person, id)).statusCode).toBeGreaterThanOrEqual(403);
  });

  it('names the advisor who follows it, recorded beside whoever clicked [emplois/ACP-9]', async () => {
    const colleague = await on.member('conseil', 'company', company);
    const stranger = await on.member('ailleurs', 'company', await on.company('AI', 'Les Services Inventés'));
    const id = await on.apply(prescriber, await on.candidate(prescriber, 'Suivie'), company);
    const offered = 'query ($id: ID!) { application(id: $id) { advisors { id name } } }';
    expect((await employer.get(offered, { id })).application.advisors).toContainEqual({ id: colleague.accountId, name: 'Ana Essai-conseil' });
    expect((await prescriber.get(offered, { id })).application.advisors).toEqual([]);
    const refused = (await employer.ask(ACCEPT, { id, input: { startsOn, advisor: stranger.accountId }, command: newId() })).errors![0]!;
    expect(refused.extensions.fields).toMatchObject([{ field: 'advisor', code: 'hiring/advisor-not-a-member' }]);
    await employer.get(ACCEPT, { id, input: { startsOn, advisor: colleague.accountId }, command: newId() });
    const { application } = await prescriber.get('query ($id: ID!) { application(id: $id) { advisor timeline { type by } } }', { id });
    expect(application).toMatchObject({ advisor: 'Ana Essai-conseil' });
    expect(application.timeline.at(-1)).toEqual({ type: 'hiring.ApplicationAccepted', by: 'Ana Essai-accueil' });
  });

  it('has no attestation for anybody else, nor after the hire is cancelled [emplois/PASS-22]', async () => {
    const { id } = await hired('Gardée');
    const other = await on.member('voisin', 'company', await on.company('EI', 'Les Ateliers Inventés'));
    expect((await print(other, id)).statusCode).toBe(404);
    expect((await print(employer, newId())).statusCode).toBe(404);
    expect((await print(employer, 'x' as Id)).statusCode).toBe(404);
    for (const who of [prescriber, await on.staff(), null]) expect([401, 403, 404]).toContain((await print(who, id)).statusCode);
    expect((await print(employer, id)).statusCode).toBe(200);
    expect((await employer.get(CANCEL, { id, command: newId() })).cancelHire.attestation).toBeNull();
    expect((await print(employer, id)).statusCode).toBe(404);
  });

  it('has an attestation in inclusion companies only: another kind has none, even when the person has a PASS [emplois/PASS-22]', async () => {
    const { candidateId } = await hired('Partagée');
    const opcs = await on.company('OPCS', 'La Clause Fictive');
    const itsEmployer = await on.member('clause', 'company', opcs);
    const id = await on.apply(prescriber, candidateId, opcs, { criteria: null });
    const { accept } = await itsEmployer.get(ACCEPT, { id, input: { startsOn }, command: newId() });
    expect(accept.attestation).toBeNull();
    expect((await print(itsEmployer, id)).statusCode).toBe(404);
  });
});
