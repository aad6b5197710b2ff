import { Injectable } from '@nestjs/common';
import { type CommandContext, type Day, derivedId, type Id, Policy, type Receipt, type RecordedEvent, Streams, SYSTEM } from '#kernel';
import { ApprovalsCommands } from '#approvals';
import type { HiringEvent } from '../contract.js';
import { application } from '../domain/application.decider.js';
import { applicationStream } from '../domain/application.state.js';

type Heard = Extract<HiringEvent, { type: 'hiring.HireDatesChanged' | 'hiring.PassDelivered' }>;

export const followingId = (command: Id): Id => derivedId(command, 'reschedule-hire');

/** The PASS knows on which day a contract under it starts, whatever broke off between the two streams, and whichever change came last. */
@Injectable()
export class FollowHireDates extends Policy {
  readonly name = 'hiring.follow-hire-dates';
  /** Dates may change while staff deliver a PASS: the terms they hold are then the old ones. */
  readonly handles = ['hiring.HireDatesChanged', 'hiring.PassDelivered'];
  constructor(
    private readonly streams: Streams,
    private readonly approvals: ApprovalsCommands,
  ) {
    super();
  }

  override async react({ id, data, meta }: RecordedEvent): Promise<Receipt | void> {
    const { applicationId, on } = data as Heard['data'];
    const actor = { ...SYSTEM, id: meta.actor, role: meta.role, organisation: meta.organisation };
    const context = { command: followingId(id), actor, correlation: meta.correlation, causation: id };
    return (await this.follow(applicationId, on, context)) ?? undefined;
  }

  /** Tells the person's stream the day the application says now. */
  async follow(applicationId: Id, today: Day, context: CommandContext): Promise<Receipt | null> {
    const { state } = await this.streams.load(applicationStream(applicationId), application);
    if (!state?.hire || !state.passId) return null;
    const { candidateId } = state.place;
    return this.approvals.rescheduleHire({ candidateId, applicationId, startsOn: state.hire.startsOn, today }, context);
  }
}
