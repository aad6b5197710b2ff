import { Injectable } from '@nestjs/common';
import { derivedId, type Id, joinReceipts, Policy, type Receipt, type RecordedEvent, SYSTEM } from '#kernel';
import type { IdentityEvent } from '#identity';
import { MarketplaceQueries } from '../contract.js';
import { NeedDesk } from './need-desk.js';
import { SupplierDesk } from './supplier-desk.js';

type AccountErased = Extract<IdentityEvent, { type: 'identity.AccountErased' }>;

/** The vault forgets the contacts somebody erased had given: a supplier has none any more, and no need is sent to it [marche/MATCH-01]; a need's buyer cannot be reached until a colleague gives another. */
@Injectable()
export class EraseContacts extends Policy {
  readonly name = 'marketplace.erase-contacts';
  readonly handles = ['identity.AccountErased'];
  override readonly needs = ['marketplace.suppliers', 'marketplace.needs'];
  constructor(
    private readonly suppliers: SupplierDesk,
    private readonly needsDesk: NeedDesk,
    private readonly queries: MarketplaceQueries,
  ) {
    super();
  }

  override async react({ id: causation, data, meta: { correlation } }: RecordedEvent): Promise<Receipt> {
    const { accountId } = data as AccountErased['data'];
    const context = (what: string, id: Id) => ({ command: derivedId(causation, what, id), actor: SYSTEM, correlation, causation });
    const receipts: Receipt[] = [];
    for (const id of await this.queries.contactsOf(accountId)) receipts.push(await this.suppliers.eraseContact(id, accountId, context('contact', id)));
    for (const id of await this.queries.needContactsOf(accountId)) receipts.push(await this.needsDesk.eraseContact(id, accountId, context('need contact', id)));
    return joinReceipts(derivedId(causation, 'contact'), ...receipts);
  }
}
