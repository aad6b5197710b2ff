import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, dayOf, type Id, newId, Streams } from '#kernel';
import { applicationIdOf } from '#hiring';
import { type HiringHouse, openHiringHouse } from './hiring-house.js';
import type { Member, Shown } from './stage.js';

const DECLARE = `mutation ($candidateId: ID!, $input: AcceptInput!, $command: ID!) { declareHire(candidateId: $candidateId, input: $input, command: $command) {
  id status behind sender { kind label organisation } startsOn pass { number start end } diagnosis { author } timeline { label } } }`;
const EARLIER = 'query ($candidateId: ID!) { hireDeclaration(candidateId: $candidateId) { acceptInstead advisors { name } earlier { id status } } }';
const RECEIVED = 'query ($candidateId: ID!) { applications(filter: { candidateId: $candidateId }) { total items { id status } } }';

describe('a hire the company declares itself', () => {
  let house: HiringHouse;
  let on: HiringHouse['on'];
  let company: Id;
  let prescriber: Member;
  let employer: Member;
  const today = dayOf(Date.now());

  beforeAll(async () => void ({ on, company, prescriber, employer } = house = await openHiringHouse()), 120_000);
  afterAll(() => house?.close());

  const declare = (who: Member, candidateId: Id, input: object = {}, command = newId()) => who.ask(DECLARE, { candidateId, input: { startsOn: today, criteria: ['RSA'], ...input }, command });
  const codeOf = async (answer: ReturnType<typeof declare>) => (await answer).errors?.[0]?.extensions.code as unknown;
  const received = async (candidateId: Id): Promise<Shown> => (await employer.get(RECEIVED, { candidateId })).applications;

  it('is sent by the company to itself, studied and accepted in one gesture, on its own diagnosis [emplois/JA-11]', async () => {
    const candidateId = await on.candidate(employer, 'Déclarée');
    const command = newId();
    const { data, errors } = await declare(employer, candidateId, {}, command);
    expect(errors).toBeUndefined();
    expect(data.declareHire).toMatchObject({
      ...{ status: 'accepted', behind: false, sender: { kind: 'self', label: 'Employeur', organisation: 'Les Jardins Fictifs' }, startsOn: today },
      ...{ pass: { start: today, end: addDays(today, 729) }, diagnosis: { author: 'employer' } },
    });
    expect(data.declareHire.timeline.map(({ label }: Shown) => label)).toEqual(['Candidature envoyée', 'Candidature mise à l’étude', 'Candidature acceptée']);
    // The same form sent again is the same hire.
    expect((await declare(employer, candidateId, {}, command)).data.declareHire.id).toBe(data.declareHire.id);
    expect((await received(candidateId)).total).toBe(1);
    const [sent, , , accepted] = await on.service(Streams).events(`application-${data.declareHire.id}`);
    expect(sent!.data).toMatchObject({ sender: 'self', senderOrganisation: company, senderOrganisationKind: 'ACI' });
    expect(accepted!.data).toMatchObject({ sender: 'self', selfPrescription: true });
  });

  it('and its PASS keep where they come from: the company’s SIRET and kind, who sent, and for a prescriber of what kind [emplois/PASS-7]', async () => {
    const originOf = async (candidateId: Id) => (await on.service(Streams).events(`pass-${candidateId}`)).find(({ type }) => type === 'approvals.PassGranted')!.data;
    const siret = expect.stringMatching(/^\d{14}$/) as unknown;
    const declared = await on.candidate(employer, 'Origine');
    expect(await codeOf(declare(employer, declared))).toBeUndefined();
    expect(await originOf(declared)).toMatchObject({ companyKind: 'ACI', origin: { siret, sender: 'self', prescriberKind: null } });
    const sent = await on.candidate(prescriber, 'Prescrite');
    const id = await on.apply(prescriber, sent, company);
    await employer.get('mutation ($id: ID!, $input: AcceptInput!, $command: ID!) { accept(id: $id, input: $input, command: $command) { id } }', { id, input: { startsOn: today }, command: newId() });
    expect(await originOf(sent)).toMatchObject({ companyKind: 'ACI', origin: { siret, sender: 'prescriber', prescriberKind: 'FT' } });
  });

  it('leaves nothing behind when it cannot be [emplois/JA-11]', async () => {
    const candidateId = await on.candidate(employer, 'Impossible');
    expect(await codeOf(declare(employer, candidateId, { criteria: null }))).toBe('hiring/not-eligible');
    expect(await codeOf(declare(employer, candidateId, { criteria: ['QPV'] }))).toBe('hiring/not-eligible');
    expect(await codeOf(declare(employer, candidateId, { startsOn: addDays(today, -1) }))).toBe('hiring/starts-in-the-past');
    expect(await codeOf(declare(employer, candidateId, { advisor: prescriber.accountId }))).toBe('hiring/advisor-not-a-member');
    expect(await codeOf(declare(employer, newId()))).toBe('hiring/unknown-candidate');
    expect(await on.service(Streams).events(`application-${applicationIdOf(candidateId, company, 0)}`)).toEqual([]);
    expect(await codeOf(declare(prescriber, candidateId))).toBeDefined();
  });

  it('shows what the person sent before, and is not declared beside an application of the day [emplois/JA-11] [emplois/JA-19]', async () => {
    const candidateId = await on.candidate(prescriber, 'Récente');
    const id = await on.apply(prescriber, candidateId, company);
    await on.settled();
    const { hireDeclaration } = await employer.get(EARLIER, { candidateId });
    expect(hireDeclaration).toEqual({ acceptInstead: id, advisors: [{ name: 'Ana Essai-accueil' }], earlier: [{ id, status: 'new' }] });
    const refused = await declare(employer, candidateId);
    expect(refused.errors![0]!.extensions.code).toBe('hiring/accept-that-one');
    expect((await received(candidateId)).total).toBe(1);
    // What was sent to one company is no news for another.
    const neighbour = await on.member('voisin', 'company', await on.company('EI', 'Chantier Fictif'));
    expect((await neighbour.get(EARLIER, { candidateId })).hireDeclaration).toMatchObject({ acceptInstead: null, earlier: [] });
    expect((await declare(neighbour, candidateId)).data.declareHire.status).toBe('accepted');
  });

  it('closes the person’s pending applications elsewhere, as any hire does', async () => {
    const candidateId = await on.candidate(prescriber, 'Ailleurs');
    const elsewhere = await on.member('autre', 'company', await on.company('AI', 'Association Fictive'));
    const id = await on.apply(prescriber, candidateId, (await elsewhere.get('{ me { current { organisationId } } }')).me.current.organisationId);
    expect(await codeOf(declare(employer, candidateId, { criteria: null }))).toBeUndefined();
    await on.settled();
    expect((await elsewhere.get('query ($id: ID!) { application(id: $id) { status } }', { id })).application.status).toBe('obsolete');
  });
});
