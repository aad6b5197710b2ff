import { type Day, derivedId, type DomainEvent, type Id } from '#kernel';
import type { CandidateDimensions } from '#identity';
import type { CompanyKind } from '#organisations';

export type ApplicationStatus =
  'new' | 'processing' | 'postponed' | 'pool' | 'prior_to_hire' | 'accepted' | 'refused' | 'cancelled' | 'obsolete';
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
  | DomainEvent<
      'hiring.EligibilityDiagnosed',
      {
        diagnosisId: Id;
        candidateId: Id;
        author: 'prescriber' | 'employer';
        organisation: Id;
        organisationKind: string;
        by: Id;
        criteria: readonly string[];
        on: Day;
        expiresOn: Day;
      }
    >
  /** `diagnosisId` ends on that day, because the diagnosis `by` takes its place [emplois/IAE-14]. */
  | DomainEvent<'hiring.DiagnosisReplaced', { diagnosisId: Id; candidateId: Id; by: Id; on: Day }>
  /** Stream `application-<applicationId>`. */
  | DomainEvent<
      'hiring.ApplicationSubmitted',
      ApplicationPlace & {
        sender: SenderKind;
        senderId: Id;
        senderOrganisation: Id | null;
        senderOrganisationKind: string | null;
        jobs: readonly Id[];
        messageId: Id | null;
        on: Day;
        at: string;
        candidate: CandidateDimensions;
      }
    >
  | DomainEvent<'hiring.ApplicationPutUnderStudy', ApplicationPlace & { on: Day }>
  | DomainEvent<'hiring.ApplicationPostponed', ApplicationPlace & { answerId: Id; on: Day }>
  | DomainEvent<'hiring.ApplicationAddedToPool', ApplicationPlace & { answerId: Id | null; on: Day }>
  /** Everything the acceptance needs, written before the person's stream is asked, so that a crash between the two loses nothing. */
  | DomainEvent<'hiring.AcceptanceRequested', ApplicationPlace & AcceptanceTerms & { requestId: Id; by: Id; on: Day; at: string }>
  /** The person's stream said no, or the application could no longer be accepted. */
  | DomainEvent<'hiring.AcceptanceWithdrawn', ApplicationPlace & { requestId: Id; code: string; on: Day }>
  | DomainEvent<
      'hiring.ApplicationAccepted',
      ApplicationPlace & {
        startsOn: Day;
        endsOn: Day | null;
        jobId: Id | null;
        pass: HirePass | null;
        diagnosisId: Id | null;
        selfPrescription: boolean;
        manualDelivery: boolean;
        answerId: Id | null;
        advisor: Id | null;
        submittedOn: Day;
        sender: SenderKind;
        on: Day;
        candidate: CandidateDimensions;
        newJob?: NewJob;
        contract?: GeiqContract;
      }
    >
  | DomainEvent<
      'hiring.ApplicationRefused',
      ApplicationPlace & {
        reason: string;
        shared: boolean;
        automatic: boolean;
        answerId: Id | null;
        privateAnswerId: Id | null;
        submittedOn: Day;
        sender: SenderKind;
        on: Day;
        candidate: CandidateDimensions;
      }
    >
  | DomainEvent<'hiring.ApplicationMadeObsolete', ApplicationPlace & { becauseOf: Id; on: Day }>
  /** Manual delivery: staff checked who the person is, and their stream gave the PASS [emplois/ACP-10]. */
  | DomainEvent<'hiring.PassDelivered', ApplicationPlace & { pass: HirePass; on: Day }>
  /** Staff will not deliver it: the hire stays, without a PASS for ever [emplois/ACP-10]. */
  | DomainEvent<'hiring.PassDeliveryRefused', ApplicationPlace & { explanationId: Id; on: Day }>
  /** Out of the way of the company that received it; nothing else changes. By itself too: then no user did it [emplois/REF-8] [emplois/REF-9]. */
  | DomainEvent<'hiring.ApplicationArchived', ApplicationPlace & { on: Day }>
  | DomainEvent<'hiring.ApplicationUnarchived', ApplicationPlace & { on: Day }>
  /** Between colleagues of the company that received it; the words are in the vault [emplois/VIS-6]. */
  | DomainEvent<'hiring.CommentAdded', ApplicationPlace & { commentId: Id; by: Id; on: Day }>
  /** By its author; the words are forgotten [emplois/VIS-6]. */
  | DomainEvent<'hiring.CommentRemoved', ApplicationPlace & { commentId: Id; on: Day }>
  /** Before the contract began [emplois/ACP-11]. */
  | DomainEvent<'hiring.HireDatesChanged', ApplicationPlace & HireDates & { before: HireDates; on: Day }>
  | DomainEvent<'hiring.HireCancelled', ApplicationPlace & { passId: Id | null; on: Day }>;

