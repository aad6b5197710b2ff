import { setImmediate as breathe } from 'node:timers/promises';
import type { AsOf, Clock, CommandContext, Decider, DomainEvent, EventCatalogue, Id, Receipt, RecordedEvent, StoredEvent } from '#kernel';
import { decode, draft, propose, receiptOf, requireSameIntention, seal, Streams } from '#kernel';
import type { PlacedEvent } from '#kernel/adapters/postgres-bulk-log';

/** Where what is decided goes. */
export interface Sink {
  /** Position of the last event before the first one taken. */
  readonly start: number;
  take(event: PlacedEvent): void;
  /** Waits when too much is waiting to be written. */
  room(): Promise<void> | null;
  /** Streams as written so far, in the order asked. */
  read(streams: readonly string[]): Promise<readonly (readonly StoredEvent[])[]>;
}

/** A command as it was decided: what another implementation of the streams may be asked to do again. */
export interface Decision {
  readonly stream: string;
  readonly decider: unknown;
  readonly command: unknown;
  readonly context: CommandContext;
  readonly now: number;
  readonly from: number;
}

export interface MemoryStreamsOptions {
  /** How many streams stay in memory; the others are read again when somebody comes back to them. */
  readonly kept?: number;
  readonly decided?: (decision: Decision) => void;
  /** Told of every event at once, in log order. */
  readonly seen?: (event: RecordedEvent) => void;
}

/** The text that is written, and nothing made of it: the garbage collector goes through objects, not through letters. */
type Written = Omit<StoredEvent, 'checkpoint'>;

interface Held {
  readonly events: Written[];
  state: unknown;
  /** Whose state it is; null when it must be folded again. */
  decider: unknown;
  /** Somebody came back to it: it stays when its turn to leave comes, once. */
  again: boolean;
}

const TURNS = 256;

/** The streams of one writer that is alone: kept in memory, events sealed here as the log would, and written later in large batches. */
export class MemoryStreams extends Streams {
  readonly #held = new Map<string, Held>();
  /** Streams no longer held. */
  readonly #left = new Set<string>();
  readonly #kept: number;
  #position: number;
  #turns = 0;

  constructor(
    private readonly catalogue: EventCatalogue,
    private readonly clock: Clock,
    private readonly sink: Sink,
    private readonly options: MemoryStreamsOptions = {},
  ) {
    super();
    this.#kept = options.kept ?? 300_000;
    this.#position = sink.start;
  }

  /** Of the last event decided. */
  get position(): number {
    return this.#position;
  }

  async handle<S, C, E extends DomainEvent>(stream: string, decider: Decider<S, C, E>, command: C, context: CommandContext, { from = 0 }: { readonly from?: number } = {}): Promise<Receipt> {
    const known = await this.#of(stream);
    const held = known ?? newlyHeld([]);
    const before = held.events.slice(from).filter(isOf(context.command)).map(this.#decode);
    if (before.length > 0) {
      requireSameIntention(before[0]!, command, context.actor);
      return receiptOf(stream, context, before);
    }
    const state = this.#stateOf(held, decider, from);
    const decided = decider.decide(command, state);
    if (decided.length === 0) return { command: context.command, entries: [] };
    this.options.decided?.({ stream, decider, command, context, now: this.clock.now(), from });
    const written = this.#write(stream, held.events, decided, command, context);
    held.decider = from === 0 ? decider : null;
    held.state = from === 0 ? written.reduce((before, event) => decider.evolve(before, event as unknown as E), state) : null;
    if (!known) this.#keep(stream, held);
    for (const event of written) this.options.seen?.(event);
    await this.sink.room();
    // What has been sent to the database leaves only when this process listens to its sockets.
    if (++this.#turns % TURNS === 0) await breathe();
    return receiptOf(stream, context, written);
  }

  async load<S, C, E extends DomainEvent>(stream: string, decider: Decider<S, C, E>, asOf?: AsOf): Promise<{ readonly state: S; readonly revision: number }> {
    if (asOf && !('after' in asOf)) throw new Error('a world in the making has no past to be asked for');
    const held = await this.#of(stream);
    return held ? { state: this.#stateOf(held, decider, 0), revision: held.events.length - 1 } : { state: decider.initial, revision: -1 };
  }

  async events(stream: string): Promise<readonly RecordedEvent[]> {
    return (await this.#of(stream))?.events.map(this.#decode) ?? [];
  }

  async revision(stream: string): Promise<number> {
    return ((await this.#of(stream))?.events.length ?? 0) - 1;
  }

  #write(stream: string, before: Written[], decided: readonly DomainEvent[], command: unknown, context: CommandContext): readonly RecordedEvent[] {
    const now = this.clock.now();
    const recorded = new Date(now).toISOString();
    const proposed = propose(stream, decided, command, context, this.catalogue, now);
    const last = before.at(-1);
    const sealed = seal(stream, { revision: before.length - 1, hash: last ? hashIn(last) : '' }, draft(proposed), recorded);
    return sealed.map((event, index) => {
      const position = ++this.#position;
      const placed = { ...event, stream, position, recorded: now };
      before.push(placed);
      this.sink.take(placed);
      const { data, meta } = proposed[index]!;
      const { id, revision, type, version } = event;
      return { id, stream, revision, position, checkpoint: String(position), type, version, data, meta: { ...meta, recorded, hash: hashIn(event) } } as RecordedEvent;
    });
  }

  readonly #decode = (event: Written): RecordedEvent => decode({ ...event, checkpoint: String(event.position) }, this.catalogue);

  #stateOf<S, C, E extends DomainEvent>(held: Held, decider: Decider<S, C, E>, from: number): S {
    if (from === 0 && held.decider === decider) return held.state as S;
    const state = held.events.slice(from).reduce((before, event) => decider.evolve(before, this.#decode(event) as unknown as E), decider.initial);
    if (from === 0) Object.assign(held, { state, decider });
    return state;
  }

  async #of(stream: string): Promise<Held | undefined> {
    const held = this.#held.get(stream);
    if (held) held.again = true;
    else if (this.#left.has(stream)) await this.recall([stream]);
    return held ?? this.#held.get(stream);
  }

  /** Brings streams back into memory together: one by one, each would wait for the log to be written. */
  async recall(streams: readonly string[]): Promise<void> {
    const left = streams.filter((stream) => this.#left.has(stream));
    if (left.length === 0) return;
    const found = await this.sink.read(left);
    // An earlier attempt may have written what this one has not decided yet.
    for (const [index, stream] of left.entries()) this.#keep(stream, newlyHeld(found[index]!.filter(({ position }) => position <= this.#position)));
  }

  /** The oldest leave, unless somebody has come back to them. */
  #keep(stream: string, held: Held): void {
    if (this.#held.size >= this.#kept) this.#makeRoom(this.#kept * 0.9);
    this.#held.set(stream, held);
    this.#left.delete(stream);
  }

  #makeRoom(wanted: number): void {
    for (const [stream, held] of this.#held) {
      if (this.#held.size <= wanted) return;
      if (!held.again) {
        this.#held.delete(stream);
        this.#left.add(stream);
      }
      held.again = false;
    }
  }
}

const newlyHeld = (events: Written[]): Held => ({ events, state: null, decider: null, again: false });

/** A meta text ends with its hash. */
const hashIn = ({ meta }: { readonly meta: string }): string => meta.slice(-66, -2);

const isOf = (command: Id) => {
  const said = `"command":"${command}"`;
  return ({ meta }: Written): boolean => meta.includes(said);
};
