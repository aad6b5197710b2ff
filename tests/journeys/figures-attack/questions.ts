import fc from 'fast-check';
import { addDays } from '#kernel';
import type { Person } from './world.js';

const THIS_MONTH = '2026-03';

export interface Filter {
  readonly region?: string;
  readonly department?: string;
  readonly kind?: string;
  readonly from?: string;
  readonly to?: string;
  readonly asOf?: string;
  readonly knownAt?: string;
}

/** Somebody of the last months. */
const person = fc.record({
  on: fc.integer({ min: 0, max: 88 }).map((days) => addDays('2025-12-02', days)),
  kind: fc.constantFrom('ACI', 'EI'),
  department: fc.constantFrom('30', '34', '59'),
  outcome: fc.constantFrom(undefined, undefined, 'refused', 'auto', 'hired', 'after all', 'cancelled') as fc.Arbitrary<Person['outcome']>,
  after: fc.integer({ min: 2, max: 40 }),
}) as fc.Arbitrary<Person>;
/** Somebody of the month under way. */
const lately = fc.record({ on: fc.integer({ min: 1, max: 9 }).map((day) => `${THIS_MONTH}-0${day}`), kind: fc.constant('ACI'), department: fc.constantFrom('30', '59') }) as fc.Arbitrary<Person>;
export const moment = fc.record({ asOf: fc.constantFrom('2026-01-31', '2026-02-15', '2026-03-09'), knownAt: fc.constantFrom('2026-02-03T10:00:00Z', '2026-03-01T00:00:00Z', '2026-03-10T09:00:00Z') });
export const asked: fc.Arbitrary<Filter> = fc
  .record({
    place: fc.constantFrom<Filter>({}, { region: '76' }, { region: '32' }, { department: '30' }, { region: '76', department: '34' }),
    kind: fc.constantFrom<Filter>({}, { kind: 'ACI' }),
    period: fc.constantFrom<Filter>({}, { from: '2025-12', to: '2026-02' }, { from: '2026-01', to: '2026-02' }, { from: '2025-12', to: '2025-12' }),
  })
  .map(({ place, kind, period }) => ({ ...place, ...kind, ...period }));

export const oneMore = fc.oneof({ weight: 4, arbitrary: person }, { weight: 1, arbitrary: lately });
export const people = fc.array(fc.oneof({ weight: 8, arbitrary: person }, { weight: 1, arbitrary: lately }), { maxLength: 40 });
