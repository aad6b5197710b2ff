import { describe, expect, it } from '@jest/globals';
import { pgTypes } from './pg-types.js';

const TIMESTAMPTZ = 1184;
const instant = (text: string) => (pgTypes.getTypeParser(TIMESTAMPTZ) as (text: string) => string)(text);

describe('an instant of PostgreSQL', () => {
  it.each([
    ['2026-01-31 09:30:00+00', '2026-01-31T09:30:00.000Z'],
    ['2026-01-31 09:30:00.5+00', '2026-01-31T09:30:00.500Z'],
    ['2026-01-31 09:30:00.12+00', '2026-01-31T09:30:00.120Z'],
    ['2026-01-31 09:30:00.123456+00', '2026-01-31T09:30:00.123Z'],
    ['2026-01-31 09:30:00.999999+00', '2026-01-31T09:30:00.999Z'],
    ['2026-01-31 10:30:00.5+01', '2026-01-31T09:30:00.500Z'],
    ['2026-01-31 15:00:00+05:30', '2026-01-31T09:30:00.000Z'],
    ['0044-03-15 00:00:00+00', '0044-03-15T00:00:00.000Z'],
    ['infinity', 'infinity'],
    ['0044-03-15 00:00:00+00 BC', '0044-03-15 00:00:00+00 BC'],
  ])('%s is %s', (text, told) => expect(instant(text)).toBe(told));
});
