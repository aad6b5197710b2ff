/** The built-in fonts hold Western European letters; others lose their accent, or become a question mark. */
const WESTERN = /[\u0020-\u007e\u00a0-\u00ff\n‘’“”–—…•œŒ€ŠšŽžŸ]/;
export const western = (text: string): string =>
  [...text.replaceAll('\u202f', '\u00a0').replaceAll('« ', '«\u00a0').replaceAll(' »', '\u00a0»').normalize('NFC')].map((c) => (WESTERN.test(c) ? c : [...c.normalize('NFD')].find((base) => WESTERN.test(base)) ?? '?')).join('');
