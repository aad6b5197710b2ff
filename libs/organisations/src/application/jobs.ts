import { Injectable } from '@nestjs/common';
import { type CommandContext, type Id, NotFound, type Receipt, Streams } from '#kernel';
import { companyDecider } from '../domain/company.decider.js';
import { type HiredJob, OrganisationsCommands } from '../contract.js';
import { jobDecider, type JobOpening } from '../domain/job.decider.js';

/** Job descriptions of companies. */
@Injectable()
export class JobsService extends OrganisationsCommands {
  constructor(private readonly streams: Streams) {
    super();
  }

  async open(job: JobOpening, context: CommandContext): Promise<Receipt> {
    const { kind: companyKind } = await this.#company(job.companyId);
    return this.streams.handle(`job-${job.jobId}`, jobDecider, { kind: 'open', job, companyKind }, context);
  }

  close(jobId: Id, context: CommandContext): Promise<Receipt> {
    return this.streams.handle(`job-${jobId}`, jobDecider, { kind: 'close' }, context);
  }
  async describeHiredJob(job: HiredJob, context: CommandContext): Promise<Receipt> {
    await this.#company(job.companyId);
    return this.streams.handle(`job-${job.jobId}`, jobDecider, { kind: 'describeHired', job }, context);
  }

  async #company(companyId: Id) {
    const { state } = await this.streams.load(`company-${companyId}`, companyDecider);
    if (!state.company) throw new NotFound('organisations/unknown-company');
    return state.company;
  }
}
