import { Injectable } from '@nestjs/common';
import { type CommandContext, type Id, NotFound, type Receipt, Streams } from '#kernel';
import { companyDecider } from '../domain/company.decider.js';
import { jobDecider, type JobOpening } from '../domain/job.decider.js';

/** Job descriptions of companies. */
@Injectable()
export class JobsService {
  constructor(private readonly streams: Streams) {}

  async open(job: JobOpening, context: CommandContext): Promise<Receipt> {
    const { state } = await this.streams.load(`company-${job.companyId}`, companyDecider);
    if (!state.company) throw new NotFound('organisations/unknown-company');
    return this.streams.handle(`job-${job.jobId}`, jobDecider, { kind: 'open', job, companyKind: state.company.kind }, context);
  }

  close(jobId: Id, context: CommandContext): Promise<Receipt> {
    return this.streams.handle(`job-${jobId}`, jobDecider, { kind: 'close' }, context);
  }
}
