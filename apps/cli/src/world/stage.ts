import { type Actor, type CommandContext, derivedId, type Id, Refusal, type SetClock } from '#kernel';
import type { Accounts } from '../../../../libs/identity/src/application/accounts.js';
import type { AskNirCorrection } from '../../../../libs/identity/src/application/ask-nir-correction.js';
import type { Candidates } from '../../../../libs/identity/src/application/candidates.js';
import type { DemoAccounts } from '../../../../libs/identity/src/application/demo-accounts.js';
import type { JobsService } from '../../../../libs/organisations/src/application/jobs.js';
import type { MembersService } from '../../../../libs/organisations/src/application/members.js';
import type { Registrations } from '../../../../libs/organisations/src/application/registrations.js';
import type { PlannedOrganisation } from './organisations.js';

const ROLES = { company: 'employer', prescriber: 'prescriber', institution: 'inspector', buyer: 'buyer', supplier: 'supplier' } as const;

/** Everything a world acts through: the same services as people do, on a clock that is told what time it is. */
export abstract class Stage {
  /** People who act at the same moment. */
  abstract readonly atOnce: number;
  abstract readonly commands: { execute(command: object): Promise<unknown> };
  abstract readonly registrations: Registrations;
  abstract readonly members: MembersService;
  abstract readonly jobs: JobsService;
  abstract readonly accounts: Pick<Accounts, 'openAccount'>;
  abstract readonly candidates: Pick<Candidates, 'register'>;
  /** Null where files are not at hand while the world is made. */
  abstract readonly corrections: Pick<AskNirCorrection, 'ask'> | null;
  abstract readonly demo: DemoAccounts;
  /** Any other service of the platform. */
  abstract readonly get: <T>(token: abstract new (...args: never[]) => T) => T;
  readonly #refused = new Map<string, number>();

  constructor(
    readonly clock: SetClock,
    /** Everything is named after it: the same world asked twice is made once. */
    readonly name: string,
  ) {}

  /** Read models and policies have seen everything. */
  abstract settled(): Promise<void>;
  /** Does what is due by itself; answers how many. */
  abstract deadlines(): Promise<number>;

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
}

export const memberOf = (organisation: PlannedOrganisation, index = 0): Actor => ({
  id: organisation.members[index % organisation.members.length]!,
  role: ROLES[organisation.type],
  organisation: organisation.id,
  organisationKind: organisation.kind,
  authorised: organisation.authorised,
  department: organisation.type === 'institution' ? organisation.location.department || null : null,
});
