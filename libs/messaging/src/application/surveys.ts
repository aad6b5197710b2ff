import { Injectable } from '@nestjs/common';
import { addDays, type Deadline, DeadlineKind, dayOf, type Id, KernelConfig, type Pace, type Receipt, startOf } from '#kernel';
import { MarketplaceQueries, NeedReminders } from '#marketplace';
import { Outbox } from './outbox.js';

const AFTER = { deadline: 7, start: 1 } as const;
/** Asked that late at most, as when nothing ran for days. */
const STILL = 6;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
type When = keyof typeof AFTER;

/** Authors are asked whether a contract was signed: seven days after the deadline, and once more the day after the work begins, unless they have answered, « pas encore » included [marche/SURV-01] [marche/SURV-11]. */
@Injectable()
export class Surveys extends DeadlineKind {
  readonly kind = 'messaging.survey';
  override readonly pace: Pace = { hours: { days: EVERY_DAY, from: 8, until: 10 }, everyMs: 5 * 60_000, atMost: 500 };

  constructor(
    private readonly outbox: Outbox,
    private readonly needs: NeedReminders,
    private readonly marketplace: MarketplaceQueries,
    private readonly config: KernelConfig,
  ) {
    super();
  }

  override async due(now: string, limit: number): Promise<readonly Deadline[]> {
    if (this.config.mail === 'off') return [];
    return [...(await this.#asked('deadline', now, limit)), ...(await this.#asked('start', now, limit))].slice(0, limit);
  }

  async #asked(when: When, now: string, limit: number): Promise<readonly Deadline[]> {
    const until = addDays(dayOf(now), -AFTER[when]);
    const found = await this.needs.unanswered(when, addDays(until, -STILL), until, limit);
    return found.map(({ needId, day }) => ({ kind: this.kind, subject: `${when}:${needId}`, due: new Date(startOf(addDays(day, AFTER[when]))).toISOString() }));
  }

  override async fire({ subject }: Deadline): Promise<Receipt | void> {
    const [when, needId] = subject.split(':') as [When, Id];
    const need = await this.marketplace.summary(needId);
    return need ? this.outbox.request({ kind: 'survey', needId, when }, { accountId: need.author }, null) : undefined;
  }
}
