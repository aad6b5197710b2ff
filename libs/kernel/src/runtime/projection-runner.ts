import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { PgDatabase } from '../adapters/pg-database.js';
import type { EventCatalogue } from '../catalogue.js';
import type { EventStore } from '../event-store.js';
import type { Checkpoint } from '../events.js';
import type { Policy } from '../policy.js';
import type { Projection } from '../projection.js';
import { type CheckpointRow, checkLog, checkpoints, Fenced, noteFailed, register } from './bookkeeping.js';
import { errorCode } from './error-code.js';
import { LogReader } from './log-reader.js';
import { PageWriter } from './page-writer.js';
import { policyName, type PolicySurroundings, PolicyTrack, type PolicyTrackOptions } from './policy-track.js';
import type { Progress } from './progress.js';
import { NEXT, ProjectionTrack } from './projection-track.js';
import { type ReadTables, startNext, swapNext } from './read-schema.js';
import { Turns } from './turns.js';

export interface RunnerParts {
  readonly database: PgDatabase;
  readonly store: EventStore;
  readonly catalogue: EventCatalogue;
  readonly tables: ReadTables;
  /** Asked when the work begins: contexts construct theirs after the kernel. */
  readonly policies: () => readonly Policy[];
  readonly now: () => number;
  readonly progress: Progress;
  readonly announce: (topics: readonly string[]) => void;
  readonly pageSize?: number | undefined;
  readonly policyOptions?: PolicyTrackOptions | undefined;
}

/** A projection that has more to read than this does so out of sight, as a rebuild, and is there when it is done. */
const LONG = 20_000;

/**
 * One subscription to the log, fanned out to all projections and policies. Lives as long as its worker holds the lock;
 * a new one is made each time. Projections that have more to read than the others do so in a pass of their own and then join.
 */
export class ProjectionRunner {
  readonly #log = new Logger('Projections');
  readonly #stop = new AbortController();
  readonly #turns = new Turns();
  readonly #reader: LogReader;
  readonly #writer = new PageWriter(this.#stop.signal);
  #live: ProjectionTrack[] = [];
  #joining: ProjectionTrack[] = [];
  #policies: PolicyTrack[] = [];
  #opened = false;

  constructor(private readonly parts: RunnerParts) {
    const types = [...parts.tables.keys(), ...parts.policies()].flatMap(({ handles }) => handles);
    this.#reader = new LogReader(parts.store, parts.catalogue, new Set(types), parts.pageSize ?? 20_000);
  }

  get tracks(): readonly ProjectionTrack[] {
    return this.#live;
  }
  get joining(): readonly ProjectionTrack[] {
    return this.#joining;
  }
  get policies(): readonly PolicyTrack[] {
    return this.#policies;
  }
  /** It knows where everybody stands and has begun to read. */
  get opened(): boolean {
    return this.#opened;
  }
  /** Put out of the way, itself or its rebuild. */
  hasFailed({ name }: Projection): boolean {
    return this.#writer.failed.has(name) || this.#writer.failed.has(name + NEXT);
  }

  positionOf(name: string): number {
    return this.#live.find((track) => track.name === name)?.position ?? -1;
  }

