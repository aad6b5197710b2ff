import { Injectable } from '@nestjs/common';
import { type Id, KernelConfig } from '#kernel';
import { IdentityQueries } from '#identity';
import { MarketplaceQueries } from '#marketplace';
import { OrganisationsQueries } from '#organisations';
import type { Letter, Recipient } from '../contract.js';
import { type LaidOut, layOut } from '../domain/layout.js';
import { interestLetter } from '../domain/letters/interest.fr.js';
import type { Mail } from './mailer.js';

export type Written = LaidOut & Pick<Mail, 'to'>;

/** Writes a message out at the moment it leaves, or is looked at: until then there are only ids. */
@Injectable()
export class Letters {
  readonly #address: string;

  constructor(
    private readonly identity: IdentityQueries,
    private readonly organisations: OrganisationsQueries,
    private readonly marketplace: MarketplaceQueries,
    config: KernelConfig,
  ) {
    this.#address = (config.publicUrl ?? '').replace(/\/+$/, '');
  }

  /** Null when there is nobody to read it: erased, or gone from the organisation it is about. */
  async write({ needId, rank }: Letter, { accountId }: Recipient): Promise<Written | null> {
    const need = await this.marketplace.summary(needId);
    const person = (await this.identity.addressees([accountId])).get(accountId);
    if (!need || !person || !(await this.#belongs(accountId, need.buyerId))) return null;
    const name = `${person.firstName} ${person.lastName}`;
    return { ...layOut(interestLetter(need, rank), name, this.#address), to: { name, address: person.email } };
  }

  async #belongs(accountId: Id, organisationId: Id): Promise<boolean> {
    return (await this.organisations.memberships(accountId)).some(({ id }) => id === organisationId);
  }
}
