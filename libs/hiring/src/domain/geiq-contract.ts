import { InvalidInput } from '#kernel';
import { contractTypesFor, type Label, QUALIFICATION_LEVELS, QUALIFICATIONS } from '#reference';
import type { GeiqContract } from '../contract.js';

/** The contract as the form says it. */
export type StatedContract = { readonly [field in keyof GeiqContract]: GeiqContract[field] | null };

const HOURS = { min: 1, max: 48 };
const NOTHING: StatedContract = { type: null, detailsId: null, weeklyHours: null, qualification: null, level: null, trainingHours: null, invertedVae: null };
/** What may not be said of the contract of another company; the rest is not heard. */
const FOR_GEIQ_ONLY = { type: 'type', detailsId: 'details', weeklyHours: 'weeklyHours', invertedVae: 'invertedVae' } as const;

/** The contract of a hire; null outside GEIQ. @throws InvalidInput with every field to correct [emplois/ACP-5]. */
export const geiqContract = (kind: string, stated: StatedContract | null): GeiqContract | null => {
  if (kind !== 'GEIQ') {
    const said = Object.entries(FOR_GEIQ_ONLY).filter(([key]) => stated?.[key as keyof StatedContract]);
    refuse(said.map(([, field]) => problem(field, 'hiring/contract-of-geiq-only')));
    return null;
  }
  const asked = stated ?? NOTHING;
  refuse(problemsOf(asked));
  const { type, detailsId, weeklyHours, qualification, level, trainingHours, invertedVae } = asked;
  return {
    type: type!,
    detailsId: type === 'OTHER' ? detailsId : null,
    weeklyHours: weeklyHours!,
    qualification: qualification!,
    level: level!,
    trainingHours: trainingHours ?? 0,
    invertedVae: type === 'PROFESSIONAL_TRAINING' && invertedVae === true,
  };
};

const problemsOf = ({ type, detailsId, weeklyHours, qualification, level, trainingHours }: StatedContract) => [
  ...(contractTypesFor('GEIQ').includes(type ?? '') ? [] : [problem('type', 'hiring/contract-type-missing')]),
  ...(type === 'OTHER' && !detailsId ? [problem('details', 'hiring/contract-details-missing')] : []),
  ...(isWhole(weeklyHours, HOURS) ? [] : [problem('weeklyHours', 'hiring/weekly-hours', HOURS)]),
  ...(isOf(QUALIFICATIONS, qualification) ? [] : [problem('qualification', 'hiring/qualification-missing')]),
  ...(isOf(QUALIFICATION_LEVELS, level) ? [] : [problem('level', 'hiring/level-missing')]),
  ...(level === 'NOT_RELEVANT' && qualification === 'STATE_DIPLOMA' ? [problem('level', 'hiring/level-of-a-diploma')] : []),
  ...(trainingHours === null || isWhole(trainingHours, { min: 0, max: Infinity }) ? [] : [problem('trainingHours', 'hiring/training-hours')]),
];

type Problem = InvalidInput['fields'][number];
const problem = (field: string, code: string, facts: object = {}): Problem => ({ field: `contract.${field}`, code, facts: { ...facts } });
const refuse = (problems: readonly Problem[]): void => {
  if (problems.length > 0) throw new InvalidInput(problems);
};
const isOf = (list: readonly Label[], code: string | null) => list.some((entry) => entry.code === code);
const isWhole = (value: number | null, { min, max }: typeof HOURS) => value !== null && Number.isInteger(value) && value >= min && value <= max;
