import { Injectable } from '@nestjs/common';
import { FieldRefusal, type Id } from '#kernel';
import { hiredJobIdOf, OrganisationsQueries } from '#organisations';
import type { NewJob } from '../contract.js';
import { isKnownJob, type OtherJob } from '../domain/other-job.js';

export interface ChosenJob {
  readonly jobId: Id | null;
  /** There when the company has not described it yet. */
  readonly newJob?: NewJob;
}

/** The job somebody is hired for: one the company has described, or another [emplois/ACP-4]. */
@Injectable()
export class HiredJobs {
  constructor(private readonly organisations: OrganisationsQueries) {}

  async chosen(companyId: Id, jobId: Id | null, other: OtherJob | null): Promise<ChosenJob> {
    if (!other) return { jobId };
    if (jobId) throw new FieldRefusal('jobId', 'hiring/two-jobs');
    if (!isKnownJob(other)) return { jobId: null };
    const { rome, insee } = other;
    const same = await this.organisations.sameJob({ companyId, rome, insee });
    return same ? { jobId: same } : { jobId: hiredJobIdOf({ companyId, rome, insee }), newJob: { rome, insee } };
  }
}
