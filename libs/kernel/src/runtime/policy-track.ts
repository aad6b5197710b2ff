import { setTimeout as sleep } from 'node:timers/promises';
import type { PgDatabase } from '../adapters/pg-database.js';
import type { Checkpoint, RecordedEvent } from '../events.js';
import type { Policy } from '../policy.js';
import { Refusal } from '../refusal.js';
import { move, noteRefused, park, type Place } from './bookkeeping.js';
import { errorCode } from './error-code.js';
import type { Delivered } from './fold.js';

export interface PolicyTrackOptions {
  /** Pauses between two tries of an event whose reaction failed. */
  readonly backoffMs: readonly number[];
  /** Beyond this many waiting events the policy reads the log by itself instead of being fed. */
  readonly queueLimit: number;
}

export interface PolicySurroundings {
  readonly database: PgDatabase;
  readonly now: () => number;
  readonly compare: (a: Checkpoint, b: Checkpoint) => number;
  /** Pages after a checkpoint up to the head, decoded. */
  readonly pages: (after: Checkpoint | null) => AsyncIterable<readonly Delivered[]>;
  /** No page reaches a policy while this work runs. */
  readonly betweenPages: <T>(work: () => Promise<T>) => Promise<T>;
  /** Resolves when those projections have passed the position; false when the worker stops first. */
  readonly projectionsAt: (names: readonly string[], position: number) => Promise<boolean>;
  readonly moved: () => void;
}

interface Batch {
  readonly events: readonly Delivered[];
  readonly end: { readonly checkpoint: Checkpoint; readonly position: number };
}

/** One policy on its way through the log: in order, at least once, never faster than the projections it needs. */
export class PolicyTrack {
  readonly #handles: ReadonlySet<string>;
  readonly #queue: Batch[] = [];
  #queued = 0;
  #stored: Checkpoint | null;
  #behind: boolean;
  #wake: (() => void) | null = null;
  #working = false;

  constructor(
    readonly policy: Policy,
    private place: Place,
    private readonly around: PolicySurroundings,
    private readonly options: PolicyTrackOptions = { backoffMs: [100, 200, 400, 800, 1600, 3200], queueLimit: 50_000 },
  ) {
    this.#handles = new Set(policy.handles);
    this.#stored = place.checkpoint;
    this.#behind = place.checkpoint === null;
  }

  get name(): string {
    return policyName(this.policy);
  }
  get checkpoint(): Checkpoint | null {
    return this.place.checkpoint;
  }
  get position(): number {
    return this.place.position;
  }
  get idle(): boolean {
    return !this.#behind && !this.#working && this.#queue.length === 0;
  }
  /** It reads the log by itself for now. */
  get behind(): boolean {
    return this.#behind;
  }

  #mine(page: readonly Delivered[]): readonly Delivered[] {
    const { checkpoint } = this.place;
    return page.filter((event) => this.#handles.has(event.type) && (checkpoint === null || this.around.compare(event.checkpoint, checkpoint) > 0));
  }

  /** A page of the shared subscription; never waits for the reactions. */
  offer(page: readonly Delivered[], end: Batch['end']): void {
    if (this.#behind) return;
    if (this.place.checkpoint !== null && this.around.compare(this.place.checkpoint, end.checkpoint) >= 0) return;
    const events = this.#mine(page);
    if (events.length === 0 && this.idle) {
      this.place = end;
      return;
    }
    if (this.#queued + events.length > this.options.queueLimit) {
      this.#behind = true;
      return;
    }
    this.#queue.push({ events, end });
    this.#queued += events.length;
    this.#wake?.();
  }

  /** Reacts until the signal aborts. @throws Fenced */
  async run(signal: AbortSignal): Promise<void> {
    const stop = () => this.#wake?.();
    signal.addEventListener('abort', stop);
    while (!signal.aborted) {
      const batch = this.#queue.shift();
      if (batch) {
        this.#queued -= batch.events.length;
        await this.#take(batch, signal);
      } else if (this.#behind) await this.#catchUp(signal);
      else await new Promise<void>((resolve) => (this.#wake = resolve));
    }
    signal.removeEventListener('abort', stop);
  }

  async #catchUp(signal: AbortSignal): Promise<void> {
    for await (const page of this.around.pages(this.place.checkpoint)) {
      if (signal.aborted) return;
      await this.#take({ events: this.#mine(page), end: page.at(-1)! }, signal);
    }
    await this.around.betweenPages(async () => {
      for await (const _ of this.around.pages(this.place.checkpoint)) return;
      this.#behind = false;
    });
    this.around.moved();
  }

  async #take({ events, end }: Batch, signal: AbortSignal): Promise<void> {
    this.#working = true;
    try {
      for (const delivered of events) {
        if (signal.aborted || !(await this.#react(delivered, signal))) return;
        this.place = { checkpoint: delivered.checkpoint, position: delivered.position };
      }
      this.place = { checkpoint: end.checkpoint, position: end.position };
    } finally {
      this.#working = false;
      this.around.moved();
    }
  }

  /** False when the worker stopped before it was done. */
  async #react(delivered: Delivered, signal: AbortSignal): Promise<boolean> {
    if (!(await this.around.projectionsAt(this.policy.needs, delivered.position))) return false;
    if (!delivered.event) return this.#park(delivered, delivered.error);
    for (let tries = 0; ; tries++) {
      try {
        await this.policy.react(delivered.event);
        return true;
      } catch (error) {
        if (error instanceof Refusal) return this.#refused(delivered.event, error);
        const pause = this.options.backoffMs[tries];
        if (pause === undefined) return this.#park(delivered, error);
        await sleep(pause, undefined, { signal }).catch(() => undefined);
        if (signal.aborted) return false;
      }
    }
  }

  async #refused(event: RecordedEvent, { code, facts }: Refusal): Promise<true> {
    await noteRefused(this.around.database, { policy: this.policy.name, cause: event.id, position: event.position, code, facts, at: this.#now() });
    return true;
  }

  async #park({ id, position, stream }: Delivered, error: unknown): Promise<true> {
    await park(this.around.database, this.name, [{ key: `${stream}@${position}`, position, eventId: id, error: errorCode(error) }], this.#now());
    return true;
  }

  #now(): string {
    return new Date(this.around.now()).toISOString();
  }

  /** Writes down how far it has come; what a crash takes back of it is done once more. @throws Fenced */
  async flush(): Promise<void> {
    const { place } = this;
    if (place.checkpoint === this.#stored) return;
    await move(this.around.database, this.name, this.#stored, place);
    this.#stored = place.checkpoint;
  }
}

export const policyName = ({ name }: Pick<Policy, 'name'>): string => `policy:${name}`;
