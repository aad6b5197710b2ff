import { Injectable } from '@nestjs/common';
import { addDays, Clock, type Deadline, DeadlineKind, derivedId, dayOf, type Id, type Receipt, startOf, Streams, SYSTEM } from '#kernel';
import { HiringQueries } from '../contract.js';
import { application } from '../domain/application.decider.js';
import { applicationStream } from '../domain/application.state.js';
import { DAYS_BEFORE_AUTOMATIC_REFUSAL } from '../domain/reasons.js';

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
    const firstDayKept = addDays(dayOf(now), 1 - DAYS_BEFORE_AUTOMATIC_REFUSAL);
    const waiting = await this.queries.unanswered(new Date(startOf(firstDayKept)).toISOString(), limit);
    return waiting.map(({ applicationId, lastChange }) => ({ kind: this.kind, subject: applicationId, due: dueAt(lastChange) }));
  }

  override fire({ kind, subject, due }: Deadline): Promise<Receipt> {
    const context = { command: refusalId(kind, subject, due), actor: SYSTEM };
    return this.streams.handle(applicationStream(subject), application, { do: 'refuseAutomatically', today: this.clock.today() }, context);
  }
}
const dueAt = (lastChange: string): string => new Date(startOf(addDays(dayOf(lastChange), DAYS_BEFORE_AUTOMATIC_REFUSAL))).toISOString();
const refusalId = (kind: string, subject: Id, due: string): Id => derivedId(kind, subject, due);
