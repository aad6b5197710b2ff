import { Injectable } from '@nestjs/common';
import type { Actor } from '#kernel';
import { ControlQueries, type Territory } from '#control';

/** Institutions that inspect, and have no figures of inclusion employers all the same [pilotage/A-19]. */
const WITHOUT_FIGURES: readonly (string | null)[] = ['DDETS_GEIQ', 'DREETS_GEIQ', 'DGEFP_GEIQ', 'FFGEIQ', 'OTHER'];

/** Where somebody is told true figures: by the organisation they act for now, whatever else they belong to. */
@Injectable()
export class FiguresScope {
  constructor(private readonly control: ControlQueries) {}

  async of(actor: Actor | null): Promise<Territory | null> {
    return actor === null || WITHOUT_FIGURES.includes(actor.organisationKind) ? null : this.control.territoryOf(actor);
  }
}