  /** Runs until stopped or lost. @throws Fenced when another worker writes; Error when the log is not ours */
  async run(signal: AbortSignal, pulseMs: number): Promise<void> {
    const stop = () => this.#stop.abort();
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
    try {
      const joining = await this.#open();
      const routines = [this.#pulse(pulseMs, () => this.#flush()), this.#pulse(pulseMs, () => this.#rebuildRequested()), this.#pulse(pulseMs, () => this.#tellFailed())];
      const work = [this.#follow(), ...routines, this.#join(joining), ...this.#policies.map((policy) => policy.run(this.#stop.signal))];
      try {
        await Promise.all(work);
      } finally {
        this.#stop.abort();
        await Promise.allSettled(work);
      }
    } finally {
      signal.removeEventListener('abort', stop);
      this.parts.progress.moved();
    }
    await this.#flush().catch(() => undefined);
  }

  async #open(): Promise<ProjectionTrack[]> {
    const { database, store, tables } = this.parts;
    await checkLog(database, store);
    const known = new Map((await checkpoints(database)).map((row) => [row.name, row]));
    const long = ((await store.head())?.position ?? 0) > LONG;
    const [live, joining]: [ProjectionTrack[], ProjectionTrack[]] = [[], []];
    for (const [projection, table] of tables) {
      const row = known.get(projection.name)!;
      const sameRows = row.version === projection.version && row.shape === table.shape;
      if (sameRows && !(long && row.checkpoint === null)) live.push(await this.#track(projection, row, false));
      else joining.push(await this.#track(projection, await startNext(database, projection, table), true));
    }
    const somebodyHasRead = live.some(({ checkpoint }) => checkpoint !== null);
    this.#live = live.filter(({ checkpoint }) => checkpoint !== null || !somebodyHasRead);
    this.#policies = await Promise.all(this.parts.policies().map((policy) => this.#policy(policy, known.get(policyName(policy)))));
    const late = [...joining, ...live.filter((track) => !this.#live.includes(track))];
    this.#joining = [...late];
    this.#opened = true;
    this.parts.progress.moved();
    return late;
  }

  #track(projection: Projection, place: { checkpoint: Checkpoint | null; position: number }, next: boolean): Promise<ProjectionTrack> {
    const { database, store, tables, now } = this.parts;
    const { checkpoint, position } = place;
    return ProjectionTrack.open(projection, tables.get(projection)!, next, { checkpoint, position }, database, store, now);
  }

  async #policy(policy: Policy, known: CheckpointRow | undefined): Promise<PolicyTrack> {
    const { database, store, now, progress, policyOptions } = this.parts;
    let place = known && { checkpoint: known.checkpoint, position: known.position };
    if (!place) {
      place = (policy.start === 'head' ? await store.head() : null) ?? { checkpoint: null, position: -1 };
      await register(database, { name: policyName(policy), version: 1, shape: '', ...place });
    }
    const around: PolicySurroundings = {
      database,
      now,
      compare: (a, b) => store.compare(a, b),
      pages: (after) => this.#reader.pages(after),
      betweenPages: (work) => this.#turns.take(work),
      projectionsAt: (names, position) =>
        progress.until(() => names.every((name) => this.positionOf(name) >= position), Number.MAX_SAFE_INTEGER, this.#stop.signal),
      moved: () => progress.moved(),
    };
    return new PolicyTrack(policy, place, around, policyOptions);
  }

  async #follow(): Promise<void> {
    const { store } = this.parts;
    const readers = [...this.#live, ...this.#policies.filter(({ behind }) => !behind)];
    let after = readers.length > 0 ? this.#reader.earliest(readers) : ((await store.head())?.checkpoint ?? null);
    while (!this.#stop.signal.aborted) {
      try {
        for await (const page of this.#reader.follow(after, this.#stop.signal)) {
          await this.#turns.take(async () => {
            this.parts.announce(await this.#writer.write(this.#live, page));
            this.#live = this.#live.filter((track) => this.#writer.isWorking(track));
            for (const policy of this.#policies) policy.offer(page, page.at(-1)!);
          });
          after = page.at(-1)!.checkpoint;
          this.parts.progress.moved();
          if (this.#stop.signal.aborted) return;
        }
      } catch (error) {
        if (error instanceof Fenced) throw error;
        this.#log.error(`the log could not be followed, trying again: ${errorCode(error)}`);
        await this.#pause(1000);
      }
    }
  }

  #pause(milliseconds: number): Promise<void> {
    return sleep(milliseconds, undefined, { signal: this.#stop.signal }).catch(() => undefined);
  }

  /** Brings projections from where they are to where the others are, in one pass over the log, then lets them join. */
  async #join(tracks: readonly ProjectionTrack[]): Promise<void> {
    if (tracks.length === 0) return;
    this.#joining = [...new Set([...this.#joining, ...tracks])];
    const readOn = async () => {
      const rest = tracks.filter((track) => this.#writer.isWorking(track));
      if (rest.length === 0) return;
      for await (const page of this.#reader.pages(this.#reader.earliest(rest))) {
        if (this.#stop.signal.aborted) return;
        await this.#writer.write(rest, page);
      }
    };
    await readOn();
    await this.#complete(tracks);
    await this.#turns.take(async () => {
      await readOn();
      for (const track of tracks) {
        if (this.#stop.signal.aborted) return;
        if (this.#writer.isWorking(track)) await this.#admit(track);
      }
    });
    this.#joining = this.#joining.filter((track) => !tracks.includes(track));
    this.parts.progress.moved();
  }

  /** Writes what the new tables still lack and makes their indexes, while the others go on. */
  async #complete(tracks: readonly ProjectionTrack[]): Promise<void> {
    for (const track of tracks) {
      if (!track.next || this.#stop.signal.aborted || !this.#writer.isWorking(track)) continue;
      try {
        await track.flush();
        await this.parts.database.script(track.table.indexNext());
        await this.parts.database.script(track.table.tidyNext());
      } catch (error) {
        this.#writer.giveUp(track, error);
      }
    }
  }

  async #admit(track: ProjectionTrack): Promise<void> {
    const { database } = this.parts;
    if (!track.next) return void this.#live.push(track);
    await track.flush();
    const { projection, table, checkpoint, position } = track;
    this.#writer.failed.delete(projection.name);
    await swapNext(database, projection, table, { checkpoint, position });
    this.#live = [...this.#live.filter((other) => other.projection !== projection), await this.#track(projection, { checkpoint, position }, false)];
  }

  /** Makes read models anew from the whole log, several in one pass; readers see the old rows until the new ones take their place. */
  async rebuild(projections: readonly Projection[]): Promise<void> {
    const { database, tables } = this.parts;
    const busy = projections.find((projection) => this.#joining.some((track) => track.projection === projection));
    if (busy) throw new Error(`${busy.name} is being rebuilt already`);
    for (const { name } of projections) this.#writer.failed.delete(name + NEXT);
    const tracks = await Promise.all(
      projections.map(async (projection) => this.#track(projection, await startNext(database, projection, tables.get(projection)!), true)),
    );
    await this.#join(tracks);
    const undone = tracks.find((track) => this.#stop.signal.aborted || !this.#writer.isWorking(track));
    if (undone) throw new Error(`${undone.projection.name} could not be rebuilt: the old rows are still shown`);
  }

  /** Every so often, until stopped; what fails is tried again next time. */
  async #pulse(everyMs: number, work: () => Promise<void>): Promise<void> {
    while (!this.#stop.signal.aborted) {
      await this.#pause(everyMs);
      try {
        await work();
      } catch (error) {
        if (error instanceof Fenced) throw error;
        this.#log.error(`a routine of the worker failed, trying again: ${errorCode(error)}`);
      }
    }
  }

  async #flush(): Promise<void> {
    await this.#turns.take(async () => {
      for (const track of this.#live) await track.flush();
    });
    for (const policy of this.#policies) await policy.flush();
  }

  #told: string | null = null;
  /** What an earlier worker had put out of the way has been taken up again: the first time says so too. */
  async #tellFailed(): Promise<void> {
    const { failed } = this.#writer;
    const now = [...failed.keys()].join(' ');
    if (now === this.#told) return;
    await noteFailed(this.parts.database, failed, new Date(this.parts.now()).toISOString());
    this.#told = now;
  }

  /** Another process, such as the command line, asks by a row. */
  async #rebuildRequested(): Promise<void> {
    const { database, tables } = this.parts;
    const asked = (await database.rows<{ name: string }>('select name from runtime.rebuild_request')).map(({ name }) => name);
    const projections = [...tables.keys()].filter(({ name }) => asked.includes(name) && !this.#joining.some((track) => track.projection.name === name));
    if (projections.length === 0) return;
    try {
      await this.rebuild(projections);
    } finally {
      // A stop is no answer: the next worker finds the request.
      if (!this.#stop.signal.aborted) await database.run('delete from runtime.rebuild_request where name = any($1)', [projections.map(({ name }) => name)]);
    }
  }
}
