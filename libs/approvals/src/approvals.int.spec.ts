import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, derivedId, type Id, newId, NO_STREAM, SetClock, Streams, SYSTEM } from '#kernel';
import { IdentityQueries } from '#identity';
import { actors, commandBy } from '../../testing/src/actors.js';
import { testApp, type TestApp } from '../../testing/src/app.js';
import { PassTopic } from './api/pass-topic.js';
import { PassesResolver } from './api/passes.resolver.js';
import { ApprovalsModule } from './approvals.module.js';
import { ApprovalsCommands, ApprovalsQueries, type CoverRequest } from './contract.js';
import { pass } from './domain/pass.decider.js';
import { passStream } from './domain/pass.state.js';

const today = '2026-03-10';
const people = { summaries: (of: readonly Id[]) => Promise.resolve(new Map(of.map((id) => [id, { id, displayName: 'Personne Fictive', masked: false, birthDate: null, city: null, hasNir: true }]))) };
const neighbours = { module: class Neighbours {}, global: true, providers: [{ provide: IdentityQueries, useValue: people }], exports: [IdentityQueries] };
const request = (candidate: string, application: string, given: Partial<CoverRequest> = {}): CoverRequest => ({
  candidateId: derivedId('candidate', candidate), applicationId: derivedId('application', application), companyId: derivedId('company', application), companyKind: 'ACI', startsOn: '2026-03-20', today,
  diagnosis: { id: derivedId('diagnosis', candidate), author: 'prescriber', expiresOn: '2026-09-01' }, nir: 'known', franceTravail: 'known', sentByAuthorisedPrescriber: false, ...given,
});

