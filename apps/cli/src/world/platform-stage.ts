import type { INestApplicationContext } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EventStore, type SetClock } from '#kernel';
import { Worker } from '#kernel/runtime/worker';
import { Deadlines } from '#kernel/runtime/deadlines';
import { Accounts } from '../../../../libs/identity/src/application/accounts.js';
import { AskNirCorrection } from '../../../../libs/identity/src/application/ask-nir-correction.js';
import { Candidates } from '../../../../libs/identity/src/application/candidates.js';
import { DemoAccounts } from '../../../../libs/identity/src/application/demo-accounts.js';
import { JobsService } from '../../../../libs/organisations/src/application/jobs.js';
import { MembersService } from '../../../../libs/organisations/src/application/members.js';
import { Registrations } from '../../../../libs/organisations/src/application/registrations.js';
import { Stage } from './stage.js';

/** A stage on the running platform: commands, read models, policies and deadlines as in daily use. */
export class PlatformStage extends Stage {
  readonly atOnce = 16;
  readonly commands: CommandBus;
  readonly registrations: Registrations;
  readonly members: MembersService;
  readonly jobs: JobsService;
  readonly accounts: Accounts;
  readonly candidates: Candidates;
  readonly corrections: AskNirCorrection;
  readonly demo: DemoAccounts;
  readonly store: EventStore;
  readonly get: <T>(token: abstract new (...args: never[]) => T) => T;
  readonly #worker: Worker;
  readonly #deadlines: Deadlines;

  constructor(platform: INestApplicationContext, clock: SetClock, name: string) {
    super(clock, name);
    const get = <T>(token: abstract new (...args: never[]) => T): T => platform.get<T>(token as never, { strict: false });
    this.get = get;
    this.commands = get(CommandBus);
    this.registrations = get(Registrations);
    this.members = get(MembersService);
    this.jobs = get(JobsService);
    this.accounts = get(Accounts);
    this.candidates = get(Candidates);
    this.corrections = get(AskNirCorrection);
    this.demo = get(DemoAccounts);
    this.store = get(EventStore);
    this.#worker = get(Worker);
    this.#deadlines = get(Deadlines);
  }

  async settled(): Promise<void> {
    if (!(await this.#worker.settled(600_000))) throw new Error('the read models do not follow: does another process work on this database?');
  }

  deadlines(): Promise<number> {
    return this.#deadlines.tick();
  }
}
