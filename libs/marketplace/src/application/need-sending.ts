import { Injectable } from '@nestjs/common';
import { Clock, type Deadline, DeadlineKind, derivedId, KernelConfig, newId, type Pace, type Receipt, SYSTEM } from '#kernel';
import { NeedsToSend } from '../contract.js';
import { SENDING_HOURS } from '../domain/sending.js';
import { NeedDesk } from './need-desk.js';

/** Every five minutes of working hours, the next batch of each need whose turn it is [marche/SEND-01]. */
@Injectable()
export class NeedSending extends DeadlineKind {
  readonly kind = 'marketplace.need-sending';
  override readonly pace: Pace = { hours: SENDING_HOURS, everyMs: 5 * 60_000, atMost: 500 };

  constructor(
    private readonly desk: NeedDesk,
    private readonly needs: NeedsToSend,
    private readonly clock: Clock,
    private readonly config: KernelConfig,
  ) {
    super();
  }

  /** Where no mail can leave nor be looked at, nobody is said to have been written to. */
  override async due(now: string, limit: number): Promise<readonly Deadline[]> {
    if (this.config.mail === 'off' || !(this.config.smtpUrl || this.config.mailbox)) return [];
    return (await this.needs.due(now, this.clock.today(), limit)).map(({ id, nextBatchAt: due }) => ({ kind: this.kind, subject: id, due }));
  }

  override async fire({ kind, subject, due }: Deadline): Promise<Receipt> {
    const best = (await this.needs.bestFirst(subject)).map((supplierId) => ({ supplierId, relationId: newId(this.clock.now()) }));
    const command = { do: 'sendBatch', best, now: new Date(this.clock.now()).toISOString(), actor: SYSTEM, today: this.clock.today() } as const;
    return this.desk.decide(subject, command, { command: derivedId(kind, subject, due), actor: SYSTEM });
  }
}
