import { Injectable } from '@nestjs/common';
import { type Actor, Clock } from '#kernel';
import { IdentityQueries } from '#identity';
import { OrganisationsQueries } from '#organisations';
import type { NeedRow } from '../projections/need.row.js';
import type { NeedView } from './need.views.js';
import { publicNeedView } from './public-need.view.js';

/** Reads what a published need shows to anybody, and looks up nothing else. */
@Injectable()
export class PublicNeed {
  constructor(
    private readonly identity: IdentityQueries,
    private readonly organisations: OrganisationsQueries,
    private readonly clock: Clock,
  ) {}

  async view(need: NeedRow, actor: Actor | null): Promise<NeedView> {
    const [texts, buyers] = await Promise.all([
      this.identity.publicTexts('need-description', [{ id: need.descriptionId, organisation: need.buyerId }]),
      this.organisations.organisations(need.anonymous ? [] : [need.buyerId]),
    ]);
    return publicNeedView(need, { description: texts.get(need.descriptionId) ?? null, buyer: buyers.get(need.buyerId) ?? null }, actor, this.clock.today());
  }
}
