import { Injectable } from '@nestjs/common';
import { KernelConfig, Policy, type Receipt, type RecordedEvent } from '#kernel';
import { type MarketplaceEvent, MarketplaceQueries } from '#marketplace';
import { isTold } from '../domain/interest-cadence.js';
import { Outbox } from './outbox.js';

type Heard = Extract<MarketplaceEvent, { type: 'marketplace.InterestDeclared' }>;

/** Whoever wrote a need hears what becomes of it. Begins at the head of the log: what happened before it came is told to nobody. */
@Injectable()
export class TellAuthors extends Policy {
  readonly name = 'messaging.tell-authors';
  readonly handles = ['marketplace.InterestDeclared'];
  override readonly needs = ['marketplace.needs'];

  constructor(
    private readonly outbox: Outbox,
    private readonly marketplace: MarketplaceQueries,
    private readonly config: KernelConfig,
  ) {
    super();
  }

  override async react(event: RecordedEvent): Promise<Receipt | void> {
    const { needId, rank } = event.data as unknown as Heard['data'];
    if (this.config.mail === 'off' || !isTold(rank)) return;
    const need = await this.marketplace.summary(needId);
    return need ? this.outbox.request({ kind: 'interest', needId, rank }, { accountId: need.author }, event.id) : undefined;
  }
}
