import { Injectable } from '@nestjs/common';
import { Streams } from '#kernel';
import type { PassOrigin } from '#approvals';
import { OrganisationsQueries } from '#organisations';
import type { ApplicationPlace } from '../contract.js';
import { application } from '../domain/application.decider.js';
import { applicationStream } from '../domain/application.state.js';

/** What a PASS keeps of the application it is granted for [emplois/PASS-7]. */
@Injectable()
export class PassOrigins {
  constructor(
    private readonly streams: Streams,
    private readonly organisations: OrganisationsQueries,
  ) {}

  async of({ applicationId, companyId }: ApplicationPlace): Promise<PassOrigin | undefined> {
    const [{ state }, companies] = await Promise.all([
      this.streams.load(applicationStream(applicationId), application),
      this.organisations.organisations([companyId]),
    ]);
    if (!state) return undefined;
    const { sender, sentByKind } = state;
    const prescriberKind = sender === 'prescriber' || sender === 'orienter' ? sentByKind : null;
    return { siret: companies.get(companyId)?.siret ?? null, sender, prescriberKind };
  }
}
