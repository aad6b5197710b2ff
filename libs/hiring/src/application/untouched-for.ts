import { Injectable } from '@nestjs/common';
import { addDays, Clock, dayOf, type Deadline, DeadlineKind, derivedId, type Receipt, startOf, Streams, SYSTEM } from '#kernel';
import { HiringQueries, type Untouched } from '../contract.js';
import { application } from '../domain/application.decider.js';
import { applicationStream } from '../domain/application.state.js';

/** Whole civil days in Paris: due at midnight, when that many days have begun since. */
export const dueAfter = (since: string, days: number): string => new Date(startOf(addDays(dayOf(since), days))).toISOString();

/** What is untouched since before this instant is due now. */
export const untouchedSinceBefore = (now: string, days: number): string => dueAfter(now, 1 - days);

/** What happens to an application that nobody has touched for so many days. */
@Injectable()
export abstract class UntouchedFor extends DeadlineKind {
  abstract readonly days: number;
  abstract readonly command: 'refuseAutomatically' | 'archiveAutomatically';
  constructor(
    protected readonly streams: Streams,
    protected readonly queries: HiringQueries,
    protected readonly clock: Clock,
  ) {
    super();
  }

  /** Those untouched since before this instant, at most so many. */
  protected abstract left(before: string, limit: number): Promise<readonly Untouched[]>;

  override async due(now: string, limit: number): Promise<readonly Deadline[]> {
    const left = await this.left(untouchedSinceBefore(now, this.days), limit);
    return left.map(({ applicationId, candidateId, since }) => ({ kind: this.kind, subject: applicationId, due: dueAfter(since, this.days), concerns: candidateId }));
  }

  override fire({ kind, subject, due }: Deadline): Promise<Receipt> {
    const context = { command: derivedId(kind, subject, due), actor: SYSTEM };
    return this.streams.handle(applicationStream(subject), application, { do: this.command, today: this.clock.today() }, context);
  }
}
