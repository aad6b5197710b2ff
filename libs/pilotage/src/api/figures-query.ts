import { InvalidInput, isDay } from '#kernel';
import type { Asked } from '../domain/question.js';

/** What an address of figures may say: the filter's own words, and the definitions the link was made with. */
export type FiguresQuery = Readonly<Partial<Record<'region' | 'department' | 'kind' | 'from' | 'to' | 'asOf' | 'knownAt' | 'asPublic' | 'definitions', string>>>;

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/;
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** @throws InvalidInput */
export const askedBy = (query: FiguresQuery): Asked => {
  const [asOf, knownAt] = [text(query.asOf), text(query.knownAt)];
  const wrong = [
    ...(asOf && !isDay(asOf) ? [{ field: 'asOf', code: 'pilotage/unknown-day' }] : []),
    ...(knownAt && !(INSTANT.test(knownAt) && !Number.isNaN(Date.parse(knownAt))) ? [{ field: 'knownAt', code: 'pilotage/unknown-instant' }] : []),
  ];
  if (wrong.length > 0) throw new InvalidInput(wrong);
  return {
    region: text(query.region),
    department: text(query.department),
    kind: text(query.kind),
    from: text(query.from),
    to: text(query.to),
    asOf: asOf,
    knownAt,
    asPublic: query.asPublic === 'true',
  };
};
