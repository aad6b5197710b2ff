import type { PgDatabase } from '../adapters/pg-database.js';
import type { EventStore } from '../event-store.js';
import type { Checkpoint } from '../events.js';
import type { Projection } from '../projection.js';
import { parkedKeys, type Place } from './bookkeeping.js';
import { type Delivered, fold } from './fold.js';
import { LiveRows } from './live-rows.js';
import { NextRows } from './next-rows.js';
import type { ReadTable } from './read-table.js';
import type { Rows } from './rows.js';

/** Name under which a rebuild keeps its books until it takes the place of the real one. */
export const NEXT = '#next';

/** One projection on its way through the log. */
export class ProjectionTrack {
  readonly #handles: ReadonlySet<string>;

  private constructor(
    readonly projection: Projection,
    readonly table: ReadTable,
    readonly next: boolean,
    private place: Place,
    private readonly rows: Rows,
    private readonly parked: ReadonlySet<string>,
    private readonly compare: EventStore['compare'],
  ) {
    this.#handles = new Set(projection.handles);
  }

  static async open(projection: Projection, table: ReadTable, next: boolean, place: Place, database: PgDatabase, store: EventStore, now: () => number): Promise<ProjectionTrack> {
    const name = projection.name + (next ? NEXT : '');
    const parts = { name, table, database, now, parked: await parkedKeys(database, name) };
    const rows = next ? new NextRows(parts, place.checkpoint) : new LiveRows(parts, place.checkpoint);
    return new ProjectionTrack(projection, table, next, place, rows, parts.parked, (a, b) => store.compare(a, b));
  }

  get name(): string {
    return this.projection.name + (this.next ? NEXT : '');
  }
  get checkpoint(): Checkpoint | null {
    return this.place.checkpoint;
  }
  get position(): number {
    return this.place.position;
  }

  /** One of these keys is put aside. */
  holdsBack(keys: readonly string[]): boolean {
    return keys.some((key) => this.parked.has(key));
  }

  /** Takes the events that are new to it; answers the topics that changed. @throws Fenced */
  async apply(page: readonly Delivered[], end: { readonly checkpoint: Checkpoint; readonly position: number }): Promise<readonly string[]> {
    const { checkpoint } = this.place;
    if (checkpoint !== null && this.compare(checkpoint, end.checkpoint) >= 0) return [];
    const allNew = checkpoint === null || this.compare(page[0]!.checkpoint, checkpoint) > 0;
    const events = page.filter((event) => this.#handles.has(event.type) && (allNew || this.compare(event.checkpoint, checkpoint!) > 0));
    if (events.length === 0) {
      this.place = end;
      return [];
    }
    await this.rows.ready();
    const folded = await fold(this.projection, events, (keys) => this.rows.load(keys), this.parked, this.table.idType === 'uuid');
    await this.rows.take(folded, end);
    this.place = end;
    return this.projection.topics ? folded.done.flatMap((event) => this.projection.topics!(event)) : [];
  }

  /** Writes down what is not written yet. @throws Fenced */
  flush(): Promise<void> {
    return this.rows.flush(this.place);
  }
}
