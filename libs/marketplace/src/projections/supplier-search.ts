import { Injectable } from '@nestjs/common';
import { Database } from '#kernel';
import type { Commune } from '#reference';
import { cityOf, Conditions, haversine } from './supplier-conditions.js';
import type { SupplierFound, SupplierQuestion, SuppliersFound } from './supplier-question.js';

export const PAGE_SIZE = 20;
const FOUND = `s.id, s.name, s.kind, s.city, s.post_code as "postCode", s.department, s.region, s.lat, s.lon, s.sectors, s.presta_types as "prestaTypes"`;

@Injectable()
export class SupplierSearch {
  constructor(private readonly database: Database) {}

  /** Those who present themselves first, then the last changed; around one city the nearest first [marche/SRCH-31]. */
  async find(question: SupplierQuestion): Promise<SuppliersFound> {
    const conditions = new Conditions(question);
    const where = conditions.sql;
    const city = question.perimeters.length === 1 ? cityOf(question.perimeters[0]) : null;
    const distance = city ? this.#distance(city, conditions) : 'null::float8';
    const offset = conditions.bind((question.page - 1) * PAGE_SIZE);
    const rows = await this.database.rows<SupplierFound & { total: number }>(
      `with hits as (select s.id, ${distance} as distance, s.presentation is not null as presented, s.changed_at, count(*) over () as total from read.marketplace_supplier s where ${where}),
            page as (select * from hits order by distance nulls last, presented desc, changed_at desc, id limit ${PAGE_SIZE} offset ${offset})
       select ${FOUND}, page.distance as "distanceKm", page.total::int as total from page join read.marketplace_supplier s using (id)
        order by page.distance nulls last, page.presented desc, page.changed_at desc, id`,
      conditions.params,
    );
    const total = rows[0]?.total ?? (question.page > 1 ? (await this.find({ ...question, page: 1 })).total : 0);
    return { total, items: rows.map(({ total: _, ...row }) => row) };
  }

  /** Being there counts as no distance at all. */
  #distance({ lat, lon, postCodes }: Commune, conditions: Conditions): string {
    const [y, x, codes] = [conditions.bind(lat), conditions.bind(lon), conditions.bind(postCodes)];
    return `case when s.post_code = any(${codes}::text[]) then 0 else ${haversine(`${y}::float8`, `${x}::float8`)} end`;
  }
}
