import { Injectable } from '@nestjs/common';
import type { PassOrigin } from '#approvals';
import { OrganisationsQueries } from '#organisations';
import type { Submitted } from '../domain/application.state.js';

/** What a PASS keeps of the application it is granted for [emplois/PASS-7]. */
@Injectable()
export class PassOrigins {
  constructor(private readonly organisations: OrganisationsQueries) {}

  async of({ place: { companyId }, sender, sentByKind }: Submitted): Promise<PassOrigin> {
    const companies = await this.organisations.organisations([companyId]);
    const prescriberKind = sender === 'prescriber' || sender === 'orienter' ? sentByKind : null;
    return { siret: companies.get(companyId)?.siret ?? null, sender, prescriberKind };
  }
}
