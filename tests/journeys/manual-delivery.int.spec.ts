import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { addDays, dayOf, type Id, newId, Streams } from '#kernel';
import { createApp } from '../../apps/platform/src/app.js';
import { readConfig } from '../../apps/platform/src/config.js';
import { DeliveryProcess } from '../../libs/hiring/src/application/delivery-process.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { type Member, type Shown, stage } from './stage.js';

const APPLICATION = `query ($id: ID!) { application(id: $id) { status passDelivery passDeliveryLabel passDeliveryExplanation pass { number start end } timeline { type label by } } }`;
const WAITING = '{ passesToDeliver { total items { identified identity application { id candidate { id displayName } } } } }';
const DELIVER = 'mutation ($id: ID!, $command: ID!) { deliverPass(id: $id, command: $command) { passDelivery pass { number start end } } }';
const REFUSE = 'mutation ($id: ID!, $explanation: String!, $command: ID!) { refusePassDelivery(id: $id, explanation: $explanation, command: $command) { passDelivery } }';
const ACCEPT = 'mutation ($id: ID!, $input: AcceptInput!, $command: ID!) { accept(id: $id, input: $input, command: $command) { passDelivery pass { number } } }';
const UPDATE = 'mutation ($id: ID!, $input: CandidateInput!, $command: ID!) { updateCandidate(id: $id, input: $input, command: $command) { id } }';

