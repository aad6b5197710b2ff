/** The 18 administrative criteria in display order: level 1, then level 2 [emplois/IAE-1]. */
const LEVEL_1 = ['RSA', 'ASS', 'AAH', 'DETLD'] as const;
const LEVEL_2 = [
  'CAP_BEP',
  'SENIOR',
  'JEUNE',
  'ASE',
  'DELD',
  'TH',
  'PI',
  'PSH_PR',
  'REF_DA',
  'ZRR',
  'QPV',
  'DETENTION_MJ',
  'FLE',
  'PM',
] as const;

export const CRITERIA: readonly string[] = [...LEVEL_1, ...LEVEL_2];
const ORDER = new Map(CRITERIA.map((code, index) => [code, index]));

export const EXCLUSIVE_PAIRS: readonly (readonly [string, string])[] = [
  ['SENIOR', 'JEUNE'],
  ['DETLD', 'DELD'],
];

export const isCriterion = (code: string): boolean => ORDER.has(code);
export const levelOf = (code: string): 1 | 2 => (ORDER.get(code)! < LEVEL_1.length ? 1 : 2);

/** Known criteria once each, in display order; unknown ones come first, for a refusal to name them. */
export const ordered = (codes: readonly string[]): readonly string[] =>
  [...new Set(codes)].sort((a, b) => (ORDER.get(a) ?? -1) - (ORDER.get(b) ?? -1));

/** Level-2 criteria that an employer of each kind must tick when it ticks none of level 1 [emplois/IAE-3]. The kinds are those of the IAE. */
const LEVEL_2_NEEDED: Readonly<Record<string, number>> = { ACI: 3, AI: 2, EI: 3, EITI: 3, ETTI: 2 };

/** Null for a kind that is not of the IAE. */
export const level2Needed = (kind: string | null): number | null => (kind === null ? null : (LEVEL_2_NEEDED[kind] ?? null));
export const isIae = (kind: string | null): boolean => level2Needed(kind) !== null;
