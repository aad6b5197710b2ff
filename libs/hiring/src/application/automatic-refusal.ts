import { Injectable } from '@nestjs/common';
import { Clock, type Deadline, DeadlineKind, derivedId, type Receipt, Streams, SYSTEM } from '#kernel';
import { HiringQueries } from '../contract.js';
import { application } from '../domain/application.decider.js';
import { applicationStream } from '../domain/application.state.js';
import { DAYS_BEFORE_AUTOMATIC_REFUSAL as DAYS } from '../domain/reasons.js';
import { dueAfter, untouchedSinceBefore } from './untouched-for.js';

/** Sixty days without an answer are an answer [emplois/REF-6]. */
@Injectable()
export class AutomaticRefusal extends DeadlineKind {
  readonly kind = 'hiring.automatic-refusal';
  constructor(
    private readonly streams: Streams,
    private readonly queries: HiringQueries,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async due(now: string, limit: number): Promise<readonly Deadline[]> {
    const waiting = await this.queries.unanswered(untouchedSinceBefore(now, DAYS), limit);
    return waiting.map(({ applicationId, since }) => ({ kind: this.kind, subject: applicationId, due: dueAfter(since, DAYS) }));
  }

  override fire({ kind, subject, due }: Deadline): Promise<Receipt> {
    const context = { command: derivedId(kind, subject, due), actor: SYSTEM };
    return this.streams.handle(applicationStream(subject), application, { do: 'refuseAutomatically', today: this.clock.today() }, context);
  }
}
