import { Injectable } from '@nestjs/common';
import { type Actor, Database } from '#kernel';
import { IdentityQueries } from '#identity';
import { OrganisationsQueries } from '#organisations';
import type { ExportRow } from './exports.projection.js';

export const EXPORTS_PAGE = 20;
export interface ShownExport extends ExportRow {
  readonly by: string;
  readonly of: string | null;
}

/** Exports as they can be read afterwards: all of them by the team, those of one's own institution by an inspector. */
@Injectable()
export class Exports {
  constructor(
    private readonly database: Database,
    private readonly people: IdentityQueries,
    private readonly organisations: OrganisationsQueries,
  ) {}

  async page({ role, organisation }: Actor, page: number): Promise<{ readonly total: number; readonly items: readonly ShownExport[] }> {
    const own = role === 'staff' ? null : organisation;
    const seen = role === 'staff' ? 'true' : 'organisation = $1';
    const bound = own === null ? [] : [own];
    if (role !== 'staff' && own === null) return { total: 0, items: [] };
    const [count, rows] = await Promise.all([
      this.database.one<{ n: number }>(`select count(*)::int as n from read.pilotage_export where ${seen}`, bound),
      this.database.rows<ExportRow>(
        `select id, at, account, organisation, role, indicator, definition, part, first_month as "firstMonth", last_month as "lastMonth", kind, region, department, valid_at as "validAt", known_at as "knownAt", purpose, rows
         from read.pilotage_export where ${seen} order by at desc, id limit ${EXPORTS_PAGE} offset ${EXPORTS_PAGE * (page - 1)}`,
        bound,
      ),
    ]);
    const [names, houses] = await Promise.all([this.people.accountNames(rows.map(({ account }) => account)), this.organisations.organisations(rows.flatMap((row) => row.organisation ?? []))]);
    const items = rows.map((row) => {
      const name = names.get(row.account);
      return { ...row, by: name ? `${name.firstName} ${name.lastName}` : 'Compte supprimé', of: (row.organisation && houses.get(row.organisation)?.name) ?? null };
    });
    return { total: count?.n ?? 0, items };
  }
}
