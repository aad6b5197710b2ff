import { type Actor, type Day, FieldRefusal, type Id, type RuleCheck } from '#kernel';
import { isCriterion, isIae, ordered } from './criteria.js';
import { authorFor, consideredValid, type Diagnosis, type EligibilityFile } from './diagnosis.js';
import { criteriaCheck, diagnosisCheck, exclusiveCheck, identifiedCheck, notIaeCheck, passCheck } from './eligibility-checks.js';

export interface EligibilityQuestion {
  readonly company: { readonly id: Id; readonly kind: string };
  readonly actor: Actor;
  readonly file: EligibilityFile;
  readonly today: Day;
  /** Last day of the person's valid PASS, if any. */
  readonly passEnd: Day | null;
  /** A NIR, a France Travail id or the reason there is none tells who the person is [emplois/ACP-1]. */
  readonly identified: boolean;
  /** The criteria of a diagnosis that would be made now; null when none is considered. */
  readonly criteria: readonly string[] | null;
  /** The waiting-period rule, as approvals sees it. */
  readonly waiting: RuleCheck;
}

export interface Assessment {
  readonly eligible: boolean;
  /** The company would have to diagnose before hiring [emplois/JA-18]. */
  readonly diagnosisRequired: boolean;
  readonly canDiagnose: boolean;
  readonly by: 'pass' | 'prescriber_diagnosis' | 'employer_diagnosis' | null;
  readonly checks: readonly RuleCheck[];
  readonly waiting: RuleCheck;
  readonly diagnosis: Diagnosis | null;
}

/** May this company hire this person under the IAE, why, and what would be enough: one answer for the screen, the API, the refusal and the test. */
export const assess = (question: EligibilityQuestion): Assessment => {
  const { company, actor, file, today, passEnd, waiting } = question;
  if (!isIae(company.kind))
    return {
      eligible: true,
      diagnosisRequired: false,
      canDiagnose: false,
      by: null,
      checks: [notIaeCheck(company.kind)],
      waiting,
      diagnosis: null,
    };
  const diagnosis = consideredValid(file, company.id, { today, passValid: passEnd !== null });
  if (passEnd)
    return { eligible: true, diagnosisRequired: false, canDiagnose: false, by: 'pass', checks: [passCheck(passEnd)], waiting, diagnosis };

  const author = authorFor(actor);
  const mayAct = author === 'prescriber' || (author === 'employer' && actor.organisation === company.id);
  const criteria = ordered(question.criteria ?? []);
  const unknown = criteria.find((code) => !isCriterion(code));
  if (unknown !== undefined) throw new FieldRefusal('criteria', 'hiring/unknown-criterion', { criterion: unknown });
  const considered = author && mayAct && !diagnosis ? [exclusiveCheck(criteria), criteriaCheck(author, company.kind, criteria)] : [];
  const whatIf = question.criteria !== null && considered.length > 0 && considered.every(({ met }) => met);
  return {
    eligible: (diagnosis !== null || whatIf) && waiting.met,
    diagnosisRequired: diagnosis === null,
    canDiagnose: mayAct && waiting.met && (author === 'prescriber' || diagnosis === null),
    by: diagnosis ? `${diagnosis.author}_diagnosis` : whatIf ? `${author!}_diagnosis` : null,
    checks: [
      passCheck(null),
      diagnosisCheck(diagnosis, today),
      ...considered.filter(({ met, code }) => !met || code !== 'hiring/check/exclusive-criteria'),
      waiting,
      // Says what the PASS will wait for; it forbids nothing.
      identifiedCheck(question.identified),
    ],
    waiting,
    diagnosis,
  };
};