describe.each(['memory', 'postgres'] as const)('the PASS of people, with the log in %s', (store) => {
  let app: TestApp;
  let commands: ApprovalsCommands;
  let queries: ApprovalsQueries;
  let resolver: PassesResolver;
  beforeAll(async () => {
    app = await testApp({ modules: [neighbours, ApprovalsModule], clock: new SetClock('2026-03-10T09:00:00Z'), store });
    [commands, queries, resolver] = [app.get(ApprovalsCommands), app.get(ApprovalsQueries), app.get(PassesResolver)];
    // Policies begin at the head of the log they find: what is written before the worker runs is not theirs.
    await app.settled();
  }, 60_000);
  afterAll(() => app.close());
  const employer = commandBy(actors.employer());
  const cover = (candidate: string, application: string, given: Partial<CoverRequest> = {}, command = newId()) => commands.coverHire(request(candidate, application, given), { ...employer, command });
  const numbers = async () => (await app.streams.events('pass-numbers')).map(({ data }) => (data as { number: string }).number);

  it('64 employers accepting the same person at the same moment give one PASS, and no number is lost [emplois/PASS-5]', async () => {
    const before = await numbers();
    const covers = await Promise.all(Array.from({ length: 64 }, (_, n) => cover('wanted', `wanted ${n}`)));
    const passes = covers.map(({ cover: each }) => (each.kind === 'pass' ? each : null)!);
    expect(new Set(passes.map(({ passId, number }) => `${passId} ${number}`)).size).toBe(1);
    expect(passes.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(await numbers()).toHaveLength(before.length + 1);
  });

  it('many people at once get numbers that follow one another, each once [emplois/PASS-1]', async () => {
    const before = await numbers();
    await Promise.all(Array.from({ length: 40 }, (_, n) => cover(`many ${n}`, `many ${n}`)));
    const after = await numbers();
    expect(after).toHaveLength(before.length + 40);
    expect(after).toEqual(after.map((_, n) => `XXXXX${String(n + 1).padStart(7, '0')}`));
  });

  it('the same command sent twice answers the same, and writes once', async () => {
    const command = newId();
    const first = await cover('twice', 'twice', {}, command);
    const [count, second] = [(await numbers()).length, await cover('twice', 'twice', {}, command)];
    expect(second.cover).toEqual(first.cover);
    expect(await numbers()).toHaveLength(count);
  });

  it('a PASS whose command died before the number is numbered by the platform, once [emplois/PASS-1]', async () => {
    const asked = request('crashed', 'crashed');
    const streams = app.get(Streams);
    const context = commandBy(SYSTEM);
    const count = (await numbers()).length;
    await streams.handle(passStream(asked.candidateId), pass, { do: 'cover', ...asked, passId: newId(), numbersSeen: await streams.revision('pass-numbers') }, context);
    await app.settled();
    expect(await numbers()).toHaveLength(count + 1);
    const found = await queries.latest(asked.candidateId, today);
    expect(found?.number).toBe((await numbers()).at(-1));
    const again = await cover('crashed', 'crashed again');
    expect(again.cover).toMatchObject({ kind: 'pass', number: found?.number, isNew: false });
  });

  it('a hire taken back frees its PASS, whose number is never given again [emplois/CNL-4]', async () => {
    const { cover: first } = await cover('freed', 'freed');
    await commands.withdrawCover({ candidateId: derivedId('candidate', 'freed'), applicationId: derivedId('application', 'freed') }, commandBy(actors.employer()));
    expect(await queries.latest(derivedId('candidate', 'freed'), today)).toBeNull();
    const { cover: second } = await cover('freed', 'freed');
    expect(second).toMatchObject({ kind: 'pass', isNew: true });
    expect((second as { number: string }).number > (first as { number: string }).number).toBe(true);
  });

  it('a command whose cover was taken back since is told so', async () => {
    const command = newId();
    await cover('late', 'late', {}, command);
    await commands.withdrawCover({ candidateId: derivedId('candidate', 'late'), applicationId: derivedId('application', 'late') }, commandBy(actors.employer()));
    await expect(cover('late', 'late', {}, command)).rejects.toThrow('approvals/cover-withdrawn');
  });

  it('a person nothing tells from a namesake waits for staff', async () => {
    expect((await cover('unknown', 'unknown', { nir: 'none', franceTravail: 'forgotten' })).cover).toEqual({ kind: 'manual' });
  });

  it('the waiting period is explained before an application is sent [emplois/PASS-13]', async () => {
    await cover('waiting', 'waiting');
    const ask = (day: string, validPrescriberDiagnosis = false) => queries.waitingPeriod(derivedId('candidate', 'waiting'), { companyKind: 'ACI', sentByAuthorisedPrescriber: false, validPrescriberDiagnosis, today: day });
    expect(await ask('2028-03-18')).toMatchObject({ met: true, inputs: { waitingUntil: null } });
    expect(await ask('2028-03-19')).toMatchObject({ met: false, inputs: { endedOn: '2028-03-18', waitingUntil: '2030-03-18' } });
    expect(await ask('2028-03-19', true)).toMatchObject({ met: true, inputs: { lifted: 'diagnosis' } });
    expect(await ask('2030-03-19')).toMatchObject({ met: true });
  });

  describe('who sees a PASS', () => {
    const candidateId = derivedId('candidate', 'seen');
    const [hirer, other, sender, stranger] = ['hirer', 'other employer', 'sender', 'stranger'].map((name) => derivedId('organisation', name)) as [Id, Id, Id, Id];
    const employerOf = (organisation: Id) => actors.employer('employer', { organisation });
    const see = (actor: Actor) => resolver.pass(candidateId, actor);
    beforeAll(async () => {
      await cover('seen', 'seen', { companyId: hirer });
      for (const [n, companyId] of [hirer, other].entries()) {
        const data = { applicationId: newId(), candidateId, companyId, senderOrganisation: sender, senderId: newId() };
        const meta = { occurred: '2026-03-10T09:00:00.000Z', actor: newId(), organisation: sender, role: 'prescriber' as const, command: newId(), correlation: newId(), causation: null };
        await app.store.append(`application-${n}`, NO_STREAM, [{ id: newId(), type: 'hiring.ApplicationSubmitted', version: 1, data, meta }]);
      }
      await app.settled();
    });

    it('the person, those who hired or were asked to, and the authorised prescriber who applied [emplois/PASS-20]', async () => {
      for (const actor of [actors.candidate('me', { id: candidateId }), employerOf(hirer), employerOf(other), actors.prescriber('p', { organisation: sender }), actors.staff()])
        expect(await see(actor)).toMatchObject({ stateLabel: 'Valide (non démarré)', remainingDays: 730, remaining: '730 jours (jusqu’au 18 mars 2028)', candidate: { displayName: 'Personne Fictive' } });
    });

    it('nobody else: not another person, employer or prescriber, nor an orienter [emplois/PASS-20]', async () => {
      for (const actor of [actors.candidate('another'), employerOf(stranger), actors.prescriber('p', { organisation: stranger }), actors.orienter('o', { organisation: sender }), actors.inspector()])
        expect(await see(actor)).toBeNull();
    });

    it('an employer lists the PASS of its own hires only, by state [emplois/PASS-21]', async () => {
      expect(await resolver.list(null, null, null, null, 1, employerOf(hirer))).toMatchObject({ total: 1, items: [{ displayNumber: expect.stringMatching(/^XXXXX \d\d \d{5}$/) }] });
      expect(await resolver.list('FUTURE', null, null, null, 1, employerOf(hirer))).toMatchObject({ total: 1 });
      for (const state of ['VALID', 'EXPIRED', 'SUSPENDED']) expect(await resolver.list(state, null, null, null, 1, employerOf(hirer))).toMatchObject({ total: 0 });
      expect(await resolver.list(null, null, null, null, 1, employerOf(other))).toMatchObject({ total: 0 });
      expect(await resolver.list(null, null, null, null, 1, actors.prescriber('p', { organisation: sender }))).toMatchObject({ total: 1 });
      expect(await resolver.list(null, null, null, null, 1, actors.prescriber('p', { organisation: stranger }))).toMatchObject({ total: 0 });
    });

    it('the same people hear that it changed, and nobody else', async () => {
      const hears = (actor: Actor | null) => app.get(PassTopic).allows(actor, `pass:${candidateId}`);
      expect(await hears(employerOf(hirer))).toBe(true);
      expect(await hears(employerOf(stranger))).toBe(false);
      expect(await hears(null)).toBe(false);
    });

    it('lists agree with the stream', async () => {
      const listed = await queries.latestOf([candidateId, derivedId('candidate', 'twice'), newId()], today);
      expect([...listed.keys()]).toHaveLength(2);
      expect(listed.get(candidateId)).toEqual(await queries.latest(candidateId, today));
    });
  });
});
