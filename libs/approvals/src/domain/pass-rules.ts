import type { Day, RuleCheck } from '#kernel';
import { isSiae } from '#organisations';
import type { CoverRequest } from '../contract.js';
import { isWaiting, waitingEnd } from './pass-dates.js';
import { type HeldPass, type IaePath, latestPass } from './pass.state.js';

const check = (rule: string, code: string, met: boolean, inputs: Record<string, unknown>, enough: Record<string, unknown>): RuleCheck => ({
  rule: `emplois/${rule}`,
  code: `approvals/${code}`,
  met,
  inputs,
  enough: met ? {} : enough,
});

export interface WaitingInput {
  readonly companyKind: string;
  readonly sentByAuthorisedPrescriber: boolean;
  readonly validPrescriberDiagnosis: boolean;
  readonly today: Day;
}

/** After a PASS, two years in which only somebody who follows the person can open another [emplois/PASS-13]. */
export const waitingPeriodCheck = (path: IaePath, { companyKind, sentByAuthorisedPrescriber, validPrescriberDiagnosis, today }: WaitingInput): RuleCheck => {
  const last = latestPass(path, today);
  const waiting = last !== null && isWaiting(last.end, today);
  const lifted = sentByAuthorisedPrescriber ? 'sender' : validPrescriberDiagnosis ? 'diagnosis' : isSiae(companyKind) ? null : 'company';
  return check(
    'PASS-13',
    'waiting-period',
    !waiting || lifted !== null,
    { endedOn: waiting ? last.end : null, waitingUntil: waiting ? waitingEnd(last.end) : null, lifted: waiting ? lifted : null },
    { prescriberDiagnosis: true },
  );
};

/** A hire under a PASS starts on its last day at the latest [emplois/ACP-3]. */
export const hireWithinPassCheck = (pass: HeldPass, startsOn: Day): RuleCheck =>
  check('ACP-3', 'hire-within-pass', startsOn <= pass.end, { startsOn, end: pass.end }, { latestStart: pass.end });

/** A new PASS rests on a diagnosis that is still valid: expired from its expiry day on [emplois/IAE-8]. */
export const diagnosisCheck = ({ diagnosis, today }: Pick<CoverRequest, 'diagnosis' | 'today'>): RuleCheck =>
  check('PASS-6', 'diagnosis-at-hand', diagnosis !== null && diagnosis.expiresOn > today, { expiresOn: diagnosis?.expiresOn ?? null }, { validDiagnosis: true });
