import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock, type CommandContext, type Id, type Receipt } from '#kernel';
import { answerId, EmployerDesk } from './employer-desk.js';
import { OnApplication } from './on-application.js';

export class AddComment extends OnApplication {
  constructor(
    applicationId: Id,
    readonly text: string,
    context: CommandContext,
  ) {
    super(applicationId, context);
  }
}

@CommandHandler(AddComment)
export class AddCommentHandler implements ICommandHandler<AddComment> {
  constructor(
    private readonly desk: EmployerDesk,
    private readonly clock: Clock,
  ) {}

  execute({ applicationId, text, context }: AddComment): Promise<Receipt> {
    const words = { kind: 'application-comment', text } as const;
    const commentId = answerId(context.command, words);
    const command = { do: 'addComment', commentId, length: text.trim().length, actor: context.actor, today: this.clock.today() } as const;
    return this.desk.decide(applicationId, command, context, [words]);
  }
}
