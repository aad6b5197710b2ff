import { Injectable } from '@nestjs/common';
import { type Pace, WEEKDAYS } from '#kernel';
import { DAYS_BEFORE_AUTOMATIC_REFUSAL } from '../domain/reasons.js';
import { UntouchedFor } from './untouched-for.js';

/** Sixty days without an answer are an answer, told on weekdays from 7 to 20 h, to forty people every five minutes [emplois/REF-6]. */
@Injectable()
export class AutomaticRefusal extends UntouchedFor {
  readonly kind = 'hiring.automatic-refusal';
  readonly days = DAYS_BEFORE_AUTOMATIC_REFUSAL;
  readonly command = 'refuseAutomatically';
  override readonly pace: Pace = { hours: { days: WEEKDAYS, from: 7, until: 20 }, everyMs: 5 * 60_000, atMost: 40 };

  protected left(before: string, limit: number) {
    return this.queries.unanswered(before, limit);
  }
}
