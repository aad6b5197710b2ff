import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock, type CommandContext, type Id } from '#kernel';
import { answerId, EmployerDesk } from './employer-desk.js';
import { OnApplication } from './on-application.js';

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
    const { actor } = context;
    const command = { do: 'refuse', reason: input.reason, shared: input.shareReason, ...ids, actor, today: this.clock.today() } as const;
    return this.desk.decide(applicationId, command, context, [answer, forPrescriber]);
  }
}
