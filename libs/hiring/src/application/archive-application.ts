import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock, type CommandContext, type Id, type Receipt } from '#kernel';
import { EmployerDesk } from './employer-desk.js';
import { OnApplication } from './on-application.js';

export class ArchiveApplication extends OnApplication {
  constructor(
    applicationId: Id,
    readonly what: 'archive' | 'unarchive',
    context: CommandContext,
  ) {
    super(applicationId, context);
  }
}

@CommandHandler(ArchiveApplication)
export class ArchiveApplicationHandler implements ICommandHandler<ArchiveApplication> {
  constructor(
    private readonly desk: EmployerDesk,
    private readonly clock: Clock,
  ) {}

  execute({ applicationId, what, context }: ArchiveApplication): Promise<Receipt> {
    return this.desk.decide(applicationId, { do: what, actor: context.actor, today: this.clock.today() }, context);
  }
}
