import { Injectable } from '@nestjs/common';
import { derivedId, joinReceipts, KernelConfig, Policy, type Receipt, type RecordedEvent } from '#kernel';
import type { MarketplaceEvent } from '#marketplace';
import { OrganisationsQueries } from '#organisations';
import { Outbox } from './outbox.js';

type Sent = Extract<MarketplaceEvent, { type: 'marketplace.NeedSentToSuppliers' }>;

/** A need that is sent goes to the address where the supplier receives needs, and to those who work there [marche/SEND-12]. */
@Injectable()
export class TellSuppliers extends Policy {
  readonly name = 'messaging.tell-suppliers';
  readonly handles = ['marketplace.NeedSentToSuppliers'];

  constructor(
    private readonly outbox: Outbox,
    private readonly organisations: OrganisationsQueries,
    private readonly config: KernelConfig,
  ) {
    super();
  }

  override async react({ id, data }: RecordedEvent): Promise<Receipt | void> {
    if (this.config.mail === 'off') return;
    const { needId, sent } = data as Sent['data'];
    const receipts: Receipt[] = [];
    for (const { supplierId } of sent) {
      const letter = { kind: 'presented', needId, supplierId } as const;
      const members = await this.organisations.members(supplierId);
      for (const to of [{ supplierId }, ...members.map((accountId) => ({ accountId }))]) receipts.push(await this.outbox.request(letter, to, id));
    }
    return joinReceipts(derivedId(id, 'tell suppliers'), ...receipts);
  }
}
