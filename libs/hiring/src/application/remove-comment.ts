import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock, type CommandContext, type Id, type Receipt } from '#kernel';
import { EmployerDesk } from './employer-desk.js';
import { OnApplication } from './on-application.js';

export class RemoveComment extends OnApplication {
  constructor(
    applicationId: Id,
    readonly commentId: Id,
    context: CommandContext,
  ) {
    super(applicationId, context);
  }
}

@CommandHandler(RemoveComment)
export class RemoveCommentHandler implements ICommandHandler<RemoveComment> {
  constructor(
    private readonly desk: EmployerDesk,
    private readonly clock: Clock,
  ) {}

  execute({ applicationId, commentId, context }: RemoveComment): Promise<Receipt> {
    return this.desk.removeComment(applicationId, commentId, this.clock.today(), context);
  }
}
