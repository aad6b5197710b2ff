import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CommandBus, CqrsModule } from '@nestjs/cqrs';
import { addDays, derivedId, type Id, newId, type Receipt, SetClock } from '#kernel';
import { actors, commandBy } from '#testing';
import { MemoryEventStore } from '../../libs/kernel/src/adapters/memory-event-store.js';
import { testApp, type TestApp } from '../../libs/testing/src/app.js';
import { ApprovalsModule } from '../../libs/approvals/src/approvals.module.js';
import { AcceptApplication } from '../../libs/hiring/src/application/accept-application.js';
import { AcceptanceProcess } from '../../libs/hiring/src/application/acceptance-process.js';
import { RefuseApplication } from '../../libs/hiring/src/application/refuse-application.js';
import { SubmitApplication } from '../../libs/hiring/src/application/submit-application.js';
import { HiringModule } from '../../libs/hiring/src/hiring.module.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';
import { employerNamed, Neighbours } from './neighbours.js';

const modules = [CqrsModule.forRoot(), Neighbours, ApprovalsModule, HiringModule];
const employer = employerNamed('breaking off');

describe('an acceptance broken off by a crash before the PASS decided', () => {
  let database: FreshDatabase;
  let clock: SetClock;
  let store: MemoryEventStore;
  let app: TestApp;
  let candidateId: Id;
  let applicationId: Id;
  let accept: () => Promise<Receipt>;
  const start = async () => {
    app = await testApp({ modules, clock, store, databaseUrl: database.url });
    await app.settled();
  };
  const applicationEvents = () => app.streams.events(`application-${applicationId}`);
  const passTypes = async () => (await app.streams.events(`pass-${candidateId}`)).map(({ type }) => type);
  const afterAMinute = async () => {
    clock.advance(61_000);
    await app.deadlines();
  };

  beforeEach(async () => {
    database = await freshDatabase();
    clock = new SetClock('2026-03-10T09:00:00Z');
    store = new MemoryEventStore(clock);
    await start();
    candidateId = newId();
    const input = { candidateId, companyId: employer.organisation, jobs: [], message: 'Bonjour', criteria: [], confirmRepeat: false };
    ({ applicationId } = await app.get(CommandBus).execute(new SubmitApplication(input, commandBy(actors.prescriber(), newId()))));
    const command = newId();
    const terms = { startsOn: addDays(clock.today(), 1), endsOn: null, jobId: null, answer: null, criteria: null };
    accept = () => app.get(CommandBus).execute(new AcceptApplication(applicationId, terms, commandBy(employer, command)));
    (app.get(AcceptanceProcess) as unknown as { approvals: object }).approvals = { coverHire: () => Promise.reject(new Error('the process died here')) };
    await expect(accept()).rejects.toThrow('died');
    expect((await applicationEvents()).at(-1)!.type).toBe('hiring.AcceptanceRequested');
    await app.close();
    await start();
  }, 60_000);
  afterEach(async () => {
    await app?.close();
    await database?.drop();
  });

  it('is finished a minute later, in the name of the employer who asked, with one PASS; the form sent again finds it', async () => {
    clock.advance(58_000);
    await app.deadlines();
    expect((await applicationEvents()).at(-1)!.type).toBe('hiring.AcceptanceRequested');
    await afterAMinute();
    const hired = (await applicationEvents()).at(-1)!;
    expect(hired).toMatchObject({
      type: 'hiring.ApplicationAccepted',
      data: { startsOn: '2026-03-11', pass: { isNew: true } },
      meta: { actor: employer.id, organisation: employer.organisation, role: 'employer' },
    });
    const receipt = await accept();
    expect(receipt.entries.flatMap(({ events }) => events).map(({ id }) => id)).toContain(hired.id);
    await afterAMinute();
    expect(await passTypes()).toEqual(['approvals.PassGranted', 'approvals.HireCovered']);
    expect((await applicationEvents()).at(-1)!.id).toBe(hired.id);
  });

  it('is finished once when the form is sent again at the same moment', async () => {
    clock.advance(61_000);
    await Promise.all([accept(), app.deadlines()]);
    expect((await applicationEvents()).map(({ type }) => type)).toEqual(['hiring.ApplicationSubmitted', 'hiring.AcceptanceRequested', 'hiring.ApplicationAccepted']);
    expect(await passTypes()).toEqual(['approvals.PassGranted', 'approvals.HireCovered']);
  });

  it('is withdrawn when the company has answered otherwise since', async () => {
    const no = { reason: 'no_position', shareReason: false, answer: 'Non', privateAnswer: 'Non plus' };
    await app.get(CommandBus).execute(new RefuseApplication(applicationId, no, commandBy(employer)));
    await app.settled();
    await afterAMinute();
    expect((await applicationEvents()).slice(-2).map(({ type }) => type)).toEqual(['hiring.ApplicationRefused', 'hiring.AcceptanceWithdrawn']);
    expect(await passTypes()).toEqual([]);
  });

  it('is withdrawn when the hire would begin in the past, and the employer can accept again', async () => {
    clock.advance(2 * 86_400_000);
    await app.deadlines();
    expect((await applicationEvents()).at(-1)).toMatchObject({
      type: 'hiring.AcceptanceWithdrawn',
      data: { code: 'hiring/starts-in-the-past' },
      meta: { role: 'system' },
    });
    const terms = { startsOn: clock.today(), endsOn: null, jobId: null, answer: null, criteria: null };
    await app.get(CommandBus).execute(new AcceptApplication(applicationId, terms, commandBy(employer, derivedId(applicationId, 'again'))));
    expect((await applicationEvents()).at(-1)!.type).toBe('hiring.ApplicationAccepted');
    await app.settled();
    await afterAMinute();
    expect(await passTypes()).toEqual(['approvals.PassGranted', 'approvals.HireCovered']);
  });
});
