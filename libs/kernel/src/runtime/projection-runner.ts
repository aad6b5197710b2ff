import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { PgDatabase } from '../adapters/pg-database.js';
import type { EventCatalogue } from '../catalogue.js';
import { decode } from '../codec.js';
import type { EventStore, StoredEvent } from '../event-store.js';
import type { Checkpoint } from '../events.js';
import type { Policy } from '../policy.js';
import type { Projection } from '../projection.js';
import { type CheckpointRow, checkLog, checkpoints, Fenced, register } from './bookkeeping.js';
import { errorCode } from './error-code.js';
import type { Delivered } from './fold.js';
import { policyName, type PolicySurroundings, PolicyTrack, type PolicyTrackOptions } from './policy-track.js';
import type { Progress } from './progress.js';
import { ProjectionTrack } from './projection-track.js';
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

/** A page that keeps failing for one projection while the others write it: after this many tries it is put out of the way. */
const TRIES = 5;
const isConnectionError = (error: unknown) => /^(08|57P|53|ECONN|EPIPE|ETIMEDOUT)/.test(String((error as { code?: unknown }).code ?? ''));

/**
 * One subscription to the log, fanned out to all projections and policies. Lives as long as its worker holds the lock;
 * a new one is made each time. Projections that have more to read than the others do so in a pass of their own and then join.
 */
export class ProjectionRunner {
  readonly #log = new Logger('Projections');
  readonly #stop = new AbortController();
  readonly #turns = new Turns();
  readonly #failed = new Map<Projection, string>();
  readonly #types: ReadonlySet<string>;
  #live: ProjectionTrack[] = [];
  #joining: ProjectionTrack[] = [];
  #policies: PolicyTrack[] = [];
  #opened = false;

  constructor(private readonly parts: RunnerParts) {
    this.#types = new Set([...[...parts.tables.keys()].flatMap(({ handles }) => handles), ...parts.policies().flatMap(({ handles }) => handles)]);
  }

