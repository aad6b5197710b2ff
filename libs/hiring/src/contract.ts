import type { Day, DomainEvent, Id } from '#kernel';
import type { CandidateDimensions } from '#identity';
import type { CompanyKind } from '#organisations';

export type ApplicationStatus = 'new' | 'processing' | 'postponed' | 'pool' | 'prior_to_hire' | 'accepted' | 'refused' | 'cancelled' | 'obsolete';
/** `prescriber` is authorised; `orienter` is not; `employer` sends to another company; `self` is a company applying to itself (auto-prescription) [emplois/JA-1]. */
export type SenderKind = 'job_seeker' | 'prescriber' | 'orienter' | 'employer' | 'self';

/** Said on every fact of an application, so that any reader can place it without another lookup. */
export interface ApplicationPlace {
  readonly applicationId: Id;
  readonly candidateId: Id;
  readonly companyId: Id;
  readonly companyKind: CompanyKind;
  readonly companyDepartment: string;
}

export type HiringEvent =
  /** Stream `diagnosis-<candidateId>`: every IAE diagnosis of one person. `expiresOn`: expired from that day on [emplois/IAE-8]. */
  | DomainEvent<'hiring.EligibilityDiagnosed', { diagnosisId: Id; candidateId: Id; author: 'prescriber' | 'employer'; organisation: Id; organisationKind: string; by: Id; criteria: readonly string[]; on: Day; expiresOn: Day }>
  | DomainEvent<'hiring.DiagnosisReplaced', { diagnosisId: Id; candidateId: Id; by: Id; on: Day }>
  /** Stream `application-<applicationId>`. */
  | DomainEvent<'hiring.ApplicationSubmitted', ApplicationPlace & { sender: SenderKind; senderId: Id; senderOrganisation: Id | null; senderOrganisationKind: string | null; jobs: readonly Id[]; messageId: Id | null; on: Day; candidate: CandidateDimensions }>
  | DomainEvent<'hiring.ApplicationPutUnderStudy', ApplicationPlace & { on: Day }>
  | DomainEvent<'hiring.ApplicationPostponed', ApplicationPlace & { answerId: Id; on: Day }>
  | DomainEvent<'hiring.ApplicationAddedToPool', ApplicationPlace & { answerId: Id | null; on: Day }>
  | DomainEvent<'hiring.ApplicationAccepted', ApplicationPlace & { startsOn: Day; endsOn: Day | null; jobId: Id | null; pass: HirePass | null; diagnosisId: Id | null; selfPrescription: boolean; manualDelivery: boolean; answerId: Id | null; advisor: Id | null; submittedOn: Day; sender: SenderKind; on: Day; candidate: CandidateDimensions }>
  | DomainEvent<'hiring.ApplicationRefused', ApplicationPlace & { reason: string; shared: boolean; automatic: boolean; answerId: Id | null; privateAnswerId: Id | null; submittedOn: Day; sender: SenderKind; on: Day; candidate: CandidateDimensions }>
  | DomainEvent<'hiring.ApplicationMadeObsolete', ApplicationPlace & { becauseOf: Id; on: Day }>
  | DomainEvent<'hiring.HireCancelled', ApplicationPlace & { passId: Id | null; on: Day }>;

/** The PASS as it was when the hire was agreed. */
export interface HirePass {
  readonly passId: Id;
  readonly number: string;
  readonly start: Day;
  readonly end: Day;
  readonly isNew: boolean;
}

/** An application as other contexts may see it. */
export interface ApplicationFacts extends ApplicationPlace {
  readonly status: ApplicationStatus;
  readonly sender: SenderKind;
  readonly senderId: Id;
  readonly senderOrganisation: Id | null;
  readonly submittedOn: Day;
  readonly startsOn: Day | null;
  readonly passId: Id | null;
  readonly diagnosisId: Id | null;
}

export abstract class HiringQueries {
  abstract application(id: Id): Promise<ApplicationFacts | null>;
}
