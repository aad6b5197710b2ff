import { describe, expect, it } from '@jest/globals';
import { counted, formatDay, formatMoment, formatMonth } from './format';

describe('A day on screen', () => {
  it('is the civil day as it is written', () => expect(formatDay('2026-03-11')).toBe('11 mars 2026'));
  it('is told with an ordinal when it begins a month, alone and with a time', () => {
    expect(formatDay('2026-03-01')).toBe('1er mars 2026');
    expect(formatDay('2026-03-01', 'short')).toBe('01/03/2026');
    expect(formatMoment('2026-06-30T22:30:00.000Z')).toBe('1er juillet 2026 à 00:30');
  });
  it('is the day in Paris of an instant, even when it is still the day before in UTC', () => expect(formatDay('2026-06-30T22:30:00.000Z', 'short')).toBe('01/07/2026'));
});

describe('Months on an axis', () => {
  it('are short, and no two of them look alike', () => {
    const months = Array.from({ length: 12 }, (_, n) => formatMonth(`2026-${String(n + 1).padStart(2, '0')}`, 'short'));
    expect(new Set(months).size).toBe(12);
    expect(months.slice(5, 7)).toEqual(['juin 26', 'juil. 26']);
  });
});

it('What is counted is plural from two on', () => {
  expect([0, 1, 2, 1234].map((n) => counted(n, 'fait', 'faits').replace(/\s/gu, ' '))).toEqual(['0 fait', '1 fait', '2 faits', '1 234 faits']);
});
