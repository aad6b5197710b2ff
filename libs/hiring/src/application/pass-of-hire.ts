import { Injectable } from '@nestjs/common';
import { Clock, type Id, Streams } from '#kernel';
import { ApprovalsQueries, type Pass } from '#approvals';
import { application } from '../domain/application.decider.js';
import { applicationStream } from '../domain/application.state.js';

/** The PASS that covers a hire, as the person's stream says it: never behind. */
@Injectable()
export class PassOfHire {
  constructor(
    private readonly streams: Streams,
    private readonly approvals: ApprovalsQueries,
    private readonly clock: Clock,
  ) {}

  async of(applicationId: Id): Promise<Pass | null> {
    const { state } = await this.streams.load(applicationStream(applicationId), application);
    const pass = state?.passId ? await this.approvals.latest(state.place.candidateId, this.clock.today()) : null;
    return pass?.passId === state?.passId ? pass : null;
  }
}
