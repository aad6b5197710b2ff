import { describe, expect, it } from '@jest/globals';
import { AMOUNT_BRACKETS } from '#reference';
import { impactWords } from './impact.fr.js';
import { bracket } from './open-facts.js';

describe('what a bracket of amounts says it pays', () => {
  it('is counted on the amount the bracket stands for [marche/NEED-14]', () => {
    expect(bracket('0-1K')?.impact).toBe('Ce montant représente environ 38 heures de travail par mois.');
    expect(bracket('1-5K')?.impact).toBe('Ce montant représente environ 1 emploi à temps plein pendant un mois, soit 0,11 emploi sur un an.');
    expect(bracket('50-100K')?.impact).toBe('Ce montant représente environ 27 emplois à temps plein pendant un mois, soit 2,25 emplois sur un an.');
  });

  it('is said for each of them, and for no amount out of bounds', () => {
    expect(AMOUNT_BRACKETS.filter(({ code }) => !bracket(code)?.impact)).toEqual([]);
    expect(impactWords(26)).toBeNull();
  });
});
