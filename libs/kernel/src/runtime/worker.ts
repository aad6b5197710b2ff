import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { EventStore } from '../event-store.js';
import type { Checkpoint } from '../events.js';
import { Fenced } from './bookkeeping.js';
import type { Deadlines } from './deadlines.js';
import { errorCode } from './error-code.js';
import { policyName } from './policy-track.js';
import type { Progress } from './progress.js';
import { ProjectionRunner, type RunnerParts } from './projection-runner.js';

/** Held by the one process that follows the log. */
export const WORKER_LOCK = 'runtime.worker';

export interface WorkerOptions {
  readonly pulseMs: number;
  readonly deadlinesEveryMs: number;
}

/** Follows the log as long as it holds the workers' lock; stands by otherwise, and takes over when the holder is gone. */
export class Worker {
  readonly #log = new Logger('Worker');
  readonly #stop = new AbortController();
  #runner: ProjectionRunner | null = null;
  #running: Promise<void> | null = null;
  #standingBy = false;

  constructor(
    private readonly parts: RunnerParts,
    private readonly deadlines: Deadlines,
    private readonly options: WorkerOptions,
  ) {}

  /** The runner, when this process is the one that works. */
  get runner(): ProjectionRunner | null {
    return this.#runner;
  }
  get store(): EventStore {
    return this.parts.store;
  }
  get progress(): Progress {
    return this.parts.progress;
  }

  /** Resolves once this process works, or another one does: from then on no policy that begins at the head of the log misses what is written. */
  async start(): Promise<void> {
    this.#running ??= this.#loop();
    await this.parts.progress.until(() => this.#standingBy || !!this.#runner?.opened, Number.MAX_SAFE_INTEGER, this.#stop.signal);
  }

  /** Another worker that is still beginning has yet to write down where its policies begin. */
  async #policiesHaveBegun(): Promise<boolean> {
    const names = this.parts.policies().map(policyName);
    const known = await this.parts.database.one<{ count: number }>('select count(*)::int as count from runtime.checkpoint where name = any($1)', [names]);
    return known?.count === names.length;
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  async #loop(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      try {
        await this.#term();
      } catch (error) {
        if (error instanceof Fenced) this.#log.warn(error.message);
        else this.#log.error(`stopped following the log, trying again: ${errorCode(error)}`);
      }
      await this.#pause(this.options.pulseMs);
    }
  }

  async #term(): Promise<void> {
    const lock = await this.parts.database.tryLock(WORKER_LOCK);
    if (!lock) {
      this.#standingBy ||= await this.#policiesHaveBegun();
      return this.parts.progress.moved();
    }
    const signal = AbortSignal.any([this.#stop.signal, lock.lost]);
    const over = new AbortController();
    const runner = new ProjectionRunner(this.parts);
    this.#runner = runner;
    const deadlines = this.#deadlines(AbortSignal.any([signal, over.signal]));
    try {
      await runner.run(signal, this.options.pulseMs);
    } finally {
      over.abort();
      this.#runner = null;
      await deadlines;
      await lock.release();
    }
  }

  async #deadlines(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await sleep(this.options.deadlinesEveryMs, undefined, { signal }).catch(() => undefined);
      if (!signal.aborted) await this.deadlines.tick(signal);
    }
  }

  #pause(milliseconds: number): Promise<void> {
    return sleep(milliseconds, undefined, { signal: this.#stop.signal }).catch(() => undefined);
  }

  /** Rebuilds here, or asks whoever holds the lock and waits for it. @throws Error for an unknown name */
  async rebuild(names: readonly string[]): Promise<void> {
    const { database, tables } = this.parts;
    const projections = names.map((name) => [...tables.keys()].find((projection) => projection.name === name) ?? unknown(name));
    if (this.#runner?.opened) return this.#runner.rebuild(projections);
    await database.run('insert into runtime.rebuild_request (name) select unnest($1::text[]) on conflict do nothing', [names]);
    while (!this.#stop.signal.aborted && (await database.one('select 1 from runtime.rebuild_request where name = any($1) limit 1', [names]))) await this.#pause(100);
  }

  /** Resolves when every projection and policy has taken everything the log holds, and the policies' own commands too. False when it took too long. */
  async settled(timeoutMs = 30_000): Promise<boolean> {
    const until = Date.now() + timeoutMs;
    while (Date.now() < until) {
      const head = (await this.parts.store.head())?.checkpoint ?? null;
      if (this.#isAt(head) && ((await this.parts.store.head())?.checkpoint ?? null) === head) return true;
      await this.parts.progress.until(() => this.#isAt(head), 20);
    }
    return false;
  }

  #isAt(head: Checkpoint | null): boolean {
    const runner = this.#runner;
    if (!runner || runner.joining.length > 0 || !runner.opened) return false;
    const passed = ({ checkpoint }: { readonly checkpoint: Checkpoint | null }) =>
      head === null || (checkpoint !== null && this.parts.store.compare(checkpoint, head) >= 0);
    return runner.tracks.every(passed) && runner.policies.every((policy) => policy.idle && passed(policy));
  }
}

const unknown = (name: string): never => {
  throw new Error(`there is no projection ${name}`);
};
