import type { Database } from '#kernel';
import { FIRST_AUTOMATIC } from '../domain/response-delay.js';
import type { Engine, Values } from './engine.js';
import { waitedSql } from './rollups.js';

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
      among: (dimension, list) => {
        bound.push(list);
        return `${dimension} = any($${bound.length}::text[])`;
      },
    };
  }

  table(): string {
    return 'read.pilotage_fact';
  }

  places(): null {
    return null;
  }

  delays(): string {
    return `(select *, ${waitedSql(`'${FIRST_AUTOMATIC}'`)} from ${this.table()} where measure = 'response') as delay`;
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
