import { Injectable } from '@nestjs/common';
import { derivedId, joinReceipts, Policy, type Receipt, type RecordedEvent, SYSTEM } from '#kernel';
import type { IdentityEvent } from '#identity';
import { MarketplaceQueries } from '../contract.js';
import { SupplierDesk } from './supplier-desk.js';

type AccountErased = Extract<IdentityEvent, { type: 'identity.AccountErased' }>;

/** The vault forgets the contact somebody erased had given: the supplier has none any more, and no need is sent to it [marche/MATCH-01]. */
@Injectable()
export class EraseContacts extends Policy {
  readonly name = 'marketplace.erase-contacts';
  readonly handles = ['identity.AccountErased'];
  override readonly needs = ['marketplace.suppliers'];
  constructor(
    private readonly desk: SupplierDesk,
    private readonly queries: MarketplaceQueries,
  ) {
    super();
  }

  override async react({ id: causation, data, meta: { correlation } }: RecordedEvent): Promise<Receipt> {
    const { accountId } = data as AccountErased['data'];
    const receipts: Receipt[] = [];
    for (const supplierId of await this.queries.contactsOf(accountId))
      receipts.push(await this.desk.eraseContact(supplierId, accountId, { command: derivedId(causation, 'contact', supplierId), actor: SYSTEM, correlation, causation }));
    return joinReceipts(derivedId(causation, 'contact'), ...receipts);
  }
}
