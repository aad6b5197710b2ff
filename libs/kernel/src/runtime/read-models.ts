import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../database.js';
import type { Projection } from '../projection.js';
import { ReadModels } from '../read-models.js';
import type { Receipt } from '../streams.js';
import { streamKey } from './fold.js';
import type { Worker } from './worker.js';

const DEFAULT_WAIT_MS = 2000;
const POLL_MS = [2, 5, 10, 20, 40];

/** The commit position a projection must have passed to show a receipt's effect; -1 when the receipt holds nothing it handles. */
export const positionNeeded = ({ entries }: Receipt, { handles }: Pick<Projection, 'handles'>): number =>
  entries.flatMap(({ events }) => events).reduce((needed, { type, position }) => (handles.includes(type) ? Math.max(needed, position) : needed), -1);

/** Whatever the projection may have put aside of a receipt: its rows, or the whole stream. */
const keysOf = ({ entries }: Receipt, { handles, keys }: Projection): readonly string[] =>
  entries.flatMap(({ stream, events }) => {
    try {
      return [streamKey(stream), ...events.filter(({ type }) => handles.includes(type)).flatMap((event) => keys(event))];
    } catch {
      return [streamKey(stream)];
    }
  });

/** Asks the runner of this process when it works, the checkpoint rows otherwise. */
export class CheckpointReadModels extends ReadModels {
  constructor(
    private readonly database: Database,
    private readonly projections: readonly Projection[],
    private readonly worker: Worker,
  ) {
    super();
  }

  async caughtUp(receipt: Receipt, names: readonly string[], timeoutMs = DEFAULT_WAIT_MS): Promise<boolean> {
    const needed = new Map(names.map((name) => [name, positionNeeded(receipt, this.#projection(name))] as const).filter(([, position]) => position >= 0));
    if (needed.size === 0) return true;
    const deadline = Date.now() + timeoutMs;
    const passed = () => [...needed].every(([name, position]) => (this.worker.runner?.positionOf(name) ?? -1) >= position);
    if (this.worker.runner?.opened) {
      if (await this.worker.progress.until(() => passed() || !this.worker.runner, timeoutMs)) if (passed()) return this.#shown(receipt, needed);
    }
    for (let poll = 0; ; poll++) {
      if (await this.#written(needed)) return this.#shown(receipt, needed);
      const pause = POLL_MS[Math.min(poll, POLL_MS.length - 1)]!;
      if (Date.now() + pause >= deadline) return false;
      await sleep(pause);
    }
  }

  #projection(name: string): Projection {
    const found = this.projections.find((projection) => projection.name === name);
    if (!found) throw new Error(`there is no projection ${name}`);
    return found;
  }

  /** A position is passed by rows that were put aside too: whoever follows the log here knows which. */
  async #shown(receipt: Receipt, needed: ReadonlyMap<string, number>): Promise<boolean> {
    const names = [...needed.keys()];
    const keys = names.flatMap((name) => keysOf(receipt, this.#projection(name)));
    const tracks = this.worker.runner?.tracks.filter(({ name, position }) => position >= (needed.get(name) ?? Infinity));
    if (tracks?.length === names.length) return !tracks.some((track) => track.holdsBack(keys));
    return (await this.database.one('select 1 as yes from runtime.parked where reader = any($1) and key = any($2) limit 1', [names, keys])) === null;
  }

  async #written(needed: ReadonlyMap<string, number>): Promise<boolean> {
    const rows = await this.database.rows<{ name: string; position: number }>('select name, position from runtime.checkpoint where name = any($1)', [[...needed.keys()]]);
    return rows.length === needed.size && rows.every(({ name, position }) => position >= needed.get(name)!);
  }
}
