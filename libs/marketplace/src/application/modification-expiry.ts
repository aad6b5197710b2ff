import { Injectable } from '@nestjs/common';
import { addDays, Clock, type Deadline, DeadlineKind, dayOf, derivedId, type Receipt, startOf, SYSTEM } from '#kernel';
import { MarketplaceQueries } from '../contract.js';
import { DAYS_TO_MODIFY } from '../domain/moderation.js';
import { NeedDesk } from './need-desk.js';

/** Ten days after the latest modification request, silence is a rejection [marche/LIFE-07]. */
@Injectable()
export class ModificationExpiry extends DeadlineKind {
  readonly kind = 'marketplace.modification-expiry';
  constructor(
    private readonly desk: NeedDesk,
    private readonly queries: MarketplaceQueries,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async due(now: string, limit: number): Promise<readonly Deadline[]> {
    const waiting = await this.queries.sentBackBy(addDays(dayOf(now), -DAYS_TO_MODIFY), limit);
    return waiting.map(({ id, sentBackOn }) => ({ kind: this.kind, subject: id, due: new Date(startOf(addDays(sentBackOn, DAYS_TO_MODIFY))).toISOString() }));
  }

  override fire({ kind, subject, due }: Deadline): Promise<Receipt> {
    return this.desk.decide(subject, { do: 'expire', actor: SYSTEM, today: this.clock.today() }, { command: derivedId(kind, subject, due), actor: SYSTEM });
  }
}
