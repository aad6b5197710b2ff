import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock, type CommandContext, derivedId, type Id, NotFound, type Receipt, Streams } from '#kernel';
import { IdentityCommands } from '#identity';
import { application } from '../domain/application.decider.js';
import { type ApplicationEvent, applicationStream } from '../domain/application.state.js';
import { OnApplication } from './on-application.js';
import { wroteBy } from './receipts.js';

const KIND = 'pass-delivery-refusal';

export class RefuseDelivery extends OnApplication {
  constructor(
    applicationId: Id,
    readonly explanation: string,
    context: CommandContext,
  ) {
    super(applicationId, context);
  }
}

/** The words go to the vault once the decision is known to be possible. */
@CommandHandler(RefuseDelivery)
export class RefuseDeliveryHandler implements ICommandHandler<RefuseDelivery> {
  constructor(
    private readonly streams: Streams,
    private readonly vault: IdentityCommands,
    private readonly clock: Clock,
  ) {}

  async execute({ applicationId, explanation, context }: RefuseDelivery): Promise<Receipt> {
    const stream = applicationStream(applicationId);
    const text = explanation.trim();
    const explanationId = text ? derivedId(context.command, KIND) : null;
    const command = { do: 'refuseDelivery', explanationId, today: this.clock.today() } as const;
    const events = await this.streams.events(stream);
    if (!wroteBy(events, context.command)) {
      const state = (events as readonly ApplicationEvent[]).reduce(application.evolve, application.initial);
      if (!state) throw new NotFound('hiring/unknown-application');
      application.decide(command, state);
      await this.vault.keepText({ id: explanationId!, person: state.place.candidateId, kind: KIND, text }, context);
    }
    return this.streams.handle(stream, application, command, context);
  }
}
