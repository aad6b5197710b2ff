import { Injectable } from '@nestjs/common';
import { derivedId, Policy, type Receipt, type RecordedEvent, SYSTEM } from '#kernel';
import { OrganisationsCommands } from '#organisations';
import type { HiringEvent } from '../contract.js';

type Accepted = Extract<HiringEvent, { type: 'hiring.ApplicationAccepted' }>;

/** A hire for a job the company had not described describes it, in the name of who hired, whatever broke off between the two streams [emplois/ACP-4]. */
@Injectable()
export class DescribeHiredJob extends Policy {
  readonly name = 'hiring.describe-hired-job';
  readonly handles = ['hiring.ApplicationAccepted'];
  constructor(private readonly organisations: OrganisationsCommands) {
    super();
  }

  override async react({ id, data, meta }: RecordedEvent): Promise<Receipt | void> {
    const { jobId, companyId, newJob } = data as Accepted['data'];
    if (!jobId || !newJob) return;
    const actor = { ...SYSTEM, id: meta.actor, role: meta.role, organisation: meta.organisation };
    const context = { command: derivedId(meta.command, 'hired-job'), actor, correlation: meta.correlation, causation: id };
    return this.organisations.describeHiredJob({ jobId, companyId, ...newJob }, context);
  }
}
