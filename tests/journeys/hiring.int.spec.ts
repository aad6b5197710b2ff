import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandBus, CqrsModule } from '@nestjs/cqrs';
import { derivedId, type Id, newId, type Receipt, Refusal, type RecordedEvent, nextWithin, Streams, WEEKDAYS } from '#kernel';
import { ApprovalsCommands, ApprovalsQueries } from '#approvals';
import { actors, commandBy } from '#testing';
import { testApp, type TestApp } from '../../libs/testing/src/app.js';
import { ApprovalsModule } from '../../libs/approvals/src/approvals.module.js';
import { AcceptApplication } from '../../libs/hiring/src/application/accept-application.js';
import type { AcceptanceInput } from '../../libs/hiring/src/application/acceptance-drafts.js';
import { AcceptanceProcess } from '../../libs/hiring/src/application/acceptance-process.js';
import { CancelHire, CancelHireHandler } from '../../libs/hiring/src/application/cancel-hire.js';
import { PutUnderStudy } from '../../libs/hiring/src/application/put-under-study.js';
import { RefuseApplication } from '../../libs/hiring/src/application/refuse-application.js';
import { DiagnoseEligibility } from '../../libs/hiring/src/application/diagnose-eligibility.js';
import { SubmitApplication } from '../../libs/hiring/src/application/submit-application.js';
import { ApplicationFieldsResolver } from '../../libs/hiring/src/api/application-fields.resolver.js';
import { ApplicationPresenter } from '../../libs/hiring/src/api/application-presenter.js';
import { ApplicationLists } from '../../libs/hiring/src/projections/application-lists.js';
import { HiringModule } from '../../libs/hiring/src/hiring.module.js';
import { AnyCandidate, employerNamed, Neighbours } from './neighbours.js';

const DAY = 24 * 3_600_000;
const prescriber = actors.prescriber();
const startsOn = '2026-03-20';
const terms: AcceptanceInput = { startsOn, endsOn: null, jobId: null, answer: null, criteria: null };

