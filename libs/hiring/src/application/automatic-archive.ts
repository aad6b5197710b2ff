import { Injectable } from '@nestjs/common';
import { DAYS_BEFORE_AUTOMATIC_ARCHIVE } from '../domain/automatic-archive.js';
import { UntouchedFor } from './untouched-for.js';

/** What the company leaves where it is for half a year leaves its list by itself [emplois/REF-7]. */
@Injectable()
export class AutomaticArchive extends UntouchedFor {
  readonly kind = 'hiring.automatic-archive';
  readonly days = DAYS_BEFORE_AUTOMATIC_ARCHIVE;
  readonly command = 'archiveAutomatically';

  protected left(before: string, limit: number) {
    return this.queries.toArchive(before, limit);
  }
}
