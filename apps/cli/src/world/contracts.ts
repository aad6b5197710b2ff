import type { ContractInput } from '../../../../libs/hiring/src/application/acceptance-drafts.js';

const TYPES = ['APPRENTICESHIP', 'PROFESSIONAL_TRAINING'];
const AIMS = [
  ['STATE_DIPLOMA', 'LEVEL_3'],
  ['CQP', 'LEVEL_3'],
  ['STATE_DIPLOMA', 'LEVEL_4'],
  ['CCN', 'NOT_RELEVANT'],
] as const;

/** What a GEIQ says of the contract of its nth hire; other companies say nothing. */
export const contractOf = (kind: string, n: number): ContractInput | null => {
  if (kind !== 'GEIQ') return null;
  const [qualification, level] = AIMS[n % AIMS.length]!;
  return { type: TYPES[n % TYPES.length]!, details: null, weeklyHours: 35, qualification, level, trainingHours: 100 * (n % 5), invertedVae: false };
};
