/** Whole euros from what people type, spaces and sign included; null when it is not an amount. */
export function euros(text: string): number | null {
  const digits = text.replace(/[\s\u00a0\u202f€]/g, '');
  return /^\d{1,12}$/.test(digits) && Number(digits) > 0 ? Number(digits) : null;
}
