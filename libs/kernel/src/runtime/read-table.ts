import { createHash } from 'node:crypto';
import { copyLine } from './copy-line.js';

export interface Column {
  /** As `evolve` calls it. */
  readonly property: string;
  readonly column: string;
  readonly type: string;
}

const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;
const isIndex = (statement: string) => /^create (unique )?index /i.test(statement);
/** The SQL of one read model's table; `next` is the same table being rebuilt out of sight, in a schema of its own so that indexes keep their names. */
export class ReadTable {
  readonly idType: string;
  /** Changes when a column or an index does. */
  readonly shape: string;
  /** A row in COPY's text format. */
  readonly line: (row: object) => string;

  constructor(
    readonly name: string,
    private readonly columns: readonly Column[],
    private readonly creation: readonly string[],
  ) {
    const id = columns.find(({ property }) => property === 'id');
    if (!id) throw new Error(`read model ${name} has no column id`);
    this.idType = id.type;
    this.shape = createHash('sha256').update(creation.join('\n')).digest('base64url').slice(0, 16);
    this.line = copyLine(columns);
  }

  qualified(next: boolean): string {
    return `${next ? 'read_next' : 'read'}.${quote(this.name)}`;
  }

  create(): string {
    return this.#script([`drop table if exists ${this.qualified(false)}`, ...this.creation]);
  }

  /** Its indexes come when its rows are there: making them then is many times quicker. */
  createNext(): string {
    return this.#script([`drop table if exists ${this.qualified(true)}`, ...this.creation.filter((sql) => !isIndex(sql)).map(outOfSight)]);
  }

  indexNext(): string {
    return this.#script(this.creation.filter(isIndex).map(outOfSight));
  }

  /** So that indexes alone can answer from the first question on. */
  tidyNext(): string {
    return `vacuum (analyze) ${this.qualified(true)}`;
  }

  #script(statements: readonly string[]): string {
    return statements.map((sql) => sql.replace(/;\s*$/, '')).join(';\n');
  }

  swap(): string[] {
    return [`drop table if exists ${this.qualified(false)}`, `alter table ${this.qualified(true)} set schema read`];
  }

  /** $1: ids. */
  load(next: boolean): string {
    const selected = this.columns.map(({ column, property }) => `${quote(column)} as ${quote(property)}`).join(', ');
    return `select ${selected} from ${this.qualified(next)} where id = any($1::${this.idType}[])`;
  }

  /** Deletes ids in parameter `n`. */
  remove(next: boolean, n: number, condition = ''): string {
    return `delete from ${this.qualified(next)} where id = any($${n}::${this.idType}[])${condition}`;
  }

  /** Writes the rows of parameter `n`, a JSON array of objects named as the properties are. */
  put(next: boolean, n: number, condition = ''): string {
    const into = this.columns.map(({ column }) => quote(column)).join(', ');
    const from = this.columns.map(({ property }) => `x.${quote(property)}`).join(', ');
    const shape = this.columns.map(({ property, type }) => `${quote(property)} ${type}`).join(', ');
    const set = this.columns.filter(({ property }) => property !== 'id').map(({ column }) => `${quote(column)} = excluded.${quote(column)}`);
    const conflict = ` on conflict (id) do ${set.length > 0 ? `update set ${set.join(', ')}` : 'nothing'}`;
    return `insert into ${this.qualified(next)} (${into}) select ${from} from json_to_recordset($${n}::json) as x(${shape})${condition}${conflict}`;
  }

  /** Takes lines that `line` made. */
  copy(next: boolean): string {
    return `copy ${this.qualified(next)} (${this.columns.map(({ column }) => quote(column)).join(', ')}) from stdin`;
  }
}

const outOfSight = (sql: string) => sql.replaceAll(/"read"\.|\bread\./g, 'read_next.');
