import { type Actor, ageOn, type Clock, type CommandContext, type Day, derivedId, type Id, type Streams } from '#kernel';
import { type CandidateDimensions, type CandidateNumbers, IdentityCommands, IdentityQueries } from '#identity';
import type { NewAccount } from '../../../../../libs/identity/src/application/accounts.js';
import type { BulkAccount, BulkCandidate, BulkPeople } from '../../../../../libs/identity/src/application/bulk-people.js';
import type { CandidateWritten } from '../../../../../libs/identity/src/application/candidates.js';
import { account, accountStream } from '../../../../../libs/identity/src/domain/account.decider.js';
import { candidate, candidateStream } from '../../../../../libs/identity/src/domain/candidate.decider.js';
import { dimensionsOf, numbersOf } from '../../../../../libs/identity/src/domain/candidate-file.js';
import { type CandidateInput, readCandidate } from '../../../../../libs/identity/src/domain/candidate-input.js';
import type { FreeTexts } from '../../../../../libs/identity/src/vault/free-texts.js';
import type { Before } from './log-writer.js';
import { notAsked } from './remembered.js';

type Text = Parameters<FreeTexts['keep']>[0][number];
const PEOPLE_AT_ONCE = 1_000;
/** A hash of an id spreads evenly: one text in so many is kept. */
const ONE_TEXT_IN = 32;

/** Nothing more of a person stays in memory, where a country's files would fill it. */
interface Known extends Omit<CandidateDimensions, 'age'>, CandidateNumbers {
  readonly birthDate: Day;
}

/** People of a world in the making: what decisions ask of them is in memory; their files and words go sealed into the vault, in lots. */
export class RememberedPeople extends IdentityQueries implements Before {
  readonly #known = new Map<Id, Known>();
  #candidates: BulkCandidate[] = [];
  #accounts: BulkAccount[] = [];
  #signIns: (() => Promise<void>)[] = [];
  #texts: Text[] = [];
  sealed = 0;
  sealingMs = 0;
  streams!: Streams;

  constructor(
    private readonly clock: Clock,
    private readonly bulk: BulkPeople,
    private readonly words: FreeTexts,
    /** Of these people, who is in the vault already. */
    private readonly known: (ids: readonly Id[]) => Promise<ReadonlySet<Id>>,
    private readonly signIn: (input: NewAccount, at: string) => Promise<void>,
    /** Whose words a visitor will read. */
    private readonly isShown: (actor: Actor) => boolean,
  ) {
    super();
  }

  async register(input: CandidateInput, _confirmed: boolean, context: CommandContext): Promise<CandidateWritten> {
    const candidateId = derivedId('candidate', context.command);
    const today = this.clock.today();
    const file = readCandidate(input, { today, thirdParty: context.actor.id !== candidateId });
    const facts = { ...dimensionsOf(file, today), ...numbersOf(file) };
    const { age: _, ...lasting } = facts;
    this.#known.set(candidateId, { birthDate: file.birthDate, ...lasting });
    this.#candidates.push({ candidateId, input, today, by: context.actor, command: context.command, at: this.#at(context) });
    return { candidateId, receipt: await this.streams.handle(candidateStream(candidateId), candidate, { type: 'register', candidateId, facts }, context) };
  }

  async openAccount(input: NewAccount, context: CommandContext): Promise<void> {
    const { accountId, kind, email, firstName, lastName, password } = input;
    const at = this.#at(context);
    // Somebody may belong to several organisations.
    if ((await this.streams.revision(accountStream(accountId))) >= 0) return;
    if (kind === 'candidate') this.#signIns.push(() => this.signIn(input, at));
    else this.#accounts.push({ accountId, kind, email, firstName, lastName, ...(password === null ? {} : { password }), by: context.actor, command: context.command, at });
    await this.streams.handle(accountStream(accountId), account, { type: 'open', accountId, kind }, context);
  }

  async candidate(id: Id): Promise<(CandidateDimensions & CandidateNumbers & { readonly candidateId: Id }) | null> {
    const known = this.#known.get(id);
    if (!known) return null;
    const { birthDate, ...lasting } = known;
    return { candidateId: id, age: ageOn(birthDate, this.clock.today()), ...lasting };
  }

  names = notAsked;
  summaries = notAsked;
  accountNames = notAsked;
  addressees = notAsked;
  contacts = notAsked;
  texts = notAsked;
  publicTexts = notAsked;
  noteReading = notAsked;

  /** Few are kept: those of the marketplace, those a visitor comes upon, and some of the others. */
  readonly commands: IdentityCommands = {
    keepText: async (input, context) => {
      const some = parseInt(input.id.slice(0, 4), 16) % ONE_TEXT_IN === 0;
      if (some || /^(need|offer)-/.test(input.kind) || this.isShown(context.actor)) this.#texts.push({ ...input, by: context.actor, at: this.#at(context) });
      return input.id;
    },
    forgetText: notAsked,
  };

  async keep(): Promise<void> {
    const from = performance.now();
    const [candidates, accounts, signIns, texts] = [this.#candidates, this.#accounts, this.#signIns, this.#texts];
    [this.#candidates, this.#accounts, this.#signIns, this.#texts] = [[], [], [], []];
    await this.#lots(accounts, ({ accountId }) => accountId, (lot) => this.bulk.openMany(lot));
    await this.#lots(candidates, ({ candidateId }) => candidateId, (lot) => this.bulk.registerMany(lot));
    for (const signIn of signIns) await signIn();
    this.sealingMs += performance.now() - from;
    for (let at = 0; at < texts.length; at += PEOPLE_AT_ONCE) await this.words.keep(texts.slice(at, at + PEOPLE_AT_ONCE));
  }

  async #lots<T>(people: readonly T[], idOf: (person: T) => Id, keep: (lot: readonly T[]) => Promise<unknown>): Promise<void> {
    for (let at = 0; at < people.length; at += PEOPLE_AT_ONCE) {
      const lot = people.slice(at, at + PEOPLE_AT_ONCE);
      const known = await this.known(lot.map(idOf));
      const fresh = lot.filter((person) => !known.has(idOf(person)));
      if (fresh.length > 0) await keep(fresh);
      this.sealed += fresh.length;
    }
  }

  #at({ occurred }: CommandContext): string {
    return occurred ?? new Date(this.clock.now()).toISOString();
  }
}
