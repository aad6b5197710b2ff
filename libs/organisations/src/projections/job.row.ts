import { defineEntity, p } from '@mikro-orm/core';
import { type DomainEvent, type Id, projection, type RecordedEvent } from '#kernel';
import { romeLabel, searchKey } from '#reference';
import type { OrganisationsEvent } from '../contract.js';
import { fact } from './fact.js';

type JobEvent = Extract<OrganisationsEvent, DomainEvent<'organisations.JobOpened' | 'organisations.JobClosed'>>;

export interface JobRow {
  readonly id: Id;
  readonly companyId: Id;
  readonly rome: string;
  readonly title: string;
  /** Title and ROME label, as searching compares them. */
  readonly words: string;
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
  const { jobId: id, companyId, rome, title, contractType, insee, department, places } = data;
  return { id, companyId, rome, title, words: searchKey(`${title} ${romeLabel(rome)}`), contractType, insee, department, places, open: true, changedAt: event.meta.occurred };
};

export const jobs = projection<JobEvent, JobRow>({
  name: 'organisations.jobs',
  version: 1,
  entity: JobEntity,
  handles: ['organisations.JobOpened', 'organisations.JobClosed'],
  keys: ({ data }) => data.jobId,
  evolve: evolveJob,
});
