import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock, type CommandContext, derivedId, type Id, joinReceipts, type Receipt } from '#kernel';
import { ApprovalsCommands } from '#approvals';
import type { HiringEvent } from '../contract.js';
import { answerId, EmployerDesk } from './employer-desk.js';
import { step } from './receipts.js';

abstract class OnApplication extends Command<Receipt> {
  constructor(
    readonly applicationId: Id,
    readonly context: CommandContext,
  ) {
    super();
  }
}

export class PutUnderStudy extends OnApplication {}
@CommandHandler(PutUnderStudy)
export class PutUnderStudyHandler implements ICommandHandler<PutUnderStudy> {
  constructor(
    private readonly desk: EmployerDesk,
    private readonly clock: Clock,
  ) {}

  execute({ applicationId, context }: PutUnderStudy) {
    return this.desk.decide(applicationId, { do: 'putUnderStudy', actor: context.actor, today: this.clock.today() }, context);
  }
}

abstract class WithAnswer extends OnApplication {
  constructor(
    applicationId: Id,
    readonly answer: string | null,
    context: CommandContext,
  ) {
    super(applicationId, context);
  }
}

export class Postpone extends WithAnswer {}
@CommandHandler(Postpone)
export class PostponeHandler implements ICommandHandler<Postpone> {
  constructor(
    private readonly desk: EmployerDesk,
    private readonly clock: Clock,
  ) {}

  execute({ applicationId, answer, context }: Postpone) {
    const text = { kind: 'application-answer', text: answer } as const;
    const command = { do: 'postpone', answerId: answerId(context.command, text), actor: context.actor, today: this.clock.today() } as const;
    return this.desk.decide(applicationId, command, context, [text]);
  }
}

export class AddToPool extends WithAnswer {}
@CommandHandler(AddToPool)
export class AddToPoolHandler implements ICommandHandler<AddToPool> {
  constructor(
    private readonly desk: EmployerDesk,
    private readonly clock: Clock,
  ) {}

  execute({ applicationId, answer, context }: AddToPool) {
    const text = { kind: 'application-answer', text: answer } as const;
    const command = {
      do: 'addToPool',
      answerId: answerId(context.command, text),
      actor: context.actor,
      today: this.clock.today(),
    } as const;
    return this.desk.decide(applicationId, command, context, [text]);
  }
}

export interface RefusalInput {
  readonly reason: string;
  readonly shareReason: boolean;
  readonly answer: string;
  readonly privateAnswer: string | null;
}
export class RefuseApplication extends OnApplication {
  constructor(
    applicationId: Id,
    readonly input: RefusalInput,
    context: CommandContext,
  ) {
    super(applicationId, context);
  }
}
@CommandHandler(RefuseApplication)
export class RefuseApplicationHandler implements ICommandHandler<RefuseApplication> {
  constructor(
    private readonly desk: EmployerDesk,
    private readonly clock: Clock,
  ) {}

  execute({ applicationId, input, context }: RefuseApplication) {
    const answer = { kind: 'application-answer', text: input.answer } as const;
    const forPrescriber = { kind: 'application-private-answer', text: input.privateAnswer } as const;
    const ids = { answerId: answerId(context.command, answer), privateAnswerId: answerId(context.command, forPrescriber) };
    const command = {
      do: 'refuse',
      reason: input.reason,
      shared: input.shareReason,
      ...ids,
      actor: context.actor,
      today: this.clock.today(),
    } as const;
    return this.desk.decide(applicationId, command, context, [answer, forPrescriber]);
  }
}

export class CancelHire extends OnApplication {}
/** The application decides first; taking the PASS back follows, here or by the policy `hiring.give-back-pass` after a crash. */
@CommandHandler(CancelHire)
export class CancelHireHandler implements ICommandHandler<CancelHire> {
  constructor(
    private readonly desk: EmployerDesk,
    private readonly approvals: ApprovalsCommands,
    private readonly clock: Clock,
  ) {}

  async execute({ applicationId, context }: CancelHire) {
    const cancelled = await this.desk.decide(applicationId, { do: 'cancelHire', actor: context.actor, today: this.clock.today() }, context);
    const event = cancelled.entries[0]?.events.find(({ type }) => type === 'hiring.HireCancelled') as HireCancelled | undefined;
    if (!event?.data.passId) return cancelled;
    const { candidateId } = event.data;
    return joinReceipts(
      context.command,
      cancelled,
      await this.approvals.withdrawCover({ candidateId, applicationId }, step(context, withdrawalId(context.command))),
    );
  }
}
type HireCancelled = Extract<HiringEvent, { type: 'hiring.HireCancelled' }>;

export const withdrawalId = (cancelCommand: Id): Id => derivedId(cancelCommand, 'withdraw-cover');
