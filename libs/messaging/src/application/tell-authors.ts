import { Injectable } from '@nestjs/common';
import { KernelConfig, Policy, type Receipt, type RecordedEvent } from '#kernel';
import { MarketplaceQueries } from '#marketplace';
import { NEWS, newsOf } from '../domain/news-of-needs.js';
import { Outbox } from './outbox.js';

/** Whoever wrote a need hears what becomes of it. Begins at the head of the log: what happened before it came is told to nobody. */
@Injectable()
export class TellAuthors extends Policy {
  readonly name = 'messaging.tell-authors';
  readonly handles = NEWS;
  override readonly needs = ['marketplace.needs'];

  constructor(
    private readonly outbox: Outbox,
    private readonly marketplace: MarketplaceQueries,
    private readonly config: KernelConfig,
  ) {
    super();
  }

  override async react(event: RecordedEvent): Promise<Receipt | void> {
    if (this.config.mail === 'off') return;
    const letter = newsOf(event as unknown as Parameters<typeof newsOf>[0], event.meta.role === 'system');
    const need = letter && (await this.marketplace.summary(letter.needId));
    return need ? this.outbox.request(letter, { accountId: need.author }, event.id) : undefined;
  }
}
