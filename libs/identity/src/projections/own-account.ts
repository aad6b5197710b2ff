import { Injectable } from '@nestjs/common';
import type { Actor, Id } from '#kernel';
import { type Membership, OrganisationsQueries } from '#organisations';
import { Vault } from '../vault/vault.js';

export interface OwnAccount {
  readonly account: { readonly id: Id; readonly firstName: string; readonly lastName: string; readonly email: string };
  readonly memberships: readonly Membership[];
}

/** What somebody sees of themselves in the header of every page. */
@Injectable()
export class OwnAccounts {
  constructor(
    private readonly vault: Vault,
    private readonly organisations: OrganisationsQueries,
  ) {}

  async of(actor: Actor): Promise<OwnAccount | null> {
    const [person, memberships] = await Promise.all([
      this.vault.read(actor.id),
      actor.organisation === null ? [] : this.organisations.memberships(actor.id),
    ]);
    if (!person) return null;
    const { firstName, lastName, email } = person.document;
    return { account: { id: actor.id, firstName, lastName, email: email ?? '' }, memberships };
  }
}
