import type { Receipt } from './streams.js';

/** Lets an answer contain the effect of the command that asked for it. */
export abstract class ReadModels {
  /**
   * Waits until the named projections have seen the receipt's events (only those they handle), at most `timeoutMs` (default 2000).
   * @returns false when it gave up: the answer must say that it may be behind.
   */
  abstract caughtUp(receipt: Receipt, projections: readonly string[], timeoutMs?: number): Promise<boolean>;
}
