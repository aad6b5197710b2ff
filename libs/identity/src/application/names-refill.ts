import { Injectable } from '@nestjs/common';
import { type Deadline, DeadlineKind } from '#kernel';
import { SearchRefill } from '../vault/search-refill.js';

/** The database may crash and come back while the platform runs: the names it lost are put back within a minute. */
@Injectable()
export class NamesRefill extends DeadlineKind {
  readonly kind = 'identity.names-lost';

  constructor(private readonly refill: SearchRefill) {
    super();
  }

  async due(now: string): Promise<readonly Deadline[]> {
    return (await this.refill.needed()) ? [{ kind: this.kind, subject: 'person_search', due: now }] : [];
  }

  async fire(): Promise<void> {
    await this.refill.run();
  }
}