/** Stream `applications-export-<exportId>`: a list left the platform as a file; who took it is said by the event's meta [emplois/VIS-5]. */
export type ApplicationsExported = DomainEvent<'hiring.ApplicationsExported', ApplicationsExport>;

/** What a file of applications held; the filters by their names only, for what was searched may be somebody's name. */
export interface ApplicationsExport {
  readonly exportId: Id;
  readonly box: string;
  readonly filters: readonly string[];
  readonly rows: number;
  readonly on: Day;
}

/** Of a contract. */
export interface HireDates {
  readonly startsOn: Day;
  readonly endsOn: Day | null;
}

/** The contract a GEIQ makes: a training beside the work [emplois/ACP-5]. */
export interface GeiqContract {
  readonly type: string;
  /** Of a contract of another type; the words are in the vault. */
  readonly detailsId: Id | null;
  readonly weeklyHours: number;
  readonly qualification: string;
  readonly level: string;
  readonly trainingHours: number;
  readonly invertedVae: boolean;
}

/** What the company had not described yet: the job of `jobId`, described by the hire itself [emplois/ACP-4]. */
export interface NewJob {
  readonly rome: string;
  readonly insee: string;
}

/** What the employer agreed to and what was known of the person then. */
export interface AcceptanceTerms extends HireDates {
  /** Where the company is when it says yes: it may have moved since the application was sent [pilotage/G-6]. */
  readonly companyDepartment: string;
  readonly jobId: Id | null;
  readonly answerId: Id | null;
  readonly advisor: Id | null;
  /** The considered-valid diagnosis [emplois/IAE-9]. */
  readonly diagnosis: { readonly id: Id; readonly author: 'prescriber' | 'employer'; readonly expiresOn: Day } | null;
  readonly candidate: CandidateDimensions;
  readonly nir: 'known' | 'none';
  readonly franceTravail: 'known' | 'forgotten' | 'not_registered';
  /** The sender's organisation was authorised when the application was sent. */
  readonly sentByAuthorisedPrescriber: boolean;
  readonly newJob?: NewJob;
}

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

/** `since`: ISO instant of the last change, or of leaving the archive. */
export interface Untouched {
  readonly applicationId: Id;
  readonly candidateId: Id;
  readonly since: string;
}

export abstract class HiringQueries {
  abstract application(id: Id): Promise<ApplicationFacts | null>;
  /** Pending applications of a person sent before a log position, from the read model: wait for `hiring.applications` first. */
  abstract pendingOf(candidateId: Id, sentBefore: number): Promise<readonly Id[]>;
  /** Applications nobody has answered (new, processing) nor archived, untouched since before an ISO instant; oldest first. */
  abstract unanswered(before: string, limit: number): Promise<readonly Untouched[]>;
  /** Those that are to be archived by themselves, untouched since before an ISO instant; oldest first. */
  abstract toArchive(before: string, limit: number): Promise<readonly Untouched[]>;
  /** Applications whose acceptance was asked by an ISO instant and is neither agreed nor withdrawn; oldest first. */
  abstract acceptancesAskedBy(instant: string, limit: number): Promise<readonly { readonly id: Id; readonly askedAt: string }[]>;
}

/** The nth application (from 0) of a person to a company: two people sending the same one at the same moment write to the same stream, and the second sees the first [emplois/JA-6]. */
export const applicationIdOf = (candidateId: Id, companyId: Id, n: number): Id => derivedId('application', candidateId, companyId, n);
