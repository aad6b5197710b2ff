import { type EventCatalogue, isWithin, type Policy, type RecordedEvent, Refusal, type SetClock } from '#kernel';
import type { DemoAccounts } from '../../../../../libs/identity/src/application/demo-accounts.js';
import { applicationStream } from '../../../../../libs/hiring/src/domain/application.state.js';
import type { PassNumbering } from '../../../../../libs/approvals/src/domain/pass-number.js';
import { JobsService } from '../../../../../libs/organisations/src/application/jobs.js';
import { MembersService } from '../../../../../libs/organisations/src/application/members.js';
import { Registrations } from '../../../../../libs/organisations/src/application/registrations.js';
import { Stage } from '../stage.js';
import { RememberedApplications } from './applications.js';
import { MemoryStreams, type MemoryStreamsOptions, type Sink } from './memory-streams.js';
import { RememberedOrganisations } from './organisations.js';
import { RememberedPasses } from './passes.js';
import type { RememberedPeople } from './people.js';
import { type Observer, tell } from './remembered.js';
import { servicesOn } from './services.js';
import { RememberedSuppliers } from './suppliers.js';

export interface MemoryStageParts {
  readonly clock: SetClock;
  readonly name: string;
  readonly catalogue: EventCatalogue;
  readonly sink: Sink;
  readonly people: RememberedPeople;
  readonly demo: DemoAccounts;
  readonly numbering: PassNumbering;
  readonly options?: Omit<MemoryStreamsOptions, 'seen'>;
}

/** What the policies below handle. */
const WATCHED = ['hiring.ApplicationAccepted', 'approvals.HireCovered', 'hiring.HireCancelled', 'approvals.PassGranted'];

/** A stage in memory, for worlds too large to be played through the database: same services, deciders, policies and deadlines; one thing at a time. */
export class MemoryStage extends Stage {
  readonly atOnce = 1;
  readonly streams: MemoryStreams;
  readonly commands;
  readonly registrations: Registrations;
  readonly members: MembersService;
  readonly jobs: JobsService;
  readonly accounts: RememberedPeople;
  readonly candidates: RememberedPeople;
  readonly corrections = null;
  readonly demo: DemoAccounts;
  readonly get: Stage['get'];
  readonly #policies: readonly Policy[];
  readonly #deadlines;
  readonly #applications = new RememberedApplications();
  #unseen: RecordedEvent[] = [];

  constructor({ clock, name, catalogue, sink, people, demo, numbering, options }: MemoryStageParts) {
    super(clock, name);
    const [organisations, passes, suppliers] = [new RememberedOrganisations(), new RememberedPasses(), new RememberedSuppliers()];
    const applications = this.#applications;
    const forPolicies: Observer = { handles: WATCHED, see: (event) => void this.#unseen.push(event) };
    this.streams = new MemoryStreams(catalogue, clock, sink, { ...options, seen: tell([organisations, passes, suppliers, applications, forPolicies]) });
    people.streams = passes.streams = this.streams;
    const { commands, desks, policies, deadlines } = servicesOn({ streams: this.streams, clock, organisations, people, passes, applications, suppliers, numbering });
    this.#policies = policies;
    this.#deadlines = deadlines;
    this.commands = commands;
    this.registrations = new Registrations(this.streams, clock);
    this.members = new MembersService(this.streams);
    this.jobs = new JobsService(this.streams);
    this.accounts = this.candidates = people;
    this.demo = demo;
    this.get = (token) => desks.get(token) as never;
  }

  /** Policies take what they have not seen; so they do with what that makes happen. */
  async settled(): Promise<void> {
    while (this.#unseen.length > 0) {
      const events = this.#unseen;
      this.#unseen = [];
      for (const event of events) for (const policy of this.#policies) if (policy.handles.includes(event.type)) await this.#react(policy, event);
    }
  }

  async #react(policy: Policy, event: RecordedEvent): Promise<void> {
    try {
      await policy.react(event);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }

  async deadlines(): Promise<number> {
    let fired = 0;
    for (const kind of this.#deadlines) {
      // One morning stands for all the runs of its day.
      if (kind.pace && !isWithin(kind.pace.hours, this.clock.now())) continue;
      const due = await kind.due(new Date(this.clock.now()).toISOString(), Infinity);
      // Most have not been spoken of for months.
      await this.streams.recall(due.map(({ subject }) => applicationStream(subject)));
      for (const deadline of due) await kind.fire(deadline);
      fired += due.length;
    }
    return fired;
  }
}
