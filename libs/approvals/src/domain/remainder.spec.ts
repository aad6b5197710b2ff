import { describe, expect, it } from '@jest/globals';
import { addDays } from '#kernel';
import { passFrom, remainingDays } from './pass-dates.js';
import { remainderText } from './remainder.js';

const endingIn = (days: number, today = '2026-03-02') => remainderText({ start: '2025-01-01', end: addDays(today, days - 1) }, today, days);

describe('what remains of a PASS, in words', () => {
  it.each([
    [0, '0 jour'],
    [1, '1 jour'],
    [6, '6 jours'],
    [7, '7 jours (1 semaine)'],
    [8, '8 jours (1 semaine et 1 jour)'],
    [13, '13 jours (1 semaine et 6 jours)'],
    [30, '30 jours (4 semaines et 2 jours)'],
    [31, '31 jours (Environ 1 mois)'],
    [365, '365 jours (Environ 1 an)'],
    [710, '710 jours (Environ 1 an et 11 mois)'],
  ])('%i days: %s [emplois/PASS-10]', (days, text) => expect(endingIn(days)).toBe(text));

  it('shows the real end of a PASS nobody has used yet, instead of a number of years that a leap year would change [emplois/PASS-10]', () => {
    const leap = passFrom('2024-02-01');
    expect(remainderText(leap, '2024-01-20', remainingDays(leap, '2024-01-20'))).toBe('730 jours (jusqu’au 30 janvier 2026)');
    const common = passFrom('2025-01-02');
    expect(remainderText(common, '2025-01-02', 730)).toBe('730 jours (jusqu’au 1er janvier 2027)');
    expect(remainderText(common, '2025-01-03', 729)).toBe('729 jours (Environ 1 an et 11 mois)');
  });
});
