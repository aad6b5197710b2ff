import { Injectable } from '@nestjs/common';
import { derivedId, joinReceipts, Policy, type Receipt, type RecordedEvent, SYSTEM } from '#kernel';
import type { IdentityEvent } from '#identity';
import { OrganisationsQueries } from '../contract.js';
import { MembersService } from './members.js';

type AccountErased = Extract<IdentityEvent, { type: 'identity.AccountErased' }>;

/** Somebody erased works nowhere any more: who is left is whom one can count on. */
@Injectable()
export class EndMemberships extends Policy {
  readonly name = 'organisations.end-memberships';
  readonly handles = ['identity.AccountErased'];
  override readonly needs = ['organisations.members', 'organisations.organisations'];
  constructor(
    private readonly members: MembersService,
    private readonly queries: OrganisationsQueries,
  ) {
    super();
  }

  override async react({ id: causation, data, meta: { correlation } }: RecordedEvent): Promise<Receipt> {
    const { accountId } = data as AccountErased['data'];
    const receipts: Receipt[] = [];
    for (const organisation of await this.queries.memberships(accountId)) {
      const context = { command: derivedId(causation, 'leave', organisation.id), actor: SYSTEM, correlation, causation };
      receipts.push(await this.members.leave(organisation, accountId, context));
    }
    return joinReceipts(derivedId(causation, 'leave'), ...receipts);
  }
}
