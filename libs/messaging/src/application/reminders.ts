import { Injectable } from '@nestjs/common';
import { addDays, type Day, type Deadline, DeadlineKind, dayOf, derivedId, type Id, joinReceipts, KernelConfig, type Pace, type Receipt, startOf, WEEKDAYS } from '#kernel';
import { NeedReminders } from '#marketplace';
import { Outbox } from './outbox.js';

/** Days after the letter. */
const AFTER = 2;
/** What was not reminded by then, as when nothing ran for days, never is. */
const STILL = 6;

/** Suppliers that were written to two days ago and have looked at nothing are reminded once, on weekdays at nine; on Monday those of the weekend too [marche/REM-02]. */
@Injectable()
export class Reminders extends DeadlineKind {
  readonly kind = 'messaging.unread-reminder';
  override readonly pace: Pace = { hours: { days: WEEKDAYS, from: 9, until: 10 }, everyMs: 5 * 60_000, atMost: 500 };

  constructor(
    private readonly outbox: Outbox,
    private readonly needs: NeedReminders,
    private readonly config: KernelConfig,
  ) {
    super();
  }

  override async due(now: string, limit: number): Promise<readonly Deadline[]> {
    if (this.config.mail === 'off') return [];
    const today: Day = dayOf(now);
    const unread = await this.needs.unread(addDays(today, -STILL), addDays(today, -AFTER), today, limit);
    return unread.map(({ needId, supplierId, contactedOn }) => ({ kind: this.kind, subject: `${needId}:${supplierId}`, due: new Date(startOf(addDays(contactedOn, AFTER))).toISOString() }));
  }

  override async fire({ subject }: Deadline): Promise<Receipt> {
    const [needId, supplierId] = subject.split(':') as [Id, Id];
    return joinReceipts(derivedId(this.kind, subject), await this.outbox.request({ kind: 'unread', needId, supplierId }, { supplierId }, null));
  }
}
