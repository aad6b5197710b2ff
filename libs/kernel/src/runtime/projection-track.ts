import type { PgDatabase } from '../adapters/pg-database.js';
import type { Sql } from '../database.js';
import type { EventStore } from '../event-store.js';
import type { Checkpoint } from '../events.js';
import type { Projection } from '../projection.js';
import { countLater, Fenced, move, MOVE, park, parkedKeys, type Place } from './bookkeeping.js';
import { errorCode } from './error-code.js';
import { type Delivered, fold, type Folded, type Load, type Parked } from './fold.js';
import type { ReadTable } from './read-table.js';

/** Errors of the data itself (wrong value, broken constraint), which only the key they came from must suffer. */
const isDataError = (error: unknown): boolean => /^(21|22|23)/.test(String((error as { code?: unknown } | null)?.code ?? ''));

/** Name under which a rebuild keeps its books until it takes the place of the real one. */
export const NEXT = '#next';

/** One projection on its way through the log: writes rows and checkpoint together, or not at all. */
export class ProjectionTrack {
  readonly #handles: ReadonlySet<string>;
  readonly #load: Load;
  readonly #write: string;
  #parked: Set<string> = new Set();
  #stored: Checkpoint | null;

  private constructor(
    readonly projection: Projection,
    readonly table: ReadTable,
    readonly next: boolean,
    private place: Place,
    private readonly database: PgDatabase,
    private readonly store: EventStore,
    private readonly now: () => number,
  ) {
    this.#stored = place.checkpoint;
    this.#handles = new Set(projection.handles);
    const load = table.load(next);
    this.#load = async (keys) => new Map((await database.rows<{ id: string }>(load, [keys])).map((row) => [row.id, row]));
    const unfenced = 'exists (select 1 from fence)';
    this.#write = `with fence as (${MOVE} returning 1),
      gone as (${table.remove(next, 5, ` and ${unfenced}`)}),
      put as (${table.put(next, 6, ` where ${unfenced}`, projection.insertOnly ?? false)})
      select count(*) as moved from fence`;
  }

  static async open(projection: Projection, table: ReadTable, next: boolean, place: Place, database: PgDatabase, store: EventStore, now: () => number): Promise<ProjectionTrack> {
    const track = new ProjectionTrack(projection, table, next, place, database, store, now);
    track.#parked = await parkedKeys(database, track.name);
    return track;
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
  get parkedCount(): number {
    return this.#parked.size;
  }

  /** Takes the events that are new to it; answers the topics that changed. @throws Fenced */
  async apply(page: readonly Delivered[], end: { readonly checkpoint: Checkpoint; readonly position: number }): Promise<readonly string[]> {
    const { checkpoint } = this.place;
    if (checkpoint !== null && this.store.compare(checkpoint, end.checkpoint) >= 0) return [];
    const allNew = checkpoint === null || this.store.compare(page[0]!.checkpoint, checkpoint) > 0;
    const events = page.filter((event) => this.#handles.has(event.type) && (allNew || this.store.compare(event.checkpoint, checkpoint!) > 0));
    if (events.length === 0) {
      this.place = end;
      return [];
    }
    const folded = await fold(this.projection, events, this.#load, this.#parked, this.table.idType === 'uuid');
    await this.#persist(folded, end);
    this.place = end;
    this.#stored = end.checkpoint;
    return this.projection.topics ? folded.done.flatMap((event) => this.projection.topics!(event)) : [];
  }

  async #persist(folded: Folded, end: Place): Promise<void> {
    if (folded.parked.length > 0 || folded.later.size > 0) return this.#persistCarefully(folded, end);
    const gone = [...folded.changes].filter(([, row]) => row === null).map(([key]) => key);
    const rows = [...folded.changes.values()].filter((row) => row !== null);
    try {
      const answer = await this.database.one<{ moved: number }>(this.#write, [end.checkpoint, end.position, this.name, this.#stored, gone, JSON.stringify(rows)]);
      if (answer?.moved !== 1) throw new Fenced(this.name);
    } catch (error) {
      if (!isDataError(error)) throw error;
      await this.#persistCarefully(folded, end);
    }
  }

  /** The same in several steps, so that a row the database refuses is parked alone. */
  async #persistCarefully(folded: Folded, end: Place): Promise<void> {
    const parked = [...folded.parked];
    await this.database.transaction(async (sql) => {
      await move(sql, this.name, this.#stored, end);
      const gone = [...folded.changes].filter(([, row]) => row === null).map(([key]) => key);
      if (gone.length > 0) await sql.run(this.table.remove(this.next, 1, ''), [gone]);
      const put = this.table.put(this.next, 1, '', this.projection.insertOnly ?? false);
      parked.push(...(await this.#putOrPark(sql, put, [...folded.changes].filter((change): change is [string, object] => change[1] !== null), folded)));
      await park(sql, this.name, parked, new Date(this.now()).toISOString());
      await countLater(sql, this.name, folded.later);
    });
    for (const { key } of parked) this.#parked.add(key);
  }

  async #putOrPark(sql: Sql, put: string, changes: readonly [string, object][], { first }: Folded): Promise<Parked[]> {
    if (changes.length === 0) return [];
    await sql.run('savepoint rows');
    try {
      await sql.run(put, [JSON.stringify(changes.map(([, row]) => row))]);
      await sql.run('release savepoint rows');
      return [];
    } catch (error) {
      if (!isDataError(error)) throw error;
      await sql.run('rollback to savepoint rows');
      if (changes.length === 1) {
        const [key] = changes[0]!;
        const { position, id } = first.get(key)!;
        return [{ key, position, eventId: id, error: errorCode(error) }];
      }
      const middle = changes.length >> 1;
      return [...(await this.#putOrPark(sql, put, changes.slice(0, middle), { first } as Folded)), ...(await this.#putOrPark(sql, put, changes.slice(middle), { first } as Folded))];
    }
  }

  /** Writes down a checkpoint that moved over events of no concern. @throws Fenced */
  async flush(): Promise<void> {
    const { place } = this;
    if (place.checkpoint === this.#stored) return;
    await move(this.database, this.name, this.#stored, place);
    this.#stored = place.checkpoint;
  }
}
