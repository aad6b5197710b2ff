import { Injectable } from '@nestjs/common';
import type { Id } from '#kernel';
import { IdentityQueries } from '#identity';
import { OrganisationsQueries } from '#organisations';
import { fullName } from './application-presenter.js';
import type { AdvisorView } from './application.view.js';

/** Whom a company may name as the advisor of a hire: its members. */
@Injectable()
export class AdvisorNames {
  constructor(
    private readonly organisations: OrganisationsQueries,
    private readonly identity: IdentityQueries,
  ) {}

  async of(companyId: Id): Promise<AdvisorView[]> {
    const members = await this.organisations.members(companyId);
    const named = [...(await this.identity.accountNames(members))].map(([id, name]) => ({ id, name: fullName(name)! }));
    return named.sort((a, b) => a.name.localeCompare(b.name, 'fr'));
  }
}
