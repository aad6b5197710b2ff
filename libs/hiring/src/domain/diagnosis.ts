import { type Actor, addDays, addMonths, type Day, type Id } from '#kernel';
import { isIae } from './criteria.js';

export type Author = 'prescriber' | 'employer';

export interface Diagnosis {
  readonly id: Id;
  readonly author: Author;
  readonly organisation: Id;
  readonly criteria: readonly string[];
  readonly on: Day;
  /** Expired from that day on [emplois/IAE-8]. */
  readonly expiresOn: Day;
}

/** Every IAE diagnosis of a person, oldest first. */
export type EligibilityFile = readonly Diagnosis[];

/** As whom this actor may diagnose; null when it may not [emplois/IAE-5]. */
export const authorFor = (actor: Actor): Author | null => {
  if (!actor.organisation) return null;
  if (actor.role === 'prescriber') return actor.authorised ? 'prescriber' : null;
  return actor.role === 'employer' && isIae(actor.organisationKind) ? 'employer' : null;
};

/** Six calendar months for a prescriber; 92 days for an employer, as long as the proofs live. */
export const expiryOf = (author: Author, on: Day): Day => (author === 'prescriber' ? addMonths(on, 6) : addDays(on, 92));

export const isValid = (diagnosis: Pick<Diagnosis, 'expiresOn'>, today: Day): boolean => diagnosis.expiresOn > today;

/**
 * The diagnosis that counts for one SIAE: any prescriber's before its own, then the most recent; those of other SIAE do not exist for it.
 * A valid PASS makes expiry irrelevant: the PASS already carries the right [emplois/IAE-9].
 */
export const consideredValid = (
  file: EligibilityFile,
  siae: Id | null,
  question: { readonly today: Day; readonly passValid: boolean },
): Diagnosis | null => {
  const visible = file.filter(
    (each) => (each.author === 'prescriber' || each.organisation === siae) && (question.passValid || isValid(each, question.today)),
  );
  return visible.findLast((each) => each.author === 'prescriber') ?? visible.at(-1) ?? null;
};
