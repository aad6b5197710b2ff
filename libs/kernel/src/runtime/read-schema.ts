import type { PgDatabase } from '../adapters/pg-database.js';
import type { Projection } from '../projection.js';
import { checkpoints, Fenced, forget, type Place, register } from './bookkeeping.js';
import { NEXT } from './projection-track.js';
import type { ReadTable } from './read-table.js';

const NOWHERE: Place = { checkpoint: null, position: -1 };
export type ReadTables = ReadonlyMap<Projection, ReadTable>;

/** Creates the tables of projections never seen before, so that every query finds its table from the first request on. */
export async function createReadTables(database: PgDatabase, tables: ReadTables): Promise<void> {
  await database.exclusively('runtime.read-tables', async () => {
    const known = new Set((await checkpoints(database)).map(({ name }) => name));
    for (const [projection, table] of tables) {
      if (known.has(projection.name)) continue;
      await database.script(table.create());
      await register(database, { name: projection.name, version: projection.version, shape: table.shape, ...NOWHERE });
    }
  });
}

/** An empty table beside the one being read, with its own books. */
export async function startNext(database: PgDatabase, projection: Projection, table: ReadTable): Promise<Place> {
  await database.script(table.createNext());
  await forget(database, projection.name + NEXT);
  await register(database, { name: projection.name + NEXT, version: projection.version, shape: table.shape, ...NOWHERE });
  return NOWHERE;
}

/** The rebuilt table takes the place of the old one, with its checkpoint and its parked keys, in one transaction. */
export async function swapNext(database: PgDatabase, { name, version }: Projection, table: ReadTable, place: Place): Promise<void> {
  await database.transaction(async (sql) => {
    const mine = await sql.run('delete from runtime.checkpoint where name = $1 and checkpoint is not distinct from $2', [name + NEXT, place.checkpoint]);
    if (mine === 0) throw new Fenced(name + NEXT);
    for (const statement of table.swap()) await sql.run(statement);
    await forget(sql, name);
    await register(sql, { name, version, shape: table.shape, ...place });
    await sql.run('update runtime.parked set reader = $1 where reader = $2', [name, name + NEXT]);
  });
}