describe('from an application to a hire', () => {
  let app: TestApp;
  let bus: CommandBus;
  beforeAll(async () => {
    app = await testApp({ store: 'postgres', modules: [CqrsModule.forRoot(), Neighbours, ApprovalsModule, HiringModule] });
    bus = app.get(CommandBus);
    await app.settled();
  });
  afterAll(() => app.close());

  const apply = async (
    candidateId: Id,
    companyId: Id,
    given: { command?: Id; criteria?: readonly string[]; actor?: typeof prescriber; confirmRepeat?: boolean } = {},
  ) => {
    const { command = newId(), criteria = [], actor = prescriber, confirmRepeat = false } = given;
    const input = {
      candidateId,
      companyId,
      jobs: [],
      message: 'Une personne motivée.',
      criteria: actor === prescriber ? criteria : null,
      confirmRepeat,
    };
    return bus.execute(new SubmitApplication(input, commandBy(actor, command)));
  };
  const accept = (
    applicationId: Id,
    actor: ReturnType<typeof employerNamed>,
    input: Partial<AcceptanceInput> = {},
    command = newId(),
  ): Promise<Receipt> => bus.execute(new AcceptApplication(applicationId, { ...terms, ...input }, commandBy(actor, command)));
  const typesOf = async (stream: string) => (await app.streams.events(stream)).map(({ type }) => type);
  const statusOf = (id: Id) =>
    app.database.one<{ status: string }>('select status from read.hiring_application where id = $1', [id]).then((row) => row?.status);
  const refusalOf = async (promise: Promise<unknown>): Promise<Refusal> => {
    const refusal = await promise.then(
      () => null,
      (error: unknown) => error,
    );
    expect(refusal).toBeInstanceOf(Refusal);
    return refusal as Refusal;
  };

  it('a prescriber diagnoses and applies, the employer studies and accepts, the person has a PASS, the other applications are closed', async () => {
    const candidate = newId();
    const [here, there, pooled] = [employerNamed('here'), employerNamed('there', 'ETTI'), employerNamed('geiq', 'GEIQ')];
    const { applicationId } = await apply(candidate, here.organisation);
    const other = await apply(candidate, there.organisation);
    const elsewhere = await apply(candidate, pooled.organisation);
    await bus.execute(new PutUnderStudy(applicationId, commandBy(here)));
    await accept(applicationId, here, { answer: 'Bienvenue !' });
    await app.settled();
    expect(await typesOf(`application-${applicationId}`)).toEqual([
      'hiring.ApplicationSubmitted',
      'hiring.ApplicationPutUnderStudy',
      'hiring.AcceptanceRequested',
      'hiring.ApplicationAccepted',
    ]);
    const pass = await app.get(ApprovalsQueries).latest(candidate, app.clock.today());
    expect(pass).toMatchObject({ start: startsOn, end: '2028-03-18', number: expect.stringMatching(/^.{5}\d{7}$/) });
    expect(await Promise.all([applicationId, other.applicationId, elsewhere.applicationId].map(statusOf))).toEqual([
      'accepted',
      'obsolete',
      'obsolete',
    ]);
    expect([...AnyCandidate.kept.values()]).toContain('Bienvenue !');
  });

  it('64 employers accept the same person at the same moment: one PASS, every hire covered by it, no number lost', async () => {
    const candidate = newId();
    const employers = Array.from({ length: 64 }, (_, n) => employerNamed(`crowd-${n}`));
    const applications: Id[] = [];
    for (const employer of employers) applications.push((await apply(candidate, employer.organisation)).applicationId);
    const numbersBefore = (await app.streams.events('pass-numbers')).length;
    await Promise.all(employers.map((employer, n) => accept(applications[n]!, employer)));
    await app.settled();
    const path = await typesOf(`pass-${candidate}`);
    expect(path.filter((type) => type === 'approvals.PassGranted')).toHaveLength(1);
    expect(path.filter((type) => type === 'approvals.HireCovered')).toHaveLength(64);
    const hired = await Promise.all(applications.map((id) => app.streams.events(`application-${id}`)));
    const passes = hired.map(
      (events) =>
        (events.find(({ type }) => type === 'hiring.ApplicationAccepted')!.data as { pass: { number: string; isNew: boolean } }).pass,
    );
    expect(new Set(passes.map(({ number }) => number)).size).toBe(1);
    expect(passes.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(await app.streams.events('pass-numbers')).toHaveLength(numbersBefore + 1);
  });

  it('the same form sent twice, even at once, is one hire and answers the same receipt', async () => {
    const candidate = newId();
    const employer = employerNamed('twice');
    const command = newId();
    const sent = await Promise.all([
      apply(candidate, employer.organisation, { command }),
      apply(candidate, employer.organisation, { command }),
    ]);
    const again = await apply(candidate, employer.organisation, { command });
    expect(new Set([...sent, again].map(({ applicationId }) => applicationId)).size).toBe(1);
    const { applicationId } = again;
    const acceptance = newId();
    const receipts = await Promise.all([accept(applicationId, employer, {}, acceptance), accept(applicationId, employer, {}, acceptance)]);
    receipts.push(await accept(applicationId, employer, {}, acceptance));
    const written = receipts.map(({ entries }) => [...new Set(entries.flatMap(({ events }) => events.map(({ id }) => id)))].sort());
    expect(written[1]).toEqual(written[0]);
    expect(written[2]).toEqual(written[0]);
    await app.settled();
    expect((await typesOf(`application-${applicationId}`)).filter((type) => type === 'hiring.ApplicationAccepted')).toHaveLength(1);
    expect((await typesOf(`pass-${candidate}`)).filter((type) => type === 'approvals.HireCovered')).toHaveLength(1);
  });

  it('two people of one organisation sending the same application at the same second send one; an hour later it is refused, two days later confirmed [emplois/JA-6]', async () => {
    const candidate = newId();
    const employer = employerNamed('popular');
    const [one, two] = await Promise.all([
      apply(candidate, employer.organisation),
      apply(candidate, employer.organisation, { actor: { ...actors.prescriber(), id: newId() } }),
    ]);
    expect(one.applicationId).toBe(two.applicationId);
    const elsewhere = apply(candidate, employer.organisation, { actor: actors.orienter() });
    expect((await refusalOf(elsewhere)).code).toBe('hiring/applied-today');
    app.clock.advance(3_600_000);
    expect((await refusalOf(apply(candidate, employer.organisation))).code).toBe('hiring/applied-today');
    app.clock.advance(2 * DAY);
    expect((await refusalOf(apply(candidate, employer.organisation))).code).toBe('hiring/applied-before');
    const confirmed = await apply(candidate, employer.organisation, { confirmRepeat: true });
    expect(confirmed.applicationId).not.toBe(one.applicationId);
  });

  it('an employer without diagnosis is told what would be enough, then hires with its own [emplois/IAE-3] [emplois/JA-18]', async () => {
    const candidate = newId();
    const employer = employerNamed('self-prescriber');
    const { applicationId } = await apply(candidate, employer.organisation, { actor: actors.orienter() });
    const refusal = await refusalOf(accept(applicationId, employer, { criteria: ['TH'], startsOn: app.clock.today() }));
    expect(refusal.code).toBe('hiring/not-eligible');
    expect(refusal.checks.find(({ rule }) => rule === 'emplois/IAE-3')).toMatchObject({ met: false, enough: { level1: 1, level2: 2 } });
    expect(await typesOf(`diagnosis-${candidate}`)).toEqual([]);
    await accept(applicationId, employer, { criteria: ['TH', 'PM', 'FLE'], startsOn: app.clock.today() });
    const accepted = (await app.streams.events(`application-${applicationId}`)).at(-1)!;
    expect(accepted).toMatchObject({ type: 'hiring.ApplicationAccepted', data: { selfPrescription: true } });
    expect(await typesOf(`diagnosis-${candidate}`)).toEqual(['hiring.EligibilityDiagnosed']);
  });

  it('a hire cancelled gives the PASS back, leaves the other applications closed, and accepting again yields another number [emplois/CNL-2] [emplois/CNL-4] [emplois/CNL-6]', async () => {
    const candidate = newId();
    const employer = employerNamed('hesitant');
    const { applicationId } = await apply(candidate, employer.organisation);
    const other = await apply(candidate, employerNamed('not chosen').organisation);
    const numberOf = async () =>
      (
        (await app.streams.events(`application-${applicationId}`)).findLast(({ type }) => type === 'hiring.ApplicationAccepted')!.data as {
          pass: { number: string };
        }
      ).pass.number;
    await accept(applicationId, employer);
    const first = await numberOf();
    await bus.execute(new CancelHire(applicationId, commandBy(employer)));
    await app.settled();
    expect(await typesOf(`pass-${candidate}`)).toContain('approvals.PassCancelled');
    expect(await app.get(ApprovalsQueries).latest(candidate, app.clock.today())).toBeNull();
    expect(await statusOf(applicationId)).toBe('cancelled');
    expect(await statusOf(other.applicationId)).toBe('obsolete');
    await accept(applicationId, employer);
    await app.settled();
    expect(await numberOf()).not.toBe(first);
    expect(await app.get(ApprovalsQueries).latest(candidate, app.clock.today())).not.toBeNull();
  });

  it('a hire by a GEIQ asks for no PASS and closes the person’s other applications too [emplois/ACP-8]', async () => {
    const candidate = newId();
    const geiq = employerNamed('geiq that hires', 'GEIQ');
    const { applicationId } = await apply(candidate, geiq.organisation);
    const other = await apply(candidate, employerNamed('too late').organisation);
    const contract = { type: 'APPRENTICESHIP', details: null, weeklyHours: 35, qualification: 'CQP', level: 'LEVEL_3', trainingHours: null, invertedVae: null };
    await accept(applicationId, geiq, { jobId: derivedId('job', geiq.organisation), contract });
    await app.settled();
    expect(await Promise.all([applicationId, other.applicationId].map(statusOf))).toEqual(['accepted', 'obsolete']);
    expect(await typesOf(`pass-${candidate}`)).toEqual([]);
  });

  it('a start after the end of the PASS is refused by the person’s stream, and the application stays open', async () => {
    const candidate = newId();
    const [first, second] = [employerNamed('first'), employerNamed('second')];
    const { applicationId } = await apply(candidate, first.organisation);
    await accept(applicationId, first);
    await app.settled();
    app.clock.advance(720 * DAY);
    const late = await apply(candidate, second.organisation, { confirmRepeat: true });
    const refusal = await refusalOf(accept(late.applicationId, second, { startsOn: '2028-06-01' }));
    expect(refusal.code).toBe('approvals/hire-after-pass-end');
    expect(await typesOf(`application-${late.applicationId}`)).toEqual([
      'hiring.ApplicationSubmitted',
      'hiring.AcceptanceRequested',
      'hiring.AcceptanceWithdrawn',
    ]);
    await accept(late.applicationId, second, { startsOn: app.clock.today() });
    await app.settled();
    expect(await statusOf(late.applicationId)).toBe('accepted');
  });

  it('nobody answers for 60 days: the application is refused by itself, once [emplois/REF-6]', async () => {
    const employer = employerNamed('silent');
    const candidate = newId();
    const { applicationId } = await apply(candidate, employer.organisation);
    await app.settled();
    app.clock.advance(59 * DAY);
    await app.deadlines();
    expect(await statusOf(applicationId)).toBe('new');
    app.clock.set(nextWithin({ days: WEEKDAYS, from: 9, until: 18 }, app.clock.now() + 2 * DAY));
    await app.deadlines();
    await app.deadlines();
    expect(await statusOf(applicationId)).toBe('refused');
    expect((await typesOf(`application-${applicationId}`)).filter((type) => type === 'hiring.ApplicationRefused')).toHaveLength(1);
    const her = actors.candidate('her', { id: candidate });
    const view = await app.get(ApplicationPresenter).view((await app.get(ApplicationLists).one(applicationId))!, her);
    expect(view.refusalReason?.code).toBe('auto');
    expect(await app.get(ApplicationFieldsResolver).answer(view)).toMatch(/^.{80,}$/s);
    const answer = { reason: 'no_position', shareReason: false, answer: 'Non', privateAnswer: 'Non plus' };
    expect((await refusalOf(bus.execute(new RefuseApplication(applicationId, answer, commandBy(employer))))).code).toBe(
      'hiring/already-done',
    );
  });

  it('a hire keeps the PASS and the diagnosis it was made under, after they are over and after others [emplois/JA-15] [emplois/IAE-15]', async () => {
    const candidate = newId();
    const [first, second] = [employerNamed('first hire'), employerNamed('second hire')];
    const shown = async (id: Id, employer: ReturnType<typeof employerNamed>) => {
      const view = await app.get(ApplicationPresenter).view((await app.get(ApplicationLists).one(id))!, employer);
      const fields = app.get(ApplicationFieldsResolver);
      return { pass: await fields.pass(view), diagnosis: await fields.diagnosis(view) };
    };
    const { applicationId } = await apply(candidate, first.organisation, { criteria: ['TH'] });
    await accept(applicationId, first, { startsOn: app.clock.today() });
    await app.settled();
    const made = await shown(applicationId, first);
    expect(made).toMatchObject({ pass: { state: 'VALID' }, diagnosis: { criteria: [{ code: 'TH' }] } });
    // Past the PASS and the waiting period, so that none counts for the person any more.
    app.clock.advance((730 + 732) * DAY);
    expect(await app.get(ApprovalsQueries).latest(candidate, app.clock.today())).toBeNull();
    expect((await shown(applicationId, first)).pass).toMatchObject({ id: made.pass!.id, state: 'EXPIRED', end: made.pass!.end });
    const again = await apply(candidate, second.organisation, { criteria: ['RSA'] });
    await accept(again.applicationId, second, { startsOn: app.clock.today() });
    await app.settled();
    const old = await shown(applicationId, first);
    expect([old.pass!.id, old.diagnosis!.id]).toEqual([made.pass!.id, made.diagnosis!.id]);
    const recent = await shown(again.applicationId, second);
    expect(recent.pass).toMatchObject({ state: 'VALID', start: app.clock.today() });
    expect(recent.pass!.id).not.toBe(old.pass!.id);
  });

  it('a diagnosis is refused to whoever may not make one, and nothing is written', async () => {
    const candidate = newId();
    expect((await refusalOf(bus.execute(new DiagnoseEligibility(candidate, ['RSA'], commandBy(actors.orienter()))))).code).toBe(
      'hiring/may-not-diagnose',
    );
    expect(await typesOf(`diagnosis-${candidate}`)).toEqual([]);
  });
});

/** Streams that fail to write one kind of command, as long as it is doomed: the process died just before. */
const diesBefore = (streams: Streams, doomed: { command: string | null }): Streams =>
  new Proxy(streams, {
    get(target, property) {
      const value = Reflect.get(target, property, target) as unknown;
      if (property !== 'handle') return typeof value === 'function' ? value.bind(target) : value;
      return (stream: string, decider: unknown, command: { do?: string }, ...rest: unknown[]) =>
        command.do === doomed.command
          ? Promise.reject(new Error('the process died here'))
          : (target.handle as (...all: unknown[]) => Promise<Receipt>).call(target, stream, decider, command, ...rest);
    },
  });

describe('a crash between the decision on the PASS and the one on the application', () => {
  let app: TestApp;
  let bus: CommandBus;
  const doomed: { command: string | null } = { command: null };
  const employer = employerNamed('crashing');
  beforeAll(async () => {
    app = await testApp({ modules: [CqrsModule.forRoot(), Neighbours, ApprovalsModule, HiringModule] });
    bus = app.get(CommandBus);
    (app.get(AcceptanceProcess) as unknown as { streams: Streams }).streams = diesBefore(app.streams, doomed);
    await app.settled();
  });
  afterAll(() => app.close());

  const applied = async () => {
    const candidate = newId();
    const input = {
      candidateId: candidate,
      companyId: employer.organisation,
      jobs: [],
      message: 'Bonjour',
      criteria: [],
      confirmRepeat: false,
    };
    const { applicationId } = await bus.execute(new SubmitApplication(input, commandBy(prescriber)));
    const command = newId();
    return {
      candidate,
      applicationId,
      accept: () => bus.execute(new AcceptApplication(applicationId, terms, commandBy(employer, command))),
    };
  };
  const lastOf = async (applicationId: Id): Promise<RecordedEvent> => (await app.streams.events(`application-${applicationId}`)).at(-1)!;
  const coversOf = async (candidate: Id) => (await app.streams.events(`pass-${candidate}`)).map(({ type }) => type);

  it('is repaired by the policy: the hire is agreed in the employer’s name, with the PASS that was decided', async () => {
    const { candidate, applicationId, accept } = await applied();
    doomed.command = 'accept';
    await expect(accept()).rejects.toThrow('died');
    expect((await lastOf(applicationId)).type).toBe('hiring.AcceptanceRequested');
    expect(await coversOf(candidate)).toEqual(['approvals.PassGranted', 'approvals.HireCovered']);
    doomed.command = null;
    await app.settled();
    const hired = await lastOf(applicationId);
    expect(hired).toMatchObject({
      type: 'hiring.ApplicationAccepted',
      data: { startsOn, pass: { isNew: true } },
      meta: { actor: employer.id, organisation: employer.organisation, role: 'employer' },
    });
    const receipt = await accept();
    expect(receipt.entries.flatMap(({ events }) => events).map(({ id }) => id)).toContain(hired.id);
    expect(await coversOf(candidate)).toEqual(['approvals.PassGranted', 'approvals.HireCovered']);
  });

  it('before the PASS decided leaves the application open, and the same form sent again hires', async () => {
    const { applicationId, accept } = await applied();
    const process = app.get(AcceptanceProcess) as unknown as { approvals: object };
    const whole = process.approvals;
    process.approvals = { coverHire: () => Promise.reject(new Error('the process died here')) };
    await expect(accept()).rejects.toThrow('died');
    process.approvals = whole;
    await app.settled();
    expect((await lastOf(applicationId)).type).toBe('hiring.AcceptanceRequested');
    await accept();
    expect((await lastOf(applicationId)).type).toBe('hiring.ApplicationAccepted');
  });

  it('never leaves a PASS behind for a hire that nobody asked for any more', async () => {
    const { candidate, applicationId } = await applied();
    const today = app.clock.today();
    const diagnosis = { id: newId(), author: 'prescriber', expiresOn: '2030-01-01' } as const;
    const place = { candidateId: candidate, applicationId, companyId: employer.organisation, companyKind: 'ACI' };
    await app
      .get(ApprovalsCommands)
      .coverHire(
        { ...place, startsOn: today, today, diagnosis, nir: 'known', franceTravail: 'known', sentByAuthorisedPrescriber: true },
        commandBy(employer),
      );
    await app.settled();
    expect(await coversOf(candidate)).toEqual([
      'approvals.PassGranted',
      'approvals.HireCovered',
      'approvals.HireCoverWithdrawn',
      'approvals.PassCancelled',
    ]);
    expect((await lastOf(applicationId)).type).toBe('hiring.ApplicationSubmitted');
  });

  it('between a hire cancelled and its PASS is repaired too', async () => {
    const { candidate, applicationId, accept } = await applied();
    await accept();
    const handler = app.get(CancelHireHandler) as unknown as { approvals: object };
    const whole = handler.approvals;
    handler.approvals = { withdrawCover: () => Promise.reject(new Error('the process died here')) };
    await expect(bus.execute(new CancelHire(applicationId, commandBy(employer)))).rejects.toThrow('died');
    handler.approvals = whole;
    await app.settled();
    expect(await coversOf(candidate)).toEqual([
      'approvals.PassGranted',
      'approvals.HireCovered',
      'approvals.HireCoverWithdrawn',
      'approvals.PassCancelled',
    ]);
  });
});
