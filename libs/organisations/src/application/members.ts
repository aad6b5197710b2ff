import { Injectable } from '@nestjs/common';
import { type CommandContext, type Id, type Receipt, Streams } from '#kernel';
import type { OrganisationType } from '../contract.js';
import { companyDecider } from '../domain/company.decider.js';
import { institutionDecider } from '../domain/institution.decider.js';
import type { MembersCommand } from '../domain/members.js';
import { prescriberDecider } from '../domain/prescriber.decider.js';
import { buyerDecider, supplierDecider } from '../domain/trader.decider.js';

export interface OrganisationRef {
  readonly type: OrganisationType;
  readonly id: Id;
}

/** Who belongs to an organisation. */
@Injectable()
export class MembersService {
  constructor(private readonly streams: Streams) {}

  /** The first member becomes administrator; a former one comes back as a plain member. */
  join(organisation: OrganisationRef, accountId: Id, context: CommandContext, admin = false): Promise<Receipt> {
    return this.#handle(organisation, { kind: 'join', accountId, admin }, context);
  }

  leave(organisation: OrganisationRef, accountId: Id, context: CommandContext): Promise<Receipt> {
    return this.#handle(organisation, { kind: 'leave', accountId, by: context.actor.id }, context);
  }

  #handle({ type, id }: OrganisationRef, command: MembersCommand, context: CommandContext): Promise<Receipt> {
    const stream = `${type}-${id}`;
    switch (type) {
      case 'company':
        return this.streams.handle(stream, companyDecider, command, context);
      case 'prescriber':
        return this.streams.handle(stream, prescriberDecider, command, context);
      case 'institution':
        return this.streams.handle(stream, institutionDecider, command, context);
      case 'buyer':
        return this.streams.handle(stream, buyerDecider, command, context);
      case 'supplier':
        return this.streams.handle(stream, supplierDecider, command, context);
    }
  }
}
