import { Injectable } from '@nestjs/common';
import { Clock, type Deadline, DeadlineKind, derivedId, type Receipt, Streams, SYSTEM } from '#kernel';
import { HiringQueries } from '../contract.js';
import { application } from '../domain/application.decider.js';
import { applicationStream } from '../domain/application.state.js';
import { DAYS_BEFORE_AUTOMATIC_ARCHIVE as DAYS } from '../domain/automatic-archive.js';
import { dueAfter, untouchedSinceBefore } from './untouched-for.js';

/** What the company leaves where it is for half a year leaves its list by itself [emplois/REF-7]. */
@Injectable()
export class AutomaticArchive extends DeadlineKind {
  readonly kind = 'hiring.automatic-archive';
  constructor(
    private readonly streams: Streams,
    private readonly queries: HiringQueries,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async due(now: string, limit: number): Promise<readonly Deadline[]> {
    const left = await this.queries.toArchive(untouchedSinceBefore(now, DAYS), limit);
    return left.map(({ applicationId, since }) => ({ kind: this.kind, subject: applicationId, due: dueAfter(since, DAYS) }));
  }

  override fire({ kind, subject, due }: Deadline): Promise<Receipt> {
    const context = { command: derivedId(kind, subject, due), actor: SYSTEM };
    return this.streams.handle(applicationStream(subject), application, { do: 'archiveAutomatically', today: this.clock.today() }, context);
  }
}
