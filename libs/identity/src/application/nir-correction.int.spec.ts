import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, type Id, Refusal, startOf } from '#kernel';
import { OrganisationsQueries } from '#organisations';
import { actors, commandBy, testApp, type TestApp } from '#testing';
import { nirKey } from '../domain/nir.js';
import { IdentityModule } from '../identity.module.js';
import { NirCorrectionLists } from '../projections/nir-correction-lists.js';
import { NirCorrections } from '../projections/nir-corrections.js';
import { Vault } from '../vault/vault.js';
import { AskNirCorrection } from './ask-nir-correction.js';
import { Candidates } from './candidates.js';
import { ErasePerson } from './erase-person.js';
import { HandleNirCorrection } from './handle-nir-correction.js';

const noOrganisations: OrganisationsQueries = {
  memberships: async () => [],
  organisations: async () => new Map(),
  company: async () => null,
  jobs: async () => new Map(),
  members: async () => [],
  sameJob: async () => null,
};
const [prescriber, staff] = [actors.prescriber(), actors.staff()];
const justification = 'Deux chiffres ont été intervertis.';
let serial = 0;
const nextNir = () => {
  const thirteen = `2900530004${String(++serial).padStart(3, '0')}`;
  return thirteen + nirKey(thirteen);
};
const codeOf = (work: Promise<unknown>) => work.then(() => null, (error: unknown) => (error instanceof Refusal ? error.code : String(error)));

let app: TestApp;
const register = async (nir = nextNir()): Promise<Id> => {
  const input = { title: 'MME', firstName: 'Prune', lastName: 'Fictive', birthDate: '1990-05-20', nir, franceTravailReason: 'FORGOTTEN' };
  const place = { address: '1 rue de l’Essai', postCode: '30000', insee: '30189' };
  return (await app.get(Candidates).register({ ...input, ...place }, true, commandBy(prescriber))).candidateId;
};
/** Asked for a person just registered; `to` is the number wanted. */
const asked = async (command = commandBy(prescriber)) => {
  const [from, to] = [nextNir(), nextNir()];
  const candidateId = await register(from);
  const receipt = await app.get(AskNirCorrection).ask(candidateId, { nir: to, justification }, command);
  const { requestId } = receipt.entries[0]!.events[0]!.data as { readonly requestId: Id };
  await app.settled();
  return { candidateId, requestId, from, to };
};
const nirOf = async (candidateId: Id) => (await app.get(Vault).read(candidateId))?.document.nir;
const opened = async (requestId: Id) => app.get(NirCorrections).open((await app.get(NirCorrectionLists).one(requestId))!, staff);
const textsOf = (candidateId: Id) => app.database.rows(`select kind from identity.free_text where person = $1`, [candidateId]);
const accept = (request: { candidateId: Id; requestId: Id }, context = commandBy(staff)) => app.get(HandleNirCorrection).accept(request, context);

beforeAll(async () => {
  const neighbours = { module: class Neighbours {}, global: true, providers: [{ provide: OrganisationsQueries, useValue: noOrganisations }], exports: [OrganisationsQueries] };
  app = await testApp({ modules: [neighbours, IdentityModule] });
}, 60_000);
afterAll(() => app?.close());

