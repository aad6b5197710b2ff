import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock, derivedId, type Id, joinReceipts, type Receipt } from '#kernel';
import { ApprovalsCommands } from '#approvals';
import type { HiringEvent } from '../contract.js';
import { EmployerDesk } from './employer-desk.js';
import { OnApplication } from './on-application.js';
import { step } from './receipts.js';

export class CancelHire extends OnApplication {}

/** The application decides first; taking the PASS back follows, here or by the policy `hiring.give-back-pass` after a crash. */
@CommandHandler(CancelHire)
export class CancelHireHandler implements ICommandHandler<CancelHire> {
  constructor(
    private readonly desk: EmployerDesk,
    private readonly approvals: ApprovalsCommands,
    private readonly clock: Clock,
  ) {}

  async execute({ applicationId, context }: CancelHire): Promise<Receipt> {
    const command = { do: 'cancelHire', actor: context.actor, today: this.clock.today() } as const;
    const cancelled = await this.desk.decide(applicationId, command, context);
    const event = cancelled.entries[0]?.events.find(({ type }) => type === 'hiring.HireCancelled') as HireCancelled | undefined;
    if (!event?.data.passId) return cancelled;
    const { candidateId } = event.data;
    const withdrawn = await this.approvals.withdrawCover({ candidateId, applicationId }, step(context, withdrawalId(context.command)));
    return joinReceipts(context.command, cancelled, withdrawn);
  }
}
type HireCancelled = Extract<HiringEvent, { type: 'hiring.HireCancelled' }>;

export const withdrawalId = (cancelCommand: Id): Id => derivedId(cancelCommand, 'withdraw-cover');
