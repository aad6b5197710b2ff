import type { Actor } from './actor.js';
import type { Decider } from './decider.js';
import type { DomainEvent, RecordedEvent } from './events.js';
import type { Id } from './ids.js';

/** Where a command comes from. The same `command` id is the same intention: the second time answers the first receipt, and another intention under it is refused. */
export interface CommandContext {
  readonly command: Id;
  readonly actor: Actor;
  readonly correlation?: Id;
  readonly causation?: Id | null;
  /** Business time, ISO instant; the clock's now when absent. */
  readonly occurred?: string;
}

export interface ReceiptEntry {
  readonly stream: string;
  readonly position: number;
  readonly events: readonly RecordedEvent[];
}

/** What a command wrote: enough to wait for the read models that show it. */
export interface Receipt {
  readonly command: Id;
  readonly entries: readonly ReceiptEntry[];
}

export const joinReceipts = (command: Id, ...receipts: readonly (Receipt | null | undefined)[]): Receipt => ({
  command,
  entries: receipts.flatMap((receipt) => receipt?.entries ?? []),
});

export const receiptOf = (stream: string, { command }: Pick<CommandContext, 'command'>, events: readonly RecordedEvent[]): Receipt => ({
  command,
  entries: [{ stream, position: events.at(-1)!.position, events }],
});

/** A log position (inclusive), a recorded instant (inclusive, ISO), or what a receipt says was written: the state then, or since. */
export type AsOf = { readonly position: number } | { readonly recorded: string } | { readonly after: Receipt };

/** The only writer. */
export abstract class Streams {
  /**
   * Reads, folds, decides, appends at the revision read; on a conflict starts again. Commands on one stream queue up in this process.
   * `from` folds only the events from that revision on (inclusive), for streams that grow without end.
   * @throws Refusal
   */
  abstract handle<S, C, E extends DomainEvent>(
    stream: string,
    decider: Decider<S, C, E>,
    command: C,
    context: CommandContext,
    options?: { readonly from?: number },
  ): Promise<Receipt>;

  /** The state now, whoever wrote last, or as of a moment. After a receipt: with what it wrote at least. */
  abstract load<S, C, E extends DomainEvent>(stream: string, decider: Decider<S, C, E>, asOf?: AsOf): Promise<{ readonly state: S; readonly revision: number }>;

  /** Every event of a stream, upcast, in order. */
  abstract events(stream: string): Promise<readonly RecordedEvent[]>;

  /** A revision that a stream has reached, -1 when it does not exist: the last one, as far as this process knows. */
  abstract revision(stream: string): Promise<number>;
}