describe('A number corrected on request', () => {
  it('replaces the one on file, which is free for somebody else, once however often it is sent [emplois/CAN-27] [emplois/CAN-6]', async () => {
    const [command, request] = [commandBy(staff), await asked()];
    const before = await accept(request, command);
    expect(before.entries.flatMap(({ events }) => events.map(({ type }) => type))).toEqual(['identity.CandidateChanged', 'identity.NirCorrectionAccepted']);
    await accept(request, command);
    expect(await nirOf(request.candidateId)).toBe(request.to);
    expect(await app.get(Vault).find('nir', request.to)).toEqual([request.candidateId]);
    expect(await app.get(Vault).find('nir', request.from)).toEqual([]);
    await register(request.from);
    expect(await app.streams.revision(`nir-correction-${request.candidateId}`)).toBe(1);
    expect(await codeOf(app.get(HandleNirCorrection).refuse(request, 'Trop tard.', commandBy(staff)))).toBe('identity/nir-correction-handled');
  });

  it('stays pending when the number went to somebody else in between, and the refusal says so [emplois/CAN-27] [emplois/CAN-6]', async () => {
    const request = await asked();
    await register(request.to);
    expect(await codeOf(accept(request))).toBe('identity/nir-correction-taken');
    expect(await nirOf(request.candidateId)).toBe(request.from);
    await app.settled();
    expect((await opened(request.requestId)).state).toBe('pending');
  });

  it('is accepted again after a crash between the file and the request, and cannot be refused then', async () => {
    const request = await asked();
    await app.get(Candidates).correctNir(request.candidateId, request.to, commandBy(staff));
    expect(await codeOf(app.get(HandleNirCorrection).refuse(request, 'Non.', commandBy(staff)))).toBe('identity/nir-correction-applied');
    await accept(request);
    await app.settled();
    expect(await opened(request.requestId)).toMatchObject({ state: 'accepted', handledOn: '2026-03-10', wantedNir: request.to });
  });

  it('is either accepted or refused when two people answer at once, and the file agrees with the answer [emplois/CAN-27]', async () => {
    const request = await asked();
    const answers = await Promise.all([codeOf(accept(request)), codeOf(app.get(HandleNirCorrection).refuse(request, 'Non.', commandBy(actors.staff('other'))))]);
    expect(answers.toSorted()).toEqual(['identity/nir-correction-handled', null].toSorted());
    await app.settled();
    const { state } = await opened(request.requestId);
    expect(await nirOf(request.candidateId)).toBe(state === 'accepted' ? request.to : request.from);
  });

  it('asked twice at once is one request, whose words alone are kept [emplois/CAN-27]', async () => {
    const candidateId = await register();
    const ask = () => codeOf(app.get(AskNirCorrection).ask(candidateId, { nir: nextNir(), justification }, commandBy(prescriber)));
    expect((await Promise.all([ask(), ask()])).filter((code) => code === 'identity/nir-correction-pending')).toHaveLength(1);
    expect(await textsOf(candidateId)).toHaveLength(2);
  });

  it('is not asked for with the number of somebody else [emplois/CAN-27]', async () => {
    const [candidateId, theirs] = [await register(), nextNir()];
    await register(theirs);
    expect(await codeOf(app.get(AskNirCorrection).ask(candidateId, { nir: theirs, justification }, commandBy(prescriber)))).toBe('input/invalid');
    expect(await textsOf(candidateId)).toHaveLength(0);
  });
});

describe('What a request holds', () => {
  it('is nowhere in the log, and in clear nowhere', async () => {
    const { to } = await asked();
    let log = '';
    for await (const page of app.store.pages(null, 1000)) log += page.map(({ data }) => data).join('\n');
    expect(log).toContain('numbersId');
    expect(log).not.toMatch(new RegExp(`${to}|intervertis`));
    const texts = await app.database.rows(`select 1 from identity.free_text t where t::text like '%' || $1 || '%'`, [Buffer.from('intervertis').toString('hex')]);
    expect(texts).toEqual([]);
  });

  it('is erased with the person, and the request waits for nobody any more [emplois/RGPD-7]', async () => {
    const { candidateId, requestId } = await asked();
    await app.get(ErasePerson).erase(candidateId, 'request', commandBy(staff));
    expect(await textsOf(candidateId)).toEqual([]);
    const { rows } = await app.get(NirCorrectionLists).page('pending', 1);
    expect(rows.map(({ id }) => id)).not.toContain(requestId);
    expect(await codeOf(accept({ candidateId, requestId }))).toBe('identity/candidate-unknown');
  });

  it('is erased 182 days after the answer, the day before it is still there [emplois/CAN-27] [emplois/RGPD-6]', async () => {
    const request = await asked();
    await app.get(HandleNirCorrection).refuse(request, 'Le numéro enregistré est le bon.', commandBy(staff));
    await app.settled();
    const fires = async (day: string) => {
      app.clock.set(startOf(day) + 3_600_000);
      await app.deadlines();
    };
    await fires(addDays('2026-03-10', 181));
    expect(await textsOf(request.candidateId)).toHaveLength(3);
    expect((await app.get(NirCorrections).lastOf(request.candidateId, prescriber))?.explanation).toContain('le bon');
    await fires(addDays('2026-03-10', 182));
    expect(await textsOf(request.candidateId)).toEqual([]);
    expect(await opened(request.requestId)).toMatchObject({ state: 'refused', currentNir: null, wantedNir: null, justification: null, explanation: null });
    expect(await app.get(NirCorrections).lastOf(request.candidateId, prescriber)).toBeNull();
  });
});
