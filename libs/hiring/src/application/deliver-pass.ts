import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { NotFound, type Receipt, Streams } from '#kernel';
import { IdentityQueries } from '#identity';
import { application } from '../domain/application.decider.js';
import { type ApplicationEvent, applicationStream } from '../domain/application.state.js';
import { awaitedBy } from '../domain/delivery.js';
import { DeliveryProcess, deliveryStep } from './delivery-process.js';
import { OnApplication } from './on-application.js';
import { receiptOf } from './receipts.js';

export class DeliverPass extends OnApplication {}

/** Staff have checked who the person is. */
@CommandHandler(DeliverPass)
export class DeliverPassHandler implements ICommandHandler<DeliverPass> {
  constructor(
    private readonly streams: Streams,
    private readonly identity: IdentityQueries,
    private readonly process: DeliveryProcess,
  ) {}

  async execute({ applicationId, context }: DeliverPass): Promise<Receipt> {
    const { command, actor, correlation = command } = context;
    const events = await this.streams.events(applicationStream(applicationId));
    const told = events.filter(({ meta }) => meta.command === deliveryStep(command));
    if (told.length > 0) return receiptOf(command, told);
    const state = (events as readonly ApplicationEvent[]).reduce(application.evolve, application.initial);
    if (!state) throw new NotFound('hiring/unknown-application');
    const terms = awaitedBy(state);
    if (!(await this.identity.candidate(state.place.candidateId))) throw new NotFound('hiring/unknown-candidate');
    return this.process.finish(terms, state, { command, actor, correlation });
  }
}
