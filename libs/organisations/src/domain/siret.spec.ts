import { describe, expect, it } from '@jest/globals';
import { normaliseSiret, siretProblem } from './siret.js';

describe('a SIRET', () => {
  it('has exactly fourteen digits, spaces being removed [organisations/COM-15]', () => {
    expect(normaliseSiret('732 829 320 00074')).toBe('73282932000074');
    expect(siretProblem('73282932000074')).toBeNull();
    expect(siretProblem('7328293200007')).toBe('organisations/siret-digits');
    expect(siretProblem('7328293200007A')).toBe('organisations/siret-digits');
  });
  it('with one digit mistyped is refused', () => {
    for (let at = 0; at < 14; at++) {
      const wrong = [...'73282932000074'];
      wrong[at] = String((Number(wrong[at]) + 1) % 10);
      expect(siretProblem(wrong.join(''))).toBe('organisations/siret-checksum');
    }
  });
  it('of a site of La Poste counts its digits instead', () => {
    expect(siretProblem('35600000000001')).toBeNull();
    expect(siretProblem('35600000000002')).toBe('organisations/siret-checksum');
  });
  it('beginning with 000 is fictional and skips the check digit', () => expect(siretProblem('00099999900001')).toBeNull());
});
