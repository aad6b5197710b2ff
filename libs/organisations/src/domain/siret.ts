/** La Poste gives its sites numbers whose digits add up to a multiple of 5 instead. */
const LA_POSTE = '356000000';

const luhn = (digits: string): boolean => {
  let sum = 0;
  [...digits].reverse().forEach((character, index) => {
    const digit = Number(character) * (index % 2 === 1 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  });
  return sum % 10 === 0;
};

/** What people type: spaces are removed [organisations/COM-15]. */
export const normaliseSiret = (text: string): string => text.replace(/\s/g, '');

export type SiretProblem = 'organisations/siret-digits' | 'organisations/siret-checksum';

/**
 * Fourteen digits and their check digit: a typing mistake is seen at once. Numbers beginning with `000`, which nobody is ever given, are
 * taken without it: they stand for the organisations of the fictional world.
 */
export const siretProblem = (siret: string): SiretProblem | null => {
  if (!/^\d{14}$/.test(siret)) return 'organisations/siret-digits';
  if (siret.startsWith('000')) return null;
  if (siret.startsWith(LA_POSTE)) return [...siret].reduce((sum, digit) => sum + Number(digit), 0) % 5 === 0 || luhn(siret) ? null : 'organisations/siret-checksum';
  return luhn(siret) && luhn(siret.slice(0, 9)) ? null : 'organisations/siret-checksum';
};
