import type { Id, RecordedEvent } from '#kernel';
import { asHistory } from './history-events.js';

/**
 * What an employer may read of the person's history: what made this hire, not what other employers did. Another employer's diagnosis is invisible
 * to them [emplois/IAE-9], and so are the hires made elsewhere.
 */
export const isVisibleToEmployer = (event: RecordedEvent, hire: { readonly id: Id; readonly companyId: Id; readonly passId: Id | null; readonly diagnosisId: Id | null }): boolean => {
  const { type, data } = asHistory(event);
  switch (type) {
    case 'hiring.EligibilityDiagnosed':
      return data.author === 'prescriber' || data.organisation === hire.companyId;
    case 'hiring.DiagnosisReplaced':
      return data.diagnosisId === hire.diagnosisId;
    case 'approvals.HireCovered':
    case 'approvals.HireRescheduled':
    case 'approvals.HireCoverWithdrawn':
      return data.applicationId === hire.id;
    case 'approvals.PassGranted':
    case 'approvals.PassStartMoved':
    case 'approvals.PassCancelled':
    case 'approvals.PassNumbered':
      return data.passId === hire.passId;
    case 'identity.CandidateRegistered':
    case 'identity.CandidateChanged':
    case 'identity.CandidateConfirmed':
    case 'identity.CandidateErased':
      return true;
    default:
      return data.applicationId === hire.id;
  }
};
