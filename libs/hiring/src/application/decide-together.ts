import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandContext, derivedId, type Id, type Receipt, Refusal } from '#kernel';
import { requireTogether, type Together } from '../domain/together.js';
import { AddToPool } from './add-to-pool.js';
import { ArchiveApplication } from './archive-application.js';
import type { OnApplication } from './on-application.js';
import { Postpone } from './postpone.js';
import { PutUnderStudy } from './put-under-study.js';
import { step } from './receipts.js';
import { RefuseApplication } from './refuse-application.js';

/** What became of one application: `refusal` says why nothing was decided on it. */
export interface Outcome {
  readonly applicationId: Id;
  readonly refusal: Refusal | null;
}
export interface DecidedTogether {
  readonly outcomes: readonly Outcome[];
  readonly receipt: Receipt;
}

export class DecideTogether extends Command<DecidedTogether> {
  constructor(
    readonly asked: Omit<Together, 'action'> & { readonly action: string },
    readonly context: CommandContext,
  ) {
    super();
  }
}

const commandFor = (id: Id, { action, answer, reason, shareReason, privateAnswer }: Together, context: CommandContext): OnApplication => {
  switch (action) {
    case 'putUnderStudy':
      return new PutUnderStudy(id, context);
    case 'postpone':
      return new Postpone(id, answer, context);
    case 'addToPool':
      return new AddToPool(id, answer, context);
    case 'archive':
    case 'unarchive':
      return new ArchiveApplication(id, action, context);
    case 'refuse':
      return new RefuseApplication(id, { reason: reason ?? '', shareReason, answer: answer ?? '', privateAnswer }, context);
  }
};

/** The command of each application, one after the other: what one refuses does not hold the others. Each has an id of its own, so that sending the whole again decides nothing twice. */
@CommandHandler(DecideTogether)
export class DecideTogetherHandler implements ICommandHandler<DecideTogether> {
  constructor(private readonly commands: CommandBus) {}

  async execute({ asked, context }: DecideTogether): Promise<DecidedTogether> {
    const together = requireTogether(asked, context.actor);
    const outcomes: Outcome[] = [];
    const receipts: Receipt[] = [];
    for (const applicationId of together.ids) {
      try {
        const own = step(context, derivedId('together', context.command, applicationId));
        receipts.push(await this.commands.execute(commandFor(applicationId, together, own)));
        outcomes.push({ applicationId, refusal: null });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        outcomes.push({ applicationId, refusal: error });
      }
    }
    return { outcomes, receipt: { command: context.command, entries: receipts.flatMap(({ entries }) => entries) } };
  }
}
