import { Fenced, move, MOVE, type Place } from './bookkeeping.js';
import type { Folded } from './fold.js';
import { isDataError, keysGone, type Rows, type RowsParts, writeCarefully } from './rows.js';

/** Rows that people read: each page is written at once, in one statement. */
export class LiveRows implements Rows {
  readonly #load: string;
  readonly #write: string;

  constructor(
    private readonly parts: RowsParts,
    private stored: Place['checkpoint'],
  ) {
    const { table } = parts;
    const unfenced = 'exists (select 1 from fence)';
    this.#load = table.load(false);
    this.#write = `with fence as (${MOVE} returning 1),
      gone as (${table.remove(false, 5, ` and ${unfenced}`)}),
      put as (${table.put(false, 6, ` where ${unfenced}`)})
      select count(*) as moved from fence`;
  }

  async load(keys: readonly string[]): Promise<ReadonlyMap<string, object>> {
    return new Map((await this.parts.database.rows<{ id: string }>(this.#load, [keys])).map((row) => [row.id, row]));
  }

  async ready(): Promise<void> {}

  async take(folded: Folded, end: Place): Promise<void> {
    await this.#persist(folded, end);
    this.stored = end.checkpoint;
  }

  async #persist(folded: Folded, end: Place): Promise<void> {
    const { name, database } = this.parts;
    if (folded.parked.length > 0 || folded.later.size > 0) return writeCarefully(this.parts, false, folded, this.stored, end);
    const rows = [...folded.changes.values()].filter((row) => row !== null);
    try {
      const answer = await database.one<{ moved: number }>(this.#write, [end.checkpoint, end.position, name, this.stored, keysGone(folded.changes), JSON.stringify(rows)]);
      if (answer?.moved !== 1) throw new Fenced(name);
    } catch (error) {
      if (!isDataError(error)) throw error;
      await writeCarefully(this.parts, false, folded, this.stored, end);
    }
  }

  async flush(place: Place): Promise<void> {
    if (place.checkpoint === this.stored) return;
    await move(this.parts.database, this.parts.name, this.stored, place);
    this.stored = place.checkpoint;
  }
}
