/** The words of a name as people's index holds them: no accent, no case. */
export const searchWords = (search: string): readonly string[] =>
  search
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter(Boolean);
