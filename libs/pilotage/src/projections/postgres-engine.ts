import type { Database } from '#kernel';
import type { Engine, Values } from './engine.js';

/** The facts where they are kept: exact, and slower the more there are. */
export class PostgresEngine implements Engine {
  readonly name = 'postgres';
  constructor(
    private readonly database: Database,
    private readonly secret: string,
  ) {}

  values(): Values {
    const bound: unknown[] = [];
    return {
      bound,
      bind: (value) => {
        bound.push(value);
        return typeof value === 'number' ? `$${bound.length}::bigint` : `$${bound.length}::text`;
      },
    };
  }

  table(): string {
    return 'read.pilotage_fact';
  }

  delays(): string {
    return this.table();
  }

  /** Rounded with each question: there is nowhere to keep them. */
  published(): Promise<null> {
    return Promise.resolve(null);
  }

  dither(values: Values): string {
    const hash = `sha256(convert_to(${values.bind(this.secret)} || '|' || measure || '|' || month || '|' || kind || '|' || department || '|' || detail, 'UTF8'))`;
    return `(get_byte(${hash}, 0) * 256 + get_byte(${hash}, 1))`;
  }

  rows<R extends object>(sql: string, { bound }: Values): Promise<R[]> {
    return this.database.rows<R>(sql, bound);
  }
}
