import { Injectable } from '@nestjs/common';
import { type Id } from '#kernel';
import { OrganisationsQueries } from '#organisations';
import { IdentityQueries } from '../contract.js';
import { AccessLog } from '../vault/access-log.js';

export const ACCESS_PAGE = 20;

export interface AccessReading {
  readonly at: string;
  readonly by: string;
  readonly organisation: string | null;
  readonly purpose: string;
}

/** Who read a person's data, as that person sees it. */
@Injectable()
export class AccessReadings {
  constructor(
    private readonly log: AccessLog,
    private readonly people: IdentityQueries,
    private readonly organisations: OrganisationsQueries,
  ) {}

  async page(person: Id, page: number): Promise<{ readonly total: number; readonly items: readonly AccessReading[] }> {
    await this.log.flush();
    const { total, items } = await this.log.of(person, { limit: ACCESS_PAGE, offset: (page - 1) * ACCESS_PAGE });
    const [names, organisations] = await Promise.all([
      this.people.accountNames(items.map(({ viewer }) => viewer)),
      this.organisations.organisations(items.flatMap(({ organisation }) => organisation ?? [])),
    ]);
    const nameOf = (id: Id, role: string) => {
      const name = names.get(id);
      return name ? `${name.firstName} ${name.lastName}` : role === 'system' ? 'La plateforme' : 'Compte supprimé';
    };
    return {
      total,
      items: items.map(({ at, viewer, organisation, role, purpose }) => ({
        at,
        by: nameOf(viewer, role),
        organisation: (organisation && organisations.get(organisation)?.name) ?? null,
        purpose,
      })),
    };
  }
}
