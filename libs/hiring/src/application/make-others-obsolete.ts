import { Injectable } from '@nestjs/common';
import { Clock, derivedId, joinReceipts, Policy, type Receipt, type RecordedEvent, Streams, SYSTEM } from '#kernel';
import { HiringQueries, type HiringEvent } from '../contract.js';
import { application } from '../domain/application.decider.js';
import { applicationStream } from '../domain/application.state.js';

type ApplicationAccepted = Extract<HiringEvent, { type: 'hiring.ApplicationAccepted' }>;

/** A person hired somewhere is no longer waiting elsewhere (section 11.2, effect 5 of the dossier). */
@Injectable()
export class MakeOthersObsolete extends Policy {
  readonly name = 'hiring.make-others-obsolete';
  readonly handles = ['hiring.ApplicationAccepted'];
  override readonly needs = ['hiring.applications'];
  constructor(
    private readonly streams: Streams,
    private readonly queries: HiringQueries,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async react(event: RecordedEvent): Promise<Receipt> {
    const { applicationId: becauseOf, candidateId } = event.data as ApplicationAccepted['data'];
    const others = await this.queries.pendingOf(candidateId, event.position);
    const receipts: Receipt[] = [];
    for (const id of others) {
      const context = {
        command: derivedId(event.id, 'obsolete', id),
        actor: SYSTEM,
        correlation: event.meta.correlation,
        causation: event.id,
      };
      receipts.push(
        await this.streams.handle(
          applicationStream(id),
          application,
          { do: 'makeObsolete', becauseOf, today: this.clock.today() },
          context,
        ),
      );
    }
    return joinReceipts(derivedId(event.id, 'obsolete'), ...receipts);
  }
}
