import { Injectable } from '@nestjs/common';
import { Clock, type CommandContext, type Deadline, DeadlineKind, derivedId, joinReceipts, type Receipt, Streams, SYSTEM } from '#kernel';
import { HiringQueries } from '../contract.js';
import { application } from '../domain/application.decider.js';
import { type ApplicationEvent, applicationStream } from '../domain/application.state.js';
import { brokenOffAt, brokenOffIfAskedBy } from '../domain/broken-acceptance.js';
import { AcceptanceProcess } from './acceptance-process.js';

/**
 * After a crash before the person's stream decided, nothing tells a policy to go on: a minute later the acceptance is finished in the name of whoever asked,
 * or withdrawn. Its terms are all in the log, and every step has the id it would have had.
 */
@Injectable()
export class BrokenAcceptance extends DeadlineKind {
  readonly kind = 'hiring.broken-acceptance';
  constructor(
    private readonly streams: Streams,
    private readonly process: AcceptanceProcess,
    private readonly queries: HiringQueries,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async due(now: string, limit: number): Promise<readonly Deadline[]> {
    const asked = await this.queries.acceptancesAskedBy(brokenOffIfAskedBy(now), limit);
    return asked.map(({ id, askedAt }) => ({ kind: this.kind, subject: id, due: brokenOffAt(askedAt) }));
  }

  override async fire({ subject, due }: Deadline): Promise<Receipt | void> {
    const stream = applicationStream(subject);
    const events = await this.streams.events(stream);
    const state = (events as readonly ApplicationEvent[]).reduce(application.evolve, application.initial);
    const pending = state?.acceptance;
    if (!pending || brokenOffAt(pending.at) !== due) return;
    const { requestId } = pending;
    const correlation = events.find(({ meta }) => meta.command === requestId)!.meta.correlation;
    const context = (name: string): CommandContext => ({ command: derivedId(requestId, name), actor: SYSTEM, correlation, causation: requestId });
    const lapsed = await this.streams.handle(stream, application, { do: 'lapseAcceptance', requestId, today: this.clock.today() }, context('lapse'));
    if (lapsed.entries.length === 0) return this.process.finish(pending, state, correlation);
    return joinReceipts(requestId, lapsed, await this.process.takeBack(state.place, context('withdraw-cover')));
  }
}
