import type { Receipt } from './streams.js';

/** Lets an answer contain the effect of the command that asked for it. */
export abstract class ReadModels {
  /**
   * Waits until the named projections have seen the receipt's events (only those they handle), at most `timeoutMs` (default 2000).
   * @returns false when it gave up, or when a row that the receipt changes has been put aside: the answer must say that it may be behind.
   */
  abstract caughtUp(receipt: Receipt, projections: readonly string[], timeoutMs?: number): Promise<boolean>;
}

/** Something of this process that repeats a read model elsewhere, e.g. in columns. Extend it and provide it to Nest: the health page shows how far behind it is. */
export abstract class ReadCopy {
  abstract readonly name: string;
  abstract status(): Promise<{
    /** Last log position it holds; -1 when nothing yet. */
    readonly position: number;
    /** Log positions between it and what it copies. */
    readonly lag: number;
    readonly state: 'live' | 'rebuilding' | 'failed';
  } | null>;
}
