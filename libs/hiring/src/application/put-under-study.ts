import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '#kernel';
import { EmployerDesk } from './employer-desk.js';
import { OnApplication } from './on-application.js';

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
