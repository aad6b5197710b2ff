import { Injectable } from '@nestjs/common';
import { DAYS_BEFORE_AUTOMATIC_REFUSAL } from '../domain/reasons.js';
import { UntouchedFor } from './untouched-for.js';

/** Sixty days without an answer are an answer [emplois/REF-6]. */
@Injectable()
export class AutomaticRefusal extends UntouchedFor {
  readonly kind = 'hiring.automatic-refusal';
  readonly days = DAYS_BEFORE_AUTOMATIC_REFUSAL;
  readonly command = 'refuseAutomatically';

  protected left(before: string, limit: number) {
    return this.queries.unanswered(before, limit);
  }
}
