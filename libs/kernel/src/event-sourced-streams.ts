import { setTimeout as sleep } from 'node:timers/promises';
import type { EventCatalogue } from './catalogue.js';
import type { Clock } from './clock.js';
import { decode, headOf } from './codec.js';
import type { Decider } from './decider.js';
import { type Decision, decisionOn, foldOf, somethingDone, type Task } from './decision.js';
import { NO_STREAM, WrongRevision, type EventStore, type StoredEvent, type StreamHead } from './event-store.js';
import type { DomainEvent, RecordedEvent } from './events.js';
import { requireSameIntention } from './intention.js';
import { propose } from './propose.js';
import { StreamMemory } from './stream-memory.js';
import { type AsOf, type CommandContext, type Receipt, receiptOf, Streams } from './streams.js';

/** How often a decision is taken again after somebody else wrote first. */
const ATTEMPTS = 30;

const headAfter = (last: RecordedEvent | StoredEvent | null): StreamHead => {
  if (!last) return NO_STREAM;
  if (typeof last.meta === 'string') return headOf(last as StoredEvent);
  const { hash, recorded } = last.meta;
  return { revision: last.revision, hash, recorded };
};

const knownAt = (asOf: { readonly position: number } | { readonly recorded: string }) => {
  if ('position' in asOf) return ({ position }: RecordedEvent) => position <= asOf.position;
  return ({ meta }: RecordedEvent) => Date.parse(meta.recorded) <= Date.parse(asOf.recorded);
};

export class EventSourcedStreams extends Streams {
  readonly #queues = new Map<string, Promise<unknown>>();
  readonly #memory = new StreamMemory();

  constructor(
    private readonly store: EventStore,
    private readonly catalogue: EventCatalogue,
    private readonly clock: Clock,
  ) {
    super();
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
          return await this.#decide({ stream, decider: decider as Task['decider'], command, context, from: options.from ?? 0 });
        } catch (error) {
          if (!(error instanceof WrongRevision) || attempt >= ATTEMPTS) throw error;
          this.#memory.forget(stream);
          await sleep(Math.random() * Math.min(200, 2 ** attempt));
        }
      }
    });
  }

  async load<S, C, E extends DomainEvent>(stream: string, decider: Decider<S, C, E>, asOf?: AsOf): Promise<{ readonly state: S; readonly revision: number }> {
    const events = asOf && 'after' in asOf ? await this.#after(asOf.after, stream) : await this.events(stream);
    // Where clocks disagreed, an event may have been recorded before one that precedes it.
    const known = asOf && !('after' in asOf) ? events.filter(knownAt(asOf)) : events;
    return { state: foldOf(decider, known), revision: known.at(-1)?.revision ?? NO_STREAM.revision };
  }

  async events(stream: string): Promise<readonly RecordedEvent[]> {
    const events = await this.#read(stream);
    this.#memory.keep(stream, events);
    return events;
  }

  async revision(stream: string): Promise<number> {
    const remembered = this.#memory.last(stream);
    return remembered >= 0 ? remembered : ((await this.store.last(stream))?.revision ?? NO_STREAM.revision);
  }

  async #read(stream: string, from = 0): Promise<readonly RecordedEvent[]> {
    return (await this.store.read(stream, from)).map((event) => decode(event, this.catalogue));
  }

  async #after({ entries }: Receipt, stream: string): Promise<readonly RecordedEvent[]> {
    const written = entries.findLast((entry) => entry.stream === stream)?.events.at(-1);
    const remembered = written && this.#memory.from(stream, 0);
    return remembered && remembered.at(-1)!.revision >= written.revision ? remembered : this.events(stream);
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

  /**
   * On what is remembered, first: the store takes nothing that was decided on less than all there is. A refusal, or nothing to do, is no answer
   * until it was decided on what the store holds.
   */
  async #decide(task: Task): Promise<Receipt> {
    const { stream, command, context, from } = task;
    const remembered = this.#memory.from(stream, from);
    const { on, before, decided } = (remembered && somethingDone(remembered, task)) ?? (await this.#decideAgain(task));
    if (before.length > 0) return receiptOf(stream, context, before);
    if (decided.length === 0) return { command: context.command, entries: [] };
    const last = on.at(-1) ?? (from > 0 ? await this.store.last(stream) : null);
    const { events } = await this.store.append(stream, headAfter(last), propose(stream, decided, command, context, this.catalogue, this.clock.now()));
    // The store knows an append that has already happened, but not who asked for it.
    requireSameIntention(events[0]!, command, context.actor);
    this.#memory.keep(stream, [...on, ...events]);
    return receiptOf(stream, context, events);
  }

  async #decideAgain(task: Task): Promise<Decision> {
    this.#memory.forget(task.stream);
    return decisionOn(await this.#read(task.stream, task.from), task);
  }
}
