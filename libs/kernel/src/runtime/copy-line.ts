import { copyField } from '../adapters/postgres-copy-in.js';

/** Values of PostgreSQL's list literal; lists of lists are not used. */
const listed = (values: readonly unknown[]) => `{${values.map((value) => (value === null || value === undefined ? 'NULL' : `"${String(value).replaceAll(/["\\]/g, '\\$&')}"`)).join(',')}}`;

const NULL = '\\N';
/** A value as COPY's text format has it, by the type of its column. */
const fieldOf = (type: string): ((value: unknown) => string) => {
  if (/^jsonb?$/i.test(type)) return (value) => copyField(JSON.stringify(value));
  if (type.endsWith('[]')) return (value) => copyField(listed(value as readonly unknown[]));
  return (value) => (typeof value === 'string' ? copyField(value) : String(value));
};

/** Writes a row, named as its properties are, as a line of COPY's text format with these columns. */
export const copyLine = (columns: readonly { readonly property: string; readonly type: string }[]): ((row: object) => string) => {
  const fields = columns.map(({ property, type }) => ({ property, text: fieldOf(type) }));
  return (row) => {
    const values = row as Readonly<Record<string, unknown>>;
    const line = fields.map(({ property, text }) => {
      const value = values[property];
      return value === null || value === undefined ? NULL : text(value);
    });
    return `${line.join('\t')}\n`;
  };
};
