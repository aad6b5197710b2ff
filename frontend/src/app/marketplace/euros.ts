const MOST = 1_000_000_000;
export const NOT_EUROS = 'Indiquez un montant en euros entiers, de 1 à 1 000 000 000.';

/** Whole euros from what people type, spaces and sign included; null when it is not an amount. */
export function euros(text: string): number | null {
  const digits = text.replace(/[\s\u00a0\u202f€]/g, '');
  return /^\d{1,12}$/.test(digits) && Number(digits) > 0 && Number(digits) <= MOST ? Number(digits) : null;
}
