import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock, type CommandContext, type Id } from '#kernel';
import { answerId, EmployerDesk } from './employer-desk.js';
import { OnApplication } from './on-application.js';

export class AddToPool extends OnApplication {
  constructor(
    applicationId: Id,
    readonly answer: string | null,
    context: CommandContext,
  ) {
    super(applicationId, context);
  }
}

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
