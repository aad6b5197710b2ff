import { describe, expect, it } from '@jest/globals';
import { formatDay } from './format';

describe('A day on screen', () => {
  it('is the civil day as it is written', () => expect(formatDay('2026-03-01')).toBe('1 mars 2026'));
  it('is the day in Paris of an instant, even when it is still the day before in UTC', () => expect(formatDay('2026-06-30T22:30:00.000Z', 'short')).toBe('01/07/2026'));
});
