import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock, type CommandContext, type Id, joinReceipts, type Receipt } from '#kernel';
import type { HireDates } from '../contract.js';
import { EmployerDesk } from './employer-desk.js';
import { FollowHireDates, followingId } from './follow-hire-dates.js';
import { OnApplication } from './on-application.js';
import { PassOfHire } from './pass-of-hire.js';
import { step } from './receipts.js';

export class ChangeHireDates extends OnApplication {
  constructor(
    applicationId: Id,
    readonly dates: HireDates,
    context: CommandContext,
  ) {
    super(applicationId, context);
  }
}

/** The application decides; its PASS follows, here or by the policy after a crash. */
@CommandHandler(ChangeHireDates)
export class ChangeHireDatesHandler implements ICommandHandler<ChangeHireDates> {
  constructor(
    private readonly desk: EmployerDesk,
    private readonly passes: PassOfHire,
    private readonly follow: FollowHireDates,
    private readonly clock: Clock,
  ) {}

  async execute({ applicationId, dates, context }: ChangeHireDates): Promise<Receipt> {
    const today = this.clock.today();
    const command = { do: 'changeHireDates', ...dates, pass: await this.passes.of(applicationId), actor: context.actor, today } as const;
    const changed = await this.desk.decide(applicationId, command, context);
    const followed = await this.follow.follow(applicationId, today, step(context, followingId(context.command)));
    return followed ? joinReceipts(context.command, changed, followed) : changed;
  }
}
