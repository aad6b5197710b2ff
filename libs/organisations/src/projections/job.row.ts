import { defineEntity, p } from '@mikro-orm/core';
import { type DomainEvent, type Id, projection, type RecordedEvent } from '#kernel';
import { romeLabel, searchKey } from '#reference';
import type { OrganisationsEvent } from '../contract.js';
import { fact } from './fact.js';

type JobEvent = Extract<OrganisationsEvent, DomainEvent<`organisations.${'JobOpened' | 'JobClosed' | 'HiredJobDescribed'}`>>;

export interface JobRow {
  readonly id: Id;
  readonly companyId: Id;
  readonly rome: string;
  readonly title: string;
  /** Title and ROME label, as searching compares them. */
  readonly words: string;
  /** Empty when nobody said it: the job was described by a hire. */
  readonly contractType: string;
  readonly insee: string | null;
  readonly department: string;
  readonly places: number;
  readonly open: boolean;
  /** Instant of the last opening or closing. */
  readonly changedAt: string;
}

export const JobEntity = defineEntity({
  name: 'OrganisationsJob',
  tableName: 'organisations_job',
  schema: 'read',
  properties: {
    id: p.uuid().primary(),
    companyId: p.uuid().index(),
    rome: p.text(),
    title: p.text(),
    words: p.text(),
    contractType: p.text(),
    insee: p.text().nullable(),
    department: p.text(),
    places: p.integer(),
    open: p.boolean(),
    changedAt: p.text(),
  },
});

export const evolveJob = (row: JobRow | null, event: RecordedEvent<JobEvent>): JobRow | null => {
  const { type, data } = fact(event);
  if (type === 'organisations.JobClosed') return row && { ...row, open: false, changedAt: event.meta.occurred };
  const { jobId: id, companyId, rome, title, insee, department } = data;
  const offered = type === 'organisations.JobOpened' ? { contractType: data.contractType, places: data.places, open: true } : { contractType: '', places: 0, open: false };
  return { id, companyId, rome, title, words: searchKey(`${title} ${romeLabel(rome)}`), ...offered, insee, department, changedAt: event.meta.occurred };
};

export const jobs = projection<JobEvent, JobRow>({
  name: 'organisations.jobs',
  version: 2,
  entity: JobEntity,
  handles: ['organisations.JobOpened', 'organisations.JobClosed', 'organisations.HiredJobDescribed'],
  keys: ({ data }) => data.jobId,
  evolve: evolveJob,
});
