import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { isDay } from '../day.js';

const text = (node: ValueNode): unknown => (node.kind === Kind.STRING ? node.value : undefined);

const day = (value: unknown): string => {
  if (!isDay(value)) throw new GraphQLError('a day is written YYYY-MM-DD');
  return value;
};

/** What we answer was checked when it came in; the calendar is not asked again for every row of a list. */
const shownDay = (value: unknown): string => (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : day(value));

/** A civil day in Europe/Paris: `@Field(() => DayScalar)`. */
export const DayScalar = new GraphQLScalarType<string, string>({
  name: 'Day',
  description: 'Civil day in Europe/Paris, YYYY-MM-DD.',
  serialize: shownDay,
  parseValue: day,
  parseLiteral: (node) => day(text(node)),
});

const instant = (value: unknown): string => {
  const date = value instanceof Date || typeof value === 'number' ? new Date(value) : typeof value === 'string' && /^\d{4}-\d{2}-\d{2}[T ]/.test(value) ? new Date(value) : null;
  if (!date || Number.isNaN(date.getTime())) throw new GraphQLError('an instant is written as ISO 8601, e.g. 2026-01-31T09:30:00Z');
  return date.toISOString();
};

const shownInstant = (value: unknown): string => (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(value) ? value : instant(value));

/** An instant as ISO text in UTC: `@Field(() => DateTimeScalar)`; resolvers give ISO text, a `Date` or epoch milliseconds. */
export const DateTimeScalar = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  description: 'Instant, ISO 8601 in UTC.',
  serialize: shownInstant,
  parseValue: instant,
  parseLiteral: (node) => instant(text(node)),
});
