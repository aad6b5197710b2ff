import type { Day } from '#kernel';

/** The number printed on the administration's sample card. */
const ILLUSTRATIVE = '269054958815780';
const SHAPE = /^[123478]\d{4}(?:\d{2}|2[AB])\d{8}$/;
const MEN = '137';

export type NirProblem =
  'identity/nir-length' | 'identity/nir-shape' | 'identity/nir-month' | 'identity/nir-key' | 'identity/nir-illustrative';
export type Title = 'M' | 'MME';

/** As it is kept and compared: no space, capitals. */
export const normaliseNir = (typed: string): string => typed.replace(/\s/g, '').toUpperCase();

/** The two control digits of the first thirteen characters; Corsica counts as 19 (2A) and 18 (2B). */
export const nirKey = (thirteen: string): string => {
  const digits = thirteen.replace('2A', '19').replace('2B', '18');
  return String(97 - (Number(digits) % 97)).padStart(2, '0');
};

const monthOf = (nir: string) => Number(nir.slice(3, 5));
const isCivilMonth = (month: number) => month >= 1 && month <= 12;
// 00 is let through, as the existing service does.
const monthRefused = (month: number) => (month >= 13 && month <= 19) || (month >= 43 && month <= 49);

/** What is wrong with a normalised number; null when nothing is. */
export const nirProblem = (nir: string): NirProblem | null => {
  if (nir.length !== 15) return 'identity/nir-length';
  if (!SHAPE.test(nir)) return 'identity/nir-shape';
  if (monthRefused(monthOf(nir))) return 'identity/nir-month';
  if (nirKey(nir.slice(0, 13)) !== nir.slice(13)) return 'identity/nir-key';
  if (nir === ILLUSTRATIVE) return 'identity/nir-illustrative';
  return null;
};

export const titleOfNir = (nir: string): Title => (MEN.includes(nir[0]!) ? 'M' : 'MME');

/** Temporary and waiting numbers say nothing sure of the birth date: only 1 and 2 are compared. */
export const nirAgreesWithBirth = (nir: string, birth: Day): boolean => {
  if (nir[0] !== '1' && nir[0] !== '2') return true;
  const [year, month] = [birth.slice(2, 4), birth.slice(5, 7)];
  return nir.slice(1, 3) === year && (!isCivilMonth(monthOf(nir)) || nir.slice(3, 5) === month);
};
