import { defineEntity, p } from '@mikro-orm/core';
import type { Day, Id, Role } from '#kernel';
import type { ApplicationStatus, GeiqContract, HirePass, SenderKind } from '../contract.js';
import { ARCHIVED_AUTOMATICALLY } from '../domain/automatic-archive.js';

/** One line of an application's story: ids only, names are read when it is shown. */
export interface TimelineFact {
  readonly at: string;
  readonly type: string;
  readonly by: Id;
  readonly role: Role;
  readonly organisation: Id | null;
}

/** Words between colleagues: the words themselves are in the vault. */
export interface CommentFact {
  readonly id: Id;
  readonly at: string;
  readonly by: Id;
}

export interface ApplicationRow {
  readonly id: Id;
  readonly candidateId: Id;
  /** Where the person lived when it was sent. */
  readonly candidateDepartment: string | null;
  readonly companyId: Id;
  readonly companyKind: string;
  /** The company's. */
  readonly department: string;
  readonly status: ApplicationStatus;
  readonly sender: SenderKind;
  readonly senderId: Id;
  readonly senderOrganisation: Id | null;
  readonly jobs: readonly Id[];
  readonly messageId: Id | null;
  readonly submittedOn: Day;
  /** Log positions: of the sending, and of the last change, by which lists are ordered. */
  readonly sentAt: number;
  readonly changedAt: number;
  readonly lastChange: string;
  /** The last change, or when it left the archive, of which only its company knows. */
  readonly untouchedSince: string;
  readonly startsOn: Day | null;
  readonly endsOn: Day | null;
  readonly jobId: Id | null;
  readonly contract: GeiqContract | null;
  readonly advisor: Id | null;
  readonly pass: HirePass | null;
  readonly diagnosisId: Id | null;
  readonly selfPrescription: boolean;
  readonly manualDelivery: boolean;
  /** What became of a PASS that staff had to check first; null when there was nothing to check. */
  readonly delivery: 'pending' | 'delivered' | 'refused' | null;
  /** Why staff refused it, in the vault. */
  readonly explanationId: Id | null;
  readonly refusalReason: string | null;
  readonly reasonShared: boolean;
  readonly answerId: Id | null;
  readonly privateAnswerId: Id | null;
  /** Null when it is not in the archive of the company that received it [emplois/REF-9]. */
  readonly archivedAt: string | null;
  /** Null when it went there by itself too. */
  readonly archivedBy: Id | null;
  /** Oldest first; for the company that received it only [emplois/VIS-6]. */
  readonly comments: readonly CommentFact[];
  readonly timeline: readonly TimelineFact[];
}

/** What lists need: the story and the comments are long, and read when they are shown. */
export type ApplicationLine = Omit<ApplicationRow, 'timeline' | 'comments'>;

/** Word for word the condition of the index below, so that it serves. */
export const TO_ARCHIVE = `archived_at is null and status in (${ARCHIVED_AUTOMATICALLY.map((status) => `'${status}'`).join(', ')})`;

export const ApplicationEntity = defineEntity({
  name: 'HiringApplication',
  tableName: 'hiring_application',
  schema: 'read',
  indexes: [
    { properties: ['companyId', 'changedAt'] },
    // The day is there so that a company's applications are counted without being read.
    { name: 'hiring_application_company_status', expression: `create index "hiring_application_company_status" on "read"."hiring_application" ("company_id", "status", "changed_at") include ("submitted_on", "archived_at")` },
    { properties: ['senderOrganisation', 'changedAt'] },
    { properties: ['senderId', 'changedAt'] },
    { properties: ['candidateId', 'changedAt'] },
    { properties: ['status', 'untouchedSince'] },
    // Small, for what is due leaves it at once.
    { name: 'hiring_application_to_archive', expression: `create index "hiring_application_to_archive" on "read"."hiring_application" ("untouched_since") where ${TO_ARCHIVE}` },
    { properties: ['delivery', 'changedAt'] },
  ],
  properties: {
    id: p.uuid().primary(),
    candidateId: p.uuid(),
    candidateDepartment: p.text().nullable(),
    companyId: p.uuid(),
    companyKind: p.text(),
    department: p.text(),
    status: p.text(),
    sender: p.text(),
    senderId: p.uuid(),
    senderOrganisation: p.uuid().nullable(),
    jobs: p.json(),
    messageId: p.uuid().nullable(),
    submittedOn: p.date(),
    sentAt: p.bigint(),
    changedAt: p.bigint(),
    lastChange: p.text(),
    untouchedSince: p.text(),
    startsOn: p.date().nullable(),
    endsOn: p.date().nullable(),
    jobId: p.uuid().nullable(),
    contract: p.json().nullable(),
    advisor: p.uuid().nullable(),
    pass: p.json().nullable(),
    diagnosisId: p.uuid().nullable(),
    selfPrescription: p.boolean(),
    manualDelivery: p.boolean(),
    delivery: p.text().nullable(),
    explanationId: p.uuid().nullable(),
    refusalReason: p.text().nullable(),
    reasonShared: p.boolean(),
    answerId: p.uuid().nullable(),
    privateAnswerId: p.uuid().nullable(),
    archivedAt: p.text().nullable(),
    archivedBy: p.uuid().nullable(),
    comments: p.json(),
    timeline: p.json(),
  },
});
