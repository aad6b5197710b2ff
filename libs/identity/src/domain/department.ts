/** Département code of a commune (INSEE) or, failing that, of a post code; null when neither says. */
export const departmentOf = (insee: string | null, postCode: string | null): string | null => {
  if (insee) return /^9[78]/.test(insee) ? insee.slice(0, 3) : insee.slice(0, 2);
  if (!postCode) return null;
  if (/^9[78]/.test(postCode)) return postCode.slice(0, 3);
  // Corsica keeps the post codes of the single département it used to be.
  if (postCode.startsWith('20')) return postCode < '20200' ? '2A' : '2B';
  return postCode.slice(0, 2);
};
