import { buildSchema, getNamedType, type GraphQLNamedType, isObjectType } from 'graphql';
import { readFileSync } from 'node:fs';

const schema = buildSchema(readFileSync(new URL('../../../schema.graphql', import.meta.url), 'utf8'));

const selectionOf = (type: GraphQLNamedType | undefined): string =>
  isObjectType(type)
    ? `{ ${Object.values(type.getFields())
        .map((field) => `${field.name} ${selectionOf(getNamedType(field.type))}`)
        .join(' ')} }`
    : '';

/** Everything a type can be asked, read from the schema: a field added one day is attacked the same day. */
export const everythingOf = (type: string): string => selectionOf(schema.getType(type));

/** What tells the entries of a list apart. */
const NAMES = ['id', 'code', 'month', 'type', 'sign'];
const nameOf = (entry: unknown, at: number): string => {
  const named = NAMES.flatMap((name) => (entry as Record<string, unknown>)[name] ?? []);
  return named.length > 0 ? named.join(':') : String(at);
};

/** Every number of an answer by its path. Nought and absent are the same number. */
export const leavesOf = (answer: unknown, path = '', found = new Map<string, number>()): ReadonlyMap<string, number> => {
  if (typeof answer === 'number' && answer !== 0) found.set(path, answer);
  else if (Array.isArray(answer)) answer.forEach((entry, at) => leavesOf(entry, `${path}[${nameOf(entry, at)}]`, found));
  else if (answer && typeof answer === 'object') for (const [name, value] of Object.entries(answer)) leavesOf(value, path ? `${path}.${name}` : name, found);
  return found;
};