describe('the PASS of a person nothing identifies', () => {
  let database: FreshDatabase;
  let app: NestFastifyApplication;
  let on: ReturnType<typeof stage>;
  let company: Id;
  let prescriber: Member;
  let orienter: Member;
  let employer: Member;
  let staff: Member;
  const startsOn = addDays(dayOf(Date.now()), 3);

  beforeAll(async () => {
    database = await freshDatabase();
    const variables = { DATABASE_URL: database.url, MASTER_KEY: Buffer.alloc(32, 7).toString('base64'), LOG_LEVEL: 'silent', NODE_ENV: 'test' };
    app = await createApp(readConfig(variables));
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    on = stage(app);
    company = await on.company('ACI', 'Les Jardins Fictifs');
    prescriber = await on.member('envoi', 'prescriber', await on.prescriber('Agence Fictive', true));
    orienter = await on.member('orienteur', 'prescriber', await on.prescriber('Association Fictive', false));
    employer = await on.member('accueil', 'company', company);
    staff = await on.staff();
  }, 120_000);
  afterAll(async () => {
    await app?.close();
    await database?.drop();
  });

  /** Hired without a NIR, the France Travail id forgotten. */
  const hired = async (name: string, sender = prescriber, criteria: readonly string[] | null = ['TH', 'QPV']) => {
    const candidateId = await on.candidate(prescriber, name, { nir: null, nirReason: 'NO_NIR' });
    const id = await on.apply(sender, candidateId, company, { criteria });
    const input = { startsOn, ...(criteria ? {} : { criteria: ['RSA'] }) };
    const { accept } = await employer.get(ACCEPT, { id, input, command: newId() });
    expect(accept).toEqual({ passDelivery: 'pending', pass: null });
    return { id, candidateId };
  };
  const seen = async (who: Member, id: Id): Promise<Shown> => (await who.get(APPLICATION, { id })).application;
  const waiting = async (id: Id): Promise<Shown> => (await staff.get(WAITING)).passesToDeliver.items.find((each: Shown) => each.application.id === id);
  /** The rule « personne identifiée », as the accept page shows it. */
  const explained = async (candidateId: Id): Promise<Shown> =>
    (await employer.get('query ($candidateId: ID!, $companyId: ID!) { eligibility(candidateId: $candidateId, companyId: $companyId) { checks { rule met enough } } }', { candidateId, companyId: company })).eligibility.checks.find(
      ({ rule }: { rule: string }) => rule === 'emplois/ACP-1',
    );
  const eventsOf = async (stream: string) => (await on.service(Streams).events(stream)).map(({ type }) => type);

  it('is shown as being checked, delivered by staff from the start of the contract for 730 days, and told to all [emplois/ACP-10] [emplois/PASS-4]', async () => {
    const { id, candidateId } = await hired('Sansnumero');
    for (const who of [employer, prescriber]) expect(await seen(who, id)).toMatchObject({ passDelivery: 'pending', passDeliveryLabel: 'PASS IAE en cours de vérification' });
    expect(await waiting(id)).toMatchObject({ identified: false, application: { candidate: { displayName: expect.stringContaining('SANSNUMERO') } } });

    const command = newId();
    const { deliverPass } = await staff.get(DELIVER, { id, command });
    expect(deliverPass).toEqual({ passDelivery: 'delivered', pass: { number: expect.stringMatching(/^XXXXX\d{7}$/), start: startsOn, end: addDays(startsOn, 729) } });
    expect((await staff.get(DELIVER, { id, command })).deliverPass).toEqual(deliverPass);
    expect(await eventsOf(`pass-${candidateId}`)).toEqual(['approvals.PassGranted', 'approvals.HireCovered']);
    expect(await waiting(id)).toBeUndefined();
    for (const who of [employer, prescriber]) {
      const shown = await seen(who, id);
      expect(shown).toMatchObject({ status: 'accepted', passDelivery: 'delivered', pass: deliverPass.pass });
      expect(shown.timeline.at(-1)).toMatchObject({ label: 'PASS IAE délivré après vérification', by: 'Ana Essai-equipe' });
    }
    const again = (await staff.ask(REFUSE, { id, explanation: 'Trop tard.', command: newId() })).errors![0]!;
    expect(again.extensions.code).toBe('hiring/no-pass-to-deliver');
  });

  it('is refused by staff with a reason that all read, for ever, and the hire stays [emplois/ACP-10]', async () => {
    const { id, candidateId } = await hired('Refusee');
    const silent = (await staff.ask(REFUSE, { id, explanation: '  ', command: newId() })).errors![0]!;
    expect(silent.extensions.fields).toEqual([{ field: 'explanation', code: 'hiring/explanation-required', message: expect.stringContaining('motif') }]);
    await staff.get(REFUSE, { id, explanation: 'Pièce d’identité non fournie.', command: newId() });
    for (const who of [employer, prescriber])
      expect(await seen(who, id)).toMatchObject({ status: 'accepted', passDelivery: 'refused', passDeliveryExplanation: 'Pièce d’identité non fournie.', pass: null });
    expect((await staff.ask(DELIVER, { id, command: newId() })).errors![0]!.extensions.code).toBe('hiring/no-pass-to-deliver');
    expect(await eventsOf(`pass-${candidateId}`)).toEqual([]);
    expect(JSON.stringify(await on.service(Streams).events(`application-${id}`))).not.toContain('identité');
  });

  it('says that the person is identified once a number is added to the file [emplois/ACP-1]', async () => {
    const { id, candidateId } = await hired('Completee');
    expect(await explained(candidateId)).toMatchObject({ met: false, enough: expect.stringContaining('attendra une vérification') });
    expect((await waiting(id)).identified).toBe(false);
    const input = { title: 'MME', firstName: 'Prune', lastName: 'Completee', birthDate: '1990-05-20', nirReason: 'NO_NIR', franceTravailId: '12345678901' };
    const place = { email: 'prune.completee@courriel.test', phone: '06 00 00 00 00', address: '1 rue de l’Essai', postCode: '30000', insee: '30189', city: 'Nîmes' };
    await prescriber.get(UPDATE, { id: candidateId, input: { ...input, ...place }, command: newId() });
    expect(await explained(candidateId)).toMatchObject({ met: true });
    expect(await waiting(id)).toMatchObject({ identified: true, identity: expect.stringContaining('Identifiant France Travail') });
    expect((await staff.get(DELIVER, { id, command: newId() })).deliverPass.passDelivery).toBe('delivered');
  });

  it('is for staff alone, and an orienter learns nothing of it [emplois/ACP-10]', async () => {
    const { id } = await hired('Orientee', orienter, null);
    expect(await seen(orienter, id)).toMatchObject({ status: 'accepted', passDelivery: null, passDeliveryLabel: null });
    for (const who of [employer, prescriber, orienter]) {
      expect((await who.ask(WAITING)).errors).toHaveLength(1);
      expect((await who.ask(DELIVER, { id, command: newId() })).errors).toHaveLength(1);
      expect((await who.ask(REFUSE, { id, explanation: 'Non.', command: newId() })).errors).toHaveLength(1);
    }
    expect((await seen(employer, id)).passDelivery).toBe('pending');
  });

  it('is finished by the platform, in the name of staff, when the process dies after the person’s decision', async () => {
    const { id, candidateId } = await hired('Interrompue');
    const process = on.service(DeliveryProcess) as unknown as { streams: Streams };
    const whole = process.streams;
    process.streams = { handle: () => Promise.reject(new Error('the process died here')) } as unknown as Streams;
    expect((await staff.ask(DELIVER, { id, command: newId() })).errors).toHaveLength(1);
    process.streams = whole;
    await on.settled();
    expect(await eventsOf(`pass-${candidateId}`)).toEqual(['approvals.PassGranted', 'approvals.HireCovered']);
    expect(await seen(employer, id)).toMatchObject({ passDelivery: 'delivered', pass: { start: startsOn } });
    expect((await seen(employer, id)).timeline.at(-1)).toMatchObject({ by: 'Ana Essai-equipe' });
  });

  it('delivered twice at once is one PASS, and the other click is told so [emplois/PASS-5]', async () => {
    const { id, candidateId } = await hired('Double');
    const answers = await Promise.all([newId(), newId()].map((command) => staff.ask(DELIVER, { id, command })));
    expect(answers.filter(({ errors }) => !errors).length).toBeGreaterThanOrEqual(1);
    await on.settled();
    expect(await eventsOf(`pass-${candidateId}`)).toEqual(['approvals.PassGranted', 'approvals.HireCovered']);
    expect((await seen(employer, id)).passDelivery).toBe('delivered');
  });
});
