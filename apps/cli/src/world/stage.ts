import type { INestApplicationContext } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type Actor, type CommandContext, derivedId, EventStore, type Id, Refusal, type SetClock } from '#kernel';
import { Worker } from '#kernel/runtime/worker';
import { Deadlines } from '#kernel/runtime/deadlines';
import { Accounts } from '../../../../libs/identity/src/application/accounts.js';
import { Candidates } from '../../../../libs/identity/src/application/candidates.js';
import { DemoAccounts } from '../../../../libs/identity/src/application/demo-accounts.js';
import { JobsService } from '../../../../libs/organisations/src/application/jobs.js';
import { MembersService } from '../../../../libs/organisations/src/application/members.js';
import { Registrations } from '../../../../libs/organisations/src/application/registrations.js';
import type { PlannedOrganisation } from './organisations.js';

const ROLES = { company: 'employer', prescriber: 'prescriber', institution: 'inspector', buyer: 'buyer', supplier: 'supplier' } as const;

/** Everything a world acts through: the same services as people do, on a clock that is told what time it is. */
export class Stage {
  readonly commands: CommandBus;
  readonly registrations: Registrations;
  readonly members: MembersService;
  readonly jobs: JobsService;
  readonly accounts: Accounts;
  readonly candidates: Candidates;
  readonly demo: DemoAccounts;
  readonly store: EventStore;
  /** Any other service of the platform. */
  readonly get: <T>(token: abstract new (...args: never[]) => T) => T;
  readonly #worker: Worker;
  readonly #deadlines: Deadlines;
  readonly #refused = new Map<string, number>();

  constructor(
    platform: INestApplicationContext,
    readonly clock: SetClock,
    /** Everything is named after it: the same world asked twice is made once. */
    readonly name: string,
  ) {
    const get = <T>(token: abstract new (...args: never[]) => T): T => platform.get<T>(token as never, { strict: false });
    this.get = get;
    this.commands = get(CommandBus);
    this.registrations = get(Registrations);
    this.members = get(MembersService);
    this.jobs = get(JobsService);
    this.accounts = get(Accounts);
    this.candidates = get(Candidates);
    this.demo = get(DemoAccounts);
    this.store = get(EventStore);
    this.#worker = get(Worker);
    this.#deadlines = get(Deadlines);
  }

  id(...parts: readonly (string | number)[]): Id {
    return derivedId('world', this.name, ...parts);
  }

  context(actor: Actor, ...parts: readonly (string | number)[]): CommandContext {
    return { command: this.id('command', ...parts), actor, occurred: new Date(this.clock.now()).toISOString() };
  }

  /** A rule said no: part of life, counted. */
  async allowed<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.#refused.set(error.code, (this.#refused.get(error.code) ?? 0) + 1);
      return null;
    }
  }

  get refused(): ReadonlyMap<string, number> {
    return this.#refused;
  }

  /** Read models and policies have seen everything. */
  async settled(): Promise<void> {
    if (!(await this.#worker.settled(600_000))) throw new Error('the read models do not follow: does another process work on this database?');
  }

  deadlines(): Promise<number> {
    return this.#deadlines.tick();
  }
}

export const memberOf = (organisation: PlannedOrganisation, index = 0): Actor => ({
  id: organisation.members[index % organisation.members.length]!,
  role: ROLES[organisation.type],
  organisation: organisation.id,
  organisationKind: organisation.kind,
  authorised: organisation.authorised,
  department: organisation.type === 'institution' ? organisation.location.department || null : null,
});
