import { Injectable } from '@nestjs/common';
import { type Id, SYSTEM } from '#kernel';
import { IdentityQueries } from '#identity';
import type { KeptContact } from '#marketplace';
import { OrganisationsQueries } from '#organisations';
import type { Mail } from './mailer.js';

/** Where somebody is written to, looked up at the moment of writing; null when they are not there any more. */
@Injectable()
export class Readers {
  constructor(
    private readonly identity: IdentityQueries,
    private readonly organisations: OrganisationsQueries,
  ) {}

  /** Somebody who works there still. */
  async member(accountId: Id, organisationId: Id): Promise<Mail['to'] | null> {
    const person = (await this.identity.addressees([accountId])).get(accountId);
    const belongs = (await this.organisations.memberships(accountId)).some(({ id }) => id === organisationId);
    return person && belongs ? { name: `${person.firstName} ${person.lastName}`, address: person.email } : null;
  }

  /** The address an organisation gave, under this id in the vault, to receive needs. */
  async contact(organisation: Id, name: string, contactId: Id | null): Promise<Mail['to'] | null> {
    const words = contactId && (await this.words(contactId, organisation));
    const address = words ? (JSON.parse(words) as KeptContact).email : null;
    return address ? { name, address } : null;
  }

  /** Written for that organisation; by the team when it is null. */
  async words(id: Id, organisation: Id | null): Promise<string | null> {
    return (await this.identity.texts([{ id, organisation }], { viewer: SYSTEM, purpose: 'mail' })).get(id) ?? null;
  }
}
