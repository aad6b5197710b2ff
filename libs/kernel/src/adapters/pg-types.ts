import pg from 'pg';

/** `2026-01-31 09:30:00.5+00`, as the server writes an instant where it is told UTC. */
const isUtc = (text: string): boolean => text.endsWith('+00') && text[4] === '-' && text[10] === ' ' && text.length >= 22;

const iso = (text: string): string => {
  // A date made and written again is ten times slower, and a list has hundreds.
  if (isUtc(text)) return `${text.slice(0, 10)}T${text.slice(11, 19)}.${text.slice(20, -3).padEnd(3, '0').slice(0, 3)}Z`;
  const date = new Date(`${text.replace(' ', 'T')}${/[+-]\d{2}$/.test(text) ? ':00' : ''}`);
  return Number.isNaN(date.getTime()) ? text : date.toISOString();
};

/** `{a,"b c",NULL}` holds no nesting for the types below, and their values hold no comma. */
const listOf =
  <T>(parse: (text: string) => T) =>
  (text: string): (T | null)[] =>
    text === '{}' ? [] : text.slice(1, -1).split(',').map((item) => (item === 'NULL' ? null : parse(item.replaceAll('"', ''))));

const PARSERS = new Map<number, (text: string) => unknown>([
  [20, Number],
  [1016, listOf(Number)],
  [1700, Number],
  [1082, (text) => text],
  [1182, listOf((text) => text)],
  [1184, iso],
  [1185, listOf(iso)],
]);

/** Days stay text, instants become ISO text, whole numbers numbers: what JSON would say. */
export const pgTypes = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' ? PARSERS.get(oid) : undefined) ?? pg.types.getTypeParser(oid as never, format as never),
} as pg.CustomTypesConfig;
