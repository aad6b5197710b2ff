import { type Decider, type DomainEvent, type Id, InvalidInput, NotFound } from '#kernel';
import { contractTypesFor } from '#reference';
import type { CompanyKind, HiredJob, OrganisationsEvent } from '../contract.js';
import { describeHired } from './hired-job.js';

export type JobEvent = Extract<OrganisationsEvent, DomainEvent<`organisations.${'JobOpened' | 'JobClosed' | 'HiredJobDescribed'}`>>;

export interface JobOpening {
  readonly jobId: Id;
  readonly companyId: Id;
  readonly rome: string;
  readonly title: string;
  readonly contractType: string;
  readonly insee: string | null;
  readonly department: string;
  readonly places: number;
}
export type JobCommand =
  | { readonly kind: 'open'; readonly job: JobOpening; readonly companyKind: CompanyKind }
  | { readonly kind: 'close' }
  | { readonly kind: 'describeHired'; readonly job: HiredJob };
export interface JobState {
  readonly job: { readonly jobId: Id; readonly companyId: Id } | null;
  readonly open: boolean;
}

export const jobDecider: Decider<JobState, JobCommand, JobEvent> = {
  initial: { job: null, open: false },
  evolve(_, event) {
    return { job: event.data, open: event.type === 'organisations.JobOpened' };
  },
  decide(command, { job, open }) {
    if (command.kind === 'describeHired') return job ? [] : describeHired(command.job);
    if (command.kind === 'open') {
      if (open) return [];
      check(command.job, command.companyKind);
      const { jobId, companyId, rome, title, contractType, insee, department, places } = command.job;
      return [{ type: 'organisations.JobOpened', data: { jobId, companyId, rome, title, contractType, insee, department, places } }];
    }
    if (!job) throw new NotFound('organisations/unknown-job');
    return open ? [{ type: 'organisations.JobClosed', data: { jobId: job.jobId, companyId: job.companyId } }] : [];
  },
};

const check = (job: JobOpening, companyKind: CompanyKind): void => {
  const allowed = contractTypesFor(companyKind);
  const problems = [
    ...(/^[A-N]\d{4}$/.test(job.rome) ? [] : [{ field: 'rome', code: 'organisations/rome' }]),
    ...(job.title.trim() ? [] : [{ field: 'title', code: 'organisations/name-missing' }]),
    ...(allowed.includes(job.contractType) ? [] : [{ field: 'contractType', code: 'organisations/contract-type', facts: { allowed } }]),
    ...(Number.isInteger(job.places) && job.places >= 1 ? [] : [{ field: 'places', code: 'organisations/places' }]),
  ];
  if (problems.length > 0) throw new InvalidInput(problems);
};
