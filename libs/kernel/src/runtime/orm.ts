import { type EntitySchema, type MigrationObject, MikroORM, type Options } from '@mikro-orm/postgresql';
import { Migration, Migrator } from '@mikro-orm/migrations';
import type { PgDatabase } from '../adapters/pg-database.js';
import type { MigrationSet, TableMigration } from '../migrations.js';
import type { Projection } from '../projection.js';
import { ReadTable } from './read-table.js';

const asMikroMigration = ({ name, up }: TableMigration): MigrationObject => ({
  name,
  class: class extends Migration {
    override up() {
      for (const statement of up) this.addSql(statement);
    }
  },
});

const orm = (url: string, options: Partial<Options>) =>
  new MikroORM({
    clientUrl: url,
    logger: () => undefined,
    discovery: { warnWhenNoEntities: false },
    entities: [],
    pool: { min: 0, max: 1 },
    ...options,
  } as Options);

/**
 * Runs what has not run yet of every context's migrations, one process at a time.
 * Only listed statements ever run: the ORM compares nothing with the database, so that it can never drop a table it does not know.
 */
export async function migrate(database: PgDatabase, sets: readonly MigrationSet[]): Promise<void> {
  await database.exclusively('runtime.migrations', async () => {
    await database.script(['runtime', ...sets.map(({ schema }) => schema)].map((schema) => `create schema if not exists "${schema}"`).join(';'));
    const migrationsList = sets.flatMap(({ migrations }) => migrations).map(asMikroMigration);
    const twice = migrationsList.find(({ name }, at) => migrationsList.findIndex((other) => other.name === name) !== at);
    if (twice) throw new Error(`migration ${twice.name} is declared twice`);
    const mikro = orm(database.url, {
      extensions: [Migrator],
      migrations: { tableName: 'runtime.migration', migrationsList, snapshot: false, allOrNothing: true, disableForeignKeys: false, silent: true },
    });
    try {
      await mikro.connect();
      await mikro.migrator.up();
    } finally {
      await mikro.close(true);
    }
  });
}

/** The table of each projection, as its entity declares it. Needs no connection. */
export function readTables(url: string, projections: readonly Projection[]): ReadonlyMap<Projection, ReadTable> {
  const entities = projections.map(({ entity }) => entity as EntitySchema);
  const mikro = orm(url, { entities });
  const helper = mikro.em.getPlatform().getSchemaHelper()!;
  const tables = mikro.schema.getTargetSchema().getTables();
  const shared = tables.find(({ name }) => tables.filter((other) => other.name === name).length > 1);
  if (shared || tables.length < projections.length) throw new Error(`two projections share the table ${shared?.name ?? 'of one entity'}`);
  return new Map(
    projections.map((projection, at) => {
      const { tableName, schema, props } = mikro.getMetadata().get(entities[at]!.meta.class);
      if (schema !== 'read') throw new Error(`the table of ${projection.name} must be in schema read`);
      const table = tables.find(({ name }) => name === tableName)!;
      const columns = props
        .filter(({ persist, generated }) => persist !== false && !generated)
        .map(({ name, fieldNames, columnTypes }) => ({ property: name, column: fieldNames[0]!, type: columnTypes[0]! }));
      return [projection, new ReadTable(tableName, columns, helper.createTable(table))];
    }),
  );
}
