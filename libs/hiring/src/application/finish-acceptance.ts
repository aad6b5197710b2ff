import { Injectable } from '@nestjs/common';
import { derivedId, Policy, type Receipt, type RecordedEvent, Streams, SYSTEM } from '#kernel';
import type { ApprovalsEvent } from '#approvals';
import { application } from '../domain/application.decider.js';
import { applicationStream } from '../domain/application.state.js';
import { AcceptanceProcess } from './acceptance-process.js';
import { DeliveryProcess } from './delivery-process.js';

type HireCovered = Extract<ApprovalsEvent, { type: 'approvals.HireCovered' }>;

/** After a crash between the PASS's decision and the application's: finishes the acceptance or the manual delivery, or takes the cover back when it can no longer be. */
@Injectable()
export class FinishAcceptance extends Policy {
  readonly name = 'hiring.finish-acceptance';
  readonly handles = ['approvals.HireCovered'];
  constructor(
    private readonly streams: Streams,
    private readonly process: AcceptanceProcess,
    private readonly deliveries: DeliveryProcess,
  ) {
    super();
  }

  override async react(event: RecordedEvent): Promise<Receipt | void> {
    const { applicationId } = event.data as HireCovered['data'];
    const { state } = await this.streams.load(applicationStream(applicationId), application);
    if (!state || (state.status === 'accepted' && !state.toDeliver && state.passId)) return;
    if (state.acceptance) return this.process.finish(state.acceptance, state, event.meta.correlation);
    if (state.toDeliver && event.meta.role === 'staff')
      return this.deliveries.finish(state.toDeliver, state, {
        command: event.meta.causation!,
        actor: { ...SYSTEM, id: event.meta.actor, role: 'staff' },
        correlation: event.meta.correlation,
      });
    const context = {
      command: derivedId(event.id, 'withdraw-cover'),
      actor: SYSTEM,
      correlation: event.meta.correlation,
      causation: event.id,
    };
    return (await this.process.takeBack(state.place, context)) ?? undefined;
  }
}