  get #pageSize(): number {
    return this.parts.pageSize ?? 20_000;
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
  /** Projections put out of the way, with the kind of error. */
  get failed(): ReadonlyMap<Projection, string> {
    return this.#failed;
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
      const work = [this.#follow(), this.#pulse(pulseMs), this.#join(joining), ...this.#policies.map((policy) => policy.run(this.#stop.signal))];
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
    const [live, joining]: [ProjectionTrack[], ProjectionTrack[]] = [[], []];
    for (const [projection, table] of tables) {
      const row = known.get(projection.name)!;
      if (row.version === projection.version && row.shape === table.shape) live.push(await this.#track(projection, row, false));
      else joining.push(await this.#track(projection, await startNext(database, projection, table), true));
    }
    const somebodyHasRead = live.some(({ checkpoint }) => checkpoint !== null);
    this.#live = live.filter(({ checkpoint }) => checkpoint !== null || !somebodyHasRead);
    this.#policies = await Promise.all(this.parts.policies().map((policy) => this.#policy(policy, known.get(policyName(policy)))));
    const late = [...joining, ...live.filter((track) => !this.#live.includes(track))];
    this.#joining = [...late];
    this.#opened = true;
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
      pages: (after) => this.#pages(after),
      betweenPages: (work) => this.#turns.take(work),
      projectionsAt: (names, position) =>
        progress.until(() => names.every((name) => this.positionOf(name) >= position), Number.MAX_SAFE_INTEGER, this.#stop.signal),
      moved: () => progress.moved(),
    };
    return new PolicyTrack(policy, place, around, policyOptions);
  }

  #earliest(tracks: readonly { readonly checkpoint: Checkpoint | null }[]): Checkpoint | null {
    const all = tracks.map(({ checkpoint }) => checkpoint);
    return all.includes(null) ? null : all.reduce((a, b) => (this.parts.store.compare(a!, b!) <= 0 ? a : b), all[0] ?? null);
  }

  async *#pages(after: Checkpoint | null): AsyncIterable<readonly Delivered[]> {
    for await (const page of this.parts.store.pages(after, this.#pageSize)) yield this.#delivered(page);
  }

  #delivered(page: readonly StoredEvent[]): readonly Delivered[] {
    return page.map((stored) => {
      const { id, stream, type, position, checkpoint } = stored;
      const about = { id, stream, type, position, checkpoint };
      if (!this.#types.has(type)) return { ...about, event: null };
      try {
        return { ...about, event: decode(stored, this.parts.catalogue) };
      } catch (error) {
        return { ...about, event: null, error };
      }
    });
  }

  async #follow(): Promise<void> {
    const { store } = this.parts;
    const readers = [...this.#live, ...this.#policies.filter(({ behind }) => !behind)];
    let after = readers.length > 0 ? this.#earliest(readers) : ((await store.head())?.checkpoint ?? null);
    while (!this.#stop.signal.aborted) {
      try {
        for await (const page of store.follow(after, this.#stop.signal, this.#pageSize)) {
          const events = this.#delivered(page);
          await this.#turns.take(async () => {
            this.parts.announce(await this.#apply(this.#live, events));
            for (const policy of this.#policies) policy.offer(events, events.at(-1)!);
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

  /** Every projection takes the page, each in a transaction of its own. */
  async #apply(tracks: readonly ProjectionTrack[], page: readonly Delivered[]): Promise<readonly string[]> {
    const topics = new Set<string>();
    let rest = tracks;
    for (let tries = 1; rest.length > 0 && !this.#stop.signal.aborted; tries++) {
      const results = await Promise.allSettled(rest.map((track) => track.apply(page, page.at(-1)!)));
      const failed = rest.flatMap((track, at) => {
        const result = results[at]!;
        if (result.status === 'rejected') return [{ track, error: result.reason as unknown }];
        for (const topic of result.value) topics.add(topic);
        return [];
      });
      const fenced = failed.find(({ error }) => error instanceof Fenced);
      if (fenced) throw fenced.error;
      rest = failed.filter(({ track, error }) => !this.#putAside(track, error, tries)).map(({ track }) => track);
      if (rest.length > 0) await this.#pause(Math.min(5000, 50 * 2 ** tries));
    }
    return [...topics];
  }

  #putAside(track: ProjectionTrack, error: unknown, tries: number): boolean {
    this.#log.error(`${track.name} could not take a page (try ${tries}): ${errorCode(error)}`);
    if (tries < TRIES || isConnectionError(error)) return false;
    this.#failed.set(track.projection, errorCode(error));
    this.#live = this.#live.filter((other) => other !== track);
    return true;
  }

  #pause(milliseconds: number): Promise<void> {
    return sleep(milliseconds, undefined, { signal: this.#stop.signal }).catch(() => undefined);
  }

  /** Brings projections from where they are to where the others are, in one pass over the log, then lets them join. */
  async #join(tracks: readonly ProjectionTrack[]): Promise<void> {
    if (tracks.length === 0) return;
    this.#joining = [...new Set([...this.#joining, ...tracks])];
    const readOn = async () => {
      const rest = tracks.filter(({ projection }) => !this.#failed.has(projection));
      if (rest.length === 0) return;
      for await (const page of this.#pages(this.#earliest(rest))) {
        if (this.#stop.signal.aborted) return;
        await this.#apply(rest.filter(({ projection }) => !this.#failed.has(projection)), page);
      }
    };
    await readOn();
    await this.#turns.take(async () => {
      await readOn();
      for (const track of tracks) {
        if (this.#stop.signal.aborted) return;
        if (!this.#failed.has(track.projection)) await this.#admit(track);
      }
    });
    this.#joining = this.#joining.filter((track) => !tracks.includes(track));
    this.parts.progress.moved();
  }

  async #admit(track: ProjectionTrack): Promise<void> {
    const { database } = this.parts;
    if (!track.next) return void this.#live.push(track);
    await track.flush();
    const { projection, table, checkpoint, position } = track;
    await swapNext(database, projection, table, { checkpoint, position });
    this.#live = [...this.#live.filter((other) => other.projection !== projection), await this.#track(projection, { checkpoint, position }, false)];
  }

  /** Makes read models anew from the whole log, several in one pass; readers see the old rows until the new ones take their place. */
  async rebuild(projections: readonly Projection[]): Promise<void> {
    const { database, tables } = this.parts;
    const busy = projections.find((projection) => this.#joining.some((track) => track.projection === projection));
    if (busy) throw new Error(`${busy.name} is being rebuilt already`);
    for (const projection of projections) this.#failed.delete(projection);
    const tracks = await Promise.all(
      projections.map(async (projection) => this.#track(projection, await startNext(database, projection, tables.get(projection)!), true)),
    );
    await this.#join(tracks);
  }

  async #pulse(everyMs: number): Promise<void> {
    while (!this.#stop.signal.aborted) {
      await this.#pause(everyMs);
      try {
        await this.#flush();
        await this.#rebuildRequested();
      } catch (error) {
        if (error instanceof Fenced) throw error;
        this.#log.error(`checkpoints could not be written, trying again: ${errorCode(error)}`);
      }
    }
  }

  async #flush(): Promise<void> {
    await this.#turns.take(async () => {
      for (const track of this.#live) await track.flush();
    });
    for (const policy of this.#policies) await policy.flush();
  }

  /** Another process, such as the command line, asks by a row. */
  async #rebuildRequested(): Promise<void> {
    const { database, tables } = this.parts;
    const asked = (await database.rows<{ name: string }>('select name from runtime.rebuild_request')).map(({ name }) => name);
    const projections = [...tables.keys()].filter(({ name }) => asked.includes(name) && !this.#joining.some((track) => track.projection.name === name));
    if (projections.length === 0) return;
    await this.rebuild(projections);
    await database.run('delete from runtime.rebuild_request where name = any($1)', [projections.map(({ name }) => name)]);
  }
}
