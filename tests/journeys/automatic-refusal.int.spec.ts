import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CommandBus, CqrsModule } from '@nestjs/cqrs';
import { type Id, newId } from '#kernel';
import { actors, commandBy } from '#testing';
import { testApp, type TestApp } from '../../libs/testing/src/app.js';
import { ApprovalsModule } from '../../libs/approvals/src/approvals.module.js';
import { SubmitApplication } from '../../libs/hiring/src/application/submit-application.js';
import { HiringModule } from '../../libs/hiring/src/hiring.module.js';
import { employerNamed, Neighbours } from './neighbours.js';

describe('an application nobody answers for 60 days', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await testApp({ modules: [CqrsModule.forRoot(), Neighbours, ApprovalsModule, HiringModule] });
  });
  afterEach(() => app?.close());

  const apply = async (candidateId: Id, companyId: Id): Promise<Id> => {
    const input = { candidateId, companyId, jobs: [], message: 'Une personne motivée.', criteria: [], confirmRepeat: false };
    const { applicationId } = await app.get(CommandBus).execute(new SubmitApplication(input, commandBy(actors.prescriber(), newId())));
    return applicationId;
  };
  const refused = async (): Promise<Id[]> => {
    const rows = await app.database.rows<{ id: Id }>(`select id from read.hiring_application where status = 'refused' order by id`);
    return rows.map(({ id }) => id);
  };
  const refusedAt = async (instant: string): Promise<Id[]> => {
    await app.settled();
    app.clock.set(instant);
    await app.deadlines();
    return refused();
  };

  it('is refused on the next weekday between 7 and 20 h in Paris, not at night nor at the weekend [emplois/REF-6]', async () => {
    const { organisation } = employerNamed('office hours');
    app.clock.set('2026-03-10T09:00:00Z');
    const dueOnSaturday = await apply(newId(), organisation);
    app.clock.set('2026-03-13T09:00:00Z');
    const dueOnTuesday = await apply(newId(), organisation);

    expect(await refusedAt('2026-05-09T10:00:00Z')).toEqual([]);
    expect(await refusedAt('2026-05-10T10:00:00Z')).toEqual([]);
    expect(await refusedAt('2026-05-11T04:59:59Z')).toEqual([]);
    expect(await refusedAt('2026-05-11T05:00:00Z')).toEqual([dueOnSaturday]);
    expect(await refusedAt('2026-05-12T18:00:00Z')).toEqual([dueOnSaturday]);
    expect(await refusedAt('2026-05-13T05:00:00Z')).toEqual([dueOnSaturday, dueOnTuesday].sort());
  });

  it('waits for its turn: forty people in a run, with all they sent, and five minutes between two runs [emplois/REF-6]', async () => {
    const [first, second] = [employerNamed('first queue').organisation, employerNamed('second queue').organisation];
    const people = Array.from({ length: 41 }, () => newId());
    for (const person of people) {
      app.clock.advance(1000);
      await apply(person, first);
    }
    app.clock.advance(1000);
    const again = await apply(people[0]!, second);
    app.clock.advance(1000);
    const late = await apply(people[40]!, second);

    const run = await refusedAt('2026-05-12T10:00:00Z');
    expect([run.length, run.includes(again), run.includes(late)]).toEqual([41, true, false]);
    expect(await refusedAt('2026-05-12T10:04:30Z')).toHaveLength(41);
    expect(await refusedAt('2026-05-12T10:05:00Z')).toHaveLength(43);
  });
});
