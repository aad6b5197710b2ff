import { countLater, move, park, type Place } from './bookkeeping.js';
import type { Delivered, Folded, Parked } from './fold.js';
import type { ReadTable } from './read-table.js';
import { isDataError, type Rows, type RowsParts, writeCarefully } from './rows.js';

/** Rows kept before a lot is written: the more, the fewer are written twice. */
const LOT = 50_000;
const CHUNK = 1_000;

class Lot {
  readonly changes = new Map<string, object | null>();
  readonly first = new Map<string, Delivered>();
  /** Keys the table holds already. */
  readonly present = new Set<string>();
  readonly parked: Parked[] = [];
  readonly later = new Map<string, number>();
  end: Place | null = null;

  add({ changes, first, parked, later }: Pick<Folded, 'changes' | 'first' | 'parked' | 'later'>, end: Place): void {
    for (const [key, row] of changes) this.changes.set(key, row);
    for (const [key, event] of first) if (!this.first.has(key)) this.first.set(key, event);
    for (const [key, n] of later) this.later.set(key, (this.later.get(key) ?? 0) + n);
    this.parked.push(...parked);
    this.end = end;
  }
}

function* chunks(table: ReadTable, changes: ReadonlyMap<string, object | null>): Generator<Buffer> {
  let lines: string[] = [];
  for (const row of changes.values()) {
    if (row === null) continue;
    lines.push(table.line(row));
    if (lines.length < CHUNK) continue;
    yield Buffer.from(lines.join(''));
    lines = [];
  }
  if (lines.length > 0) yield Buffer.from(lines.join(''));
}

/**
 * Rows being made anew, which nobody reads yet: they stay in memory while events change them and go to the table in lots, by COPY,
 * one lot behind while the next is being made. A crash loses nothing but the rebuild, which begins again.
 */
export class NextRows implements Rows {
  #lot = new Lot();
  #leaving: Lot | null = null;
  #writing: Promise<void> = Promise.resolve();
  #tableHolds = false;
  readonly #load: string;

  constructor(
    private readonly parts: RowsParts,
    private stored: Place['checkpoint'],
    private readonly size = LOT,
  ) {
    this.#load = parts.table.load(true);
  }

  async load(keys: readonly string[]): Promise<ReadonlyMap<string, object>> {
    const rows = new Map<string, object>();
    const elsewhere: string[] = [];
    for (const key of keys) {
      const lot = this.#lot.changes.has(key) ? this.#lot : this.#leaving?.changes.has(key) ? this.#leaving : null;
      const row = lot?.changes.get(key);
      if (row) rows.set(key, row);
      if (lot !== null && lot === this.#leaving) this.#lot.present.add(key);
      if (lot === null && this.#tableHolds) elsewhere.push(key);
    }
    if (elsewhere.length === 0) return rows;
    for (const row of await this.parts.database.rows<{ id: string }>(this.#load, [elsewhere])) {
      rows.set(row.id, row);
      this.#lot.present.add(row.id);
    }
    return rows;
  }

  async ready(): Promise<void> {
    if (this.#lot.changes.size >= this.size) await this.#send();
  }

  take(folded: Folded, end: Place): Promise<void> {
    for (const { key } of folded.parked) this.parts.parked.add(key);
    this.#lot.add(folded, end);
    return Promise.resolve();
  }

  async flush(place: Place): Promise<void> {
    if (this.#lot.end !== null) await this.#send();
    await this.#written();
    if (place.checkpoint === this.stored) return;
    await move(this.parts.database, this.parts.name, this.stored, place);
    this.stored = place.checkpoint;
  }

  /** Begins to write the lot, once the one before is written. */
  async #send(): Promise<void> {
    await this.#written();
    const leaving = this.#lot;
    this.#leaving = leaving;
    this.#lot = new Lot();
    this.#writing = this.#write(leaving, leaving.end!);
    this.#writing.catch(() => undefined);
  }

  async #written(): Promise<void> {
    try {
      await this.#writing;
      this.#leaving = null;
    } catch (error) {
      this.#takeBack();
      throw error;
    }
  }

  /** What could not be written waits with what came after it. */
  #takeBack(): void {
    const [failed, since] = [this.#leaving, this.#lot];
    this.#writing = Promise.resolve();
    this.#leaving = null;
    if (!failed) return;
    this.#lot = failed;
    for (const key of since.present) failed.present.add(key);
    if (since.end) failed.add(since, since.end);
  }

  async #write(lot: Lot, end: Place): Promise<void> {
    const { name, table, database, now } = this.parts;
    const from = this.stored;
    const replaced = [...lot.present].filter((key) => lot.changes.has(key));
    try {
      await database.load(async (sql, copy) => {
        await move(sql, name, from, end);
        if (replaced.length > 0) await sql.run(table.remove(true, 1), [replaced]);
        await copy(table.copy(true), chunks(table, lot.changes));
        await park(sql, name, lot.parked, new Date(now()).toISOString());
        await countLater(sql, name, lot.later);
      });
    } catch (error) {
      if (!isDataError(error)) throw error;
      await writeCarefully(this.parts, true, lot, from, end);
    }
    this.stored = end.checkpoint;
    this.#tableHolds = true;
  }
}
