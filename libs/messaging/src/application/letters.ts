import { Injectable } from '@nestjs/common';
import { type Id, KernelConfig, SYSTEM } from '#kernel';
import { IdentityQueries } from '#identity';
import { MarketplaceQueries } from '#marketplace';
import { OrganisationsQueries } from '#organisations';
import type { Letter, Recipient } from '../contract.js';
import { type LaidOut, layOut } from '../domain/layout.js';
import { draftOf, isOvertaken, wordsOf } from '../domain/letters/letters.js';
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

  /** Or why not: there is nobody to read it (erased, or gone from the organisation it is about), or what it asks for has been done. */
  async write(letter: Letter, { accountId }: Recipient): Promise<Written | 'nobody' | 'overtaken'> {
    const need = await this.marketplace.summary(letter.needId);
    const person = (await this.identity.addressees([accountId])).get(accountId);
    if (!need || !person || !(await this.#belongs(accountId, need.buyerId))) return 'nobody';
    if (isOvertaken(letter, need)) return 'overtaken';
    const name = `${person.firstName} ${person.lastName}`;
    return { ...layOut(draftOf(letter, need, await this.#words(letter)), name, this.#address), to: { name, address: person.email } };
  }

  /** Written by the team to whom the letter is for. */
  async #words(letter: Letter): Promise<string | null> {
    const id = wordsOf(letter);
    return id ? ((await this.identity.texts([{ id, organisation: null }], { viewer: SYSTEM, purpose: 'mail' })).get(id) ?? null) : null;
  }

  async #belongs(accountId: Id, organisationId: Id): Promise<boolean> {
    return (await this.organisations.memberships(accountId)).some(({ id }) => id === organisationId);
  }
}
