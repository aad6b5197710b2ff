import { ageOn, type Day } from '#kernel';
import type { CandidateDimensions, CandidateNumbers } from '../contract.js';
import { departmentOf } from './department.js';
import type { FranceTravailReason } from './france-travail.js';
import type { Title } from './nir.js';

export const NIR_REASONS = ['NO_NIR', 'NIR_ASSOCIATED_TO_OTHER'] as const;
export type NirReason = (typeof NIR_REASONS)[number];

/** Everything personal about a candidate: sealed in the vault, never in an event. */
export interface CandidateFile {
  readonly title: Title;
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDate: Day;
  readonly nir: string | null;
  readonly nirReason: NirReason | null;
  readonly franceTravailId: string | null;
  readonly franceTravailReason: FranceTravailReason | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly postCode: string | null;
  readonly insee: string | null;
  readonly city: string | null;
  /** Priority neighbourhood and rural zone of the address, when known. */
  readonly qpv?: boolean;
  readonly zrr?: boolean;
}

/** All that the log may say about the person on that day. */
export const dimensionsOf = (file: CandidateFile, today: Day): CandidateDimensions => ({
  sex: file.title === 'M' ? 'M' : 'F',
  age: ageOn(file.birthDate, today),
  department: departmentOf(file.insee, file.postCode),
  qpv: file.qpv ?? false,
  zrr: file.zrr ?? false,
});

// A candidate who says nothing of France Travail counts as one who forgot: somebody will check before a PASS is delivered.
export const numbersOf = (file: CandidateFile): CandidateNumbers => ({
  nir: file.nir ? 'known' : 'none',
  franceTravail: file.franceTravailId ? 'known' : file.franceTravailReason === 'NOT_REGISTERED' ? 'not_registered' : 'forgotten',
});

/** Names of the fields that differ, in the file's order. */
export const changedFields = (before: object, after: object): readonly string[] => {
  const [old, now] = [before as Record<string, unknown>, after as Record<string, unknown>];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((field) => (old[field] ?? null) !== (now[field] ?? null));
};
