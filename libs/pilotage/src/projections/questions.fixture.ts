import fc from 'fast-check';
import { addDays } from '#kernel';
import type { Question } from '../domain/question.js';

const now = { validAt: null, knownAt: null };
export const all: Question = { from: '2025-01', to: '2026-12', kind: null, region: null, department: null, masked: false, ...now };

export const questions: fc.Arbitrary<Question> = fc
  .record({
    from: fc.constantFrom('2025-01', '2025-02', '2025-06'),
    to: fc.constantFrom('2025-06', '2025-12', '2026-12'),
    kind: fc.constantFrom(null, 'ACI', 'GEIQ'),
    territory: fc.constantFrom<readonly (string | null)[]>([null, null], ['76', null], [null, '59'], ['76', '30']),
    validAt: fc.option(fc.integer({ min: 0, max: 500 }).map((days) => addDays('2025-01-03', days))),
    knownAt: fc.option(fc.integer({ min: 0, max: 600 }).map((days) => Date.parse('2025-01-03T12:00:00Z') + days * 86_400_000)),
  })
  .map(({ territory, ...rest }) => ({ ...rest, region: territory[0]!, department: territory[1]!, masked: false }));
