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

  /** The state now, or as of a log position (inclusive) or a recorded instant (inclusive, ISO). */
  abstract load<S, C, E extends DomainEvent>(
    stream: string,
    decider: Decider<S, C, E>,
    asOf?: { readonly position: number } | { readonly recorded: string },
  ): Promise<{ readonly state: S; readonly revision: number }>;

  /** Every event of a stream, upcast, in order. */
  abstract events(stream: string): Promise<readonly RecordedEvent[]>;

  /** Last revision of a stream, -1 when it does not exist. */
  abstract revision(stream: string): Promise<number>;
}
