import { Injectable } from '@nestjs/common';
import { Policy, type Receipt, type RecordedEvent, Streams, SYSTEM } from '#kernel';
import { ApprovalsCommands } from '#approvals';
import type { HiringEvent } from '../contract.js';
import { application } from '../domain/application.decider.js';
import { applicationStream } from '../domain/application.state.js';
import { withdrawalId } from './cancel-hire.js';

type HireCancelled = Extract<HiringEvent, { type: 'hiring.HireCancelled' }>;

/** After a crash between a hire's cancellation and the PASS's: gives back the cover. */
@Injectable()
export class GiveBackPass extends Policy {
  readonly name = 'hiring.give-back-pass';
  readonly handles = ['hiring.HireCancelled'];
  constructor(
    private readonly streams: Streams,
    private readonly approvals: ApprovalsCommands,
  ) {
    super();
  }

  override async react(event: RecordedEvent): Promise<Receipt | void> {
    const { applicationId, candidateId, passId } = event.data as HireCancelled['data'];
    if (passId === null) return;
    const { state } = await this.streams.load(applicationStream(applicationId), application);
    if (state?.status === 'accepted' || state?.acceptance) return;
    const { actor, role, organisation, command, correlation } = event.meta;
    const context = {
      command: withdrawalId(command),
      actor: { ...SYSTEM, id: actor, role, organisation },
      correlation,
      causation: event.id,
    };
    return this.approvals.withdrawCover({ candidateId, applicationId }, context);
  }
}
