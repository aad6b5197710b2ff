import { setTimeout as sleep } from 'node:timers/promises';
import type { EventCatalogue } from './catalogue.js';
import type { Clock } from './clock.js';
import { decode, headOf } from './codec.js';
import type { Decider } from './decider.js';
import { NO_STREAM, WrongRevision, type Appended, type EventStore, type StoredEvent, type StreamHead } from './event-store.js';
import type { DomainEvent, RecordedEvent } from './events.js';
import type { Id } from './ids.js';
import { requireSameIntention } from './intention.js';
import { propose } from './propose.js';
import { Streams, type CommandContext, type Receipt } from './streams.js';

export interface StreamsOptions {
  /** Keep folded states in memory instead of reading streams again: for a process that writes alone, such as the world generator. Events are the same. */
  readonly cacheStates?: boolean;
  /** How often a decision is taken again after somebody else wrote first. */
  readonly attempts?: number;
}

interface Folded<S> {
  /** Another decider of the same stream folds another state. */
  readonly decider: unknown;
  readonly state: S;
  readonly head: StreamHead;
  /** Commands already decided in what was folded. */
  readonly commands: Set<Id>;
}

export class EventSourcedStreams extends Streams {
  readonly #queues = new Map<string, Promise<unknown>>();
  readonly #cache: Map<string, Folded<unknown>> | null;
  readonly #attempts: number;

  constructor(
    private readonly store: EventStore,
    private readonly catalogue: EventCatalogue,
    private readonly clock: Clock,
    options: StreamsOptions = {},
  ) {
    super();
    this.#cache = options.cacheStates ? new Map() : null;
    this.#attempts = options.attempts ?? 30;
  }

  handle<S, C, E extends DomainEvent>(
    stream: string,
    decider: Decider<S, C, E>,
    command: C,
    context: CommandContext,
    options: { readonly from?: number } = {},
  ): Promise<Receipt> {
    return this.#inTurn(stream, async () => {
      for (let attempt = 1; ; attempt++) {
        try {
          return await this.#decide(stream, decider, command, context, options.from ?? 0);
        } catch (error) {
          if (!(error instanceof WrongRevision) || attempt >= this.#attempts) throw error;
          this.#cache?.delete(stream);
          await sleep(Math.random() * Math.min(200, 2 ** attempt));
        }
      }
    });
  }

  async load<S, C, E extends DomainEvent>(
    stream: string,
    decider: Decider<S, C, E>,
    asOf?: { readonly position: number } | { readonly recorded: string },
  ): Promise<{ readonly state: S; readonly revision: number }> {
    if (!asOf) {
      const { state, head } = await this.#fold(stream, decider, 0);
      return { state, revision: head.revision };
    }
    const known = 'position' in asOf ? (event: RecordedEvent) => event.position <= asOf.position : (event: RecordedEvent) => Date.parse(event.meta.recorded) <= Date.parse(asOf.recorded);
    let state = decider.initial;
    let revision = NO_STREAM.revision;
    for (const event of await this.events(stream)) {
      // Where clocks disagreed, an event may have been recorded before one that precedes it.
      if (!known(event)) continue;
      state = decider.evolve(state, event as unknown as E);
      revision = event.revision;
    }
    return { state, revision };
  }

  async events(stream: string): Promise<readonly RecordedEvent[]> {
    return (await this.store.read(stream)).map((event) => decode(event, this.catalogue));
  }

  async revision(stream: string): Promise<number> {
    return this.#cache?.get(stream)?.head.revision ?? (await this.store.last(stream))?.revision ?? NO_STREAM.revision;
  }

  /** Commands on one stream wait for each other here rather than at the store, where all but one would have to start again. */
  #inTurn<T>(stream: string, work: () => Promise<T>): Promise<T> {
    const before = this.#queues.get(stream);
    const mine = before ? before.then(work, work) : work();
    this.#queues.set(stream, mine);
    const leave = () => void (this.#queues.get(stream) === mine && this.#queues.delete(stream));
    mine.then(leave, leave);
    return mine;
  }

  async #decide<S, C, E extends DomainEvent>(stream: string, decider: Decider<S, C, E>, command: C, context: CommandContext, from: number): Promise<Receipt> {
    const folded = await this.#fold(stream, decider, from);
    if (folded.commands.has(context.command)) return this.#originalReceipt(stream, command, context, from);
    const decided = decider.decide(command, folded.state);
    if (decided.length === 0) return { command: context.command, entries: [] };
    const result = await this.store.append(stream, folded.head, propose(stream, decided, command, context, this.catalogue, this.clock.now()));
    if (from === 0) this.#remember(stream, decider, folded, result, context.command);
    else this.#cache?.delete(stream);
    return { command: context.command, entries: [{ stream, position: result.position, events: result.events }] };
  }

  async #originalReceipt(stream: string, asked: unknown, { command, actor }: CommandContext, from: number): Promise<Receipt> {
    const events = (await this.store.read(stream, from)).map((event) => decode(event, this.catalogue)).filter(({ meta }) => meta.command === command);
    requireSameIntention(events[0]!, asked, actor);
    return { command, entries: [{ stream, position: events.at(-1)!.position, events }] };
  }

  async #fold<S, C, E extends DomainEvent>(stream: string, decider: Decider<S, C, E>, from: number): Promise<Folded<S>> {
    const cached = from === 0 && this.#cache?.get(stream);
    if (cached && cached.decider === decider) return cached as Folded<S>;
    const stored = await this.store.read(stream, from);
    const last: StoredEvent | null = stored.at(-1) ?? (from > 0 ? await this.store.last(stream) : null);
    const commands = new Set<Id>();
    let state = decider.initial;
    for (const event of stored) {
      const recorded = decode<E>(event, this.catalogue);
      commands.add(recorded.meta.command);
      state = decider.evolve(state, recorded as unknown as E);
    }
    return { decider, state, head: last ? headOf(last) : NO_STREAM, commands };
  }

  #remember<S, C, E extends DomainEvent>(stream: string, decider: Decider<S, C, E>, folded: Folded<S>, result: Appended, command: Id): void {
    if (!this.#cache) return;
    const state = result.events.reduce((before, event) => decider.evolve(before, event as unknown as E), folded.state);
    this.#cache.set(stream, { decider, state, head: result.head, commands: folded.commands.add(command) });
  }
}
