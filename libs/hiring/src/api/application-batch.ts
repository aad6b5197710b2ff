import type { Actor, Day, Id } from '#kernel';
import { ApprovalsQueries, type Pass } from '#approvals';
import { type CandidateSummary, IdentityQueries, type PersonName, type WantedText } from '#identity';
import { type JobCard, type Organisation, OrganisationsQueries } from '#organisations';
import type { ApplicationLists } from '../projections/application-lists.js';
import type { ApplicationLine, ApplicationRow, TimelineFact } from '../projections/application.row.js';
import { DiagnosisLists, type DiagnosisWithPass } from '../projections/diagnosis-lists.js';
import { visible } from './visible.js';

/** Reads once, when first asked. */
const lazily = <T>(read: () => Promise<T>): (() => Promise<T>) => {
  let reading: Promise<T> | undefined;
  return () => (reading ??= read());
};
const told = (row: ApplicationLine): row is ApplicationRow => 'timeline' in row;
const present = (ids: readonly (Id | null)[]): readonly Id[] => [...new Set(ids.filter((id) => id !== null))];

export interface BatchReaders {
  readonly identity: IdentityQueries;
  readonly organisations: OrganisationsQueries;
  readonly approvals: ApprovalsQueries;
  readonly diagnoses: DiagnosisLists;
  readonly lists: ApplicationLists;
}

/** Everything around a page of applications, each kind in one reading. */
export class ApplicationBatch {
  readonly single: boolean;
  readonly candidates: () => Promise<ReadonlyMap<Id, CandidateSummary>>;
  readonly organisations: () => Promise<ReadonlyMap<Id, Organisation>>;
  readonly senders: () => Promise<ReadonlyMap<Id, PersonName>>;
  readonly timelines: () => Promise<ReadonlyMap<Id, readonly TimelineFact[]>>;
  readonly professionals: () => Promise<ReadonlyMap<Id, PersonName>>;
  readonly jobs: () => Promise<ReadonlyMap<Id, JobCard>>;
  readonly texts: () => Promise<ReadonlyMap<Id, string>>;
  /** The one of each person that counts today. */
  readonly passes: () => Promise<ReadonlyMap<Id, Pass>>;
  /** The one each hire was made under, by its id. */
  readonly hirePasses: () => Promise<ReadonlyMap<Id, Pass>>;
  readonly diagnoses: () => Promise<readonly DiagnosisWithPass[]>;
  readonly diagnosers: () => Promise<ReadonlyMap<Id, Organisation>>;

  constructor(
    rows: readonly ApplicationLine[],
    viewer: Actor,
    readonly today: Day,
    purpose: string,
    { identity, organisations, approvals, diagnoses, lists }: BatchReaders,
  ) {
    this.single = purpose === 'application-file';
    const reading = { viewer, purpose };
    const people = present(rows.map(({ candidateId }) => candidateId));
    this.candidates = lazily(() => identity.summaries(people, reading));
    this.organisations = lazily(() =>
      organisations.organisations(present(rows.flatMap(({ companyId, senderOrganisation }) => [companyId, senderOrganisation]))),
    );
    this.senders = lazily(() =>
      identity.accountNames(present(rows.map(({ sender, senderId }) => (sender === 'job_seeker' ? null : senderId)))),
    );
    this.timelines = lazily(async () => (rows.every(told) ? new Map(rows.map(({ id, timeline }) => [id, timeline])) : lists.timelines(rows.map(({ id }) => id))));
    this.professionals = lazily(async () => {
      const entries = [...(await this.timelines()).values()].flat();
      return identity.accountNames(present(entries.map(({ role, by }) => (role === 'candidate' || role === 'system' ? null : by))));
    });
    this.jobs = lazily(() => organisations.jobs(present(rows.flatMap(({ jobs, jobId }) => [...jobs, jobId]))));
    this.texts = lazily(() => identity.texts(rows.flatMap((row) => textsOf(row, viewer)), reading));
    this.passes = lazily(() => approvals.latestOf(people, today));
    this.hirePasses = lazily(() => approvals.byIds(present(rows.map(({ pass }) => pass?.passId ?? null)), today));
    this.diagnoses = lazily(() => diagnoses.of(people));
    this.diagnosers = lazily(async () =>
      organisations.organisations(present((await this.diagnoses()).map(({ organisation }) => organisation))),
    );
  }
}

/** Whatever an application says is written to or about its candidate. */
const textsOf = (row: ApplicationLine, viewer: Actor): readonly WantedText[] => {
  const { answerId, privateAnswerId, explanationId, rights } = visible(row, viewer);
  const detailsId = rights ? (row.contract?.detailsId ?? null) : null;
  return present([row.messageId, answerId, privateAnswerId, explanationId, detailsId]).map((id) => ({ id, person: row.candidateId }));
};
