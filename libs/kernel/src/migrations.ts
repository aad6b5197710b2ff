/** One step of the tables a context owns: statements that run once, in one transaction. Its name never changes. */
export interface TableMigration {
  readonly name: string;
  readonly up: readonly string[];
}

/**
 * The tables a context owns beside its read models, given as a Nest provider (`useValue`).
 * Steps run at start, under a lock, in the order of the list; a step already recorded is skipped. The context's schema is created first.
 */
export class MigrationSet {
  constructor(
    readonly schema: string,
    readonly migrations: readonly TableMigration[],
  ) {}
}
