import { Injectable } from '@nestjs/common';
import { Database } from '#kernel';
import type { Commune } from '#reference';
import { cityOf, Conditions, haversine } from './supplier-conditions.js';
import type { SupplierFound, SupplierQuestion, SuppliersFound } from './supplier-question.js';

export const PAGE_SIZE = 20;
const FOUND = `s.id, s.name, s.kind, s.city, s.post_code as "postCode", s.department, s.region, s.lat, s.lon, s.sectors, s.presta_types as "prestaTypes", left(s.presentation, 400) as excerpt`;

@Injectable()
export class SupplierSearch {
  constructor(private readonly database: Database) {}

  /** Those who present themselves first, then the last changed; around one city the nearest first [marche/SRCH-31]; for a name the likest first, wherever it is [marche/SRCH-32]. */
  async find(question: SupplierQuestion, size = PAGE_SIZE): Promise<SuppliersFound> {
    const conditions = new Conditions(question);
    const city = question.perimeters.length === 1 ? cityOf(question.perimeters[0]) : null;
    const distance = city ? this.#distance(city, conditions) : null;
    const order = `${question.search ? 'unlike, ' : distance ? '"distanceKm" nulls last, ' : ''}presented desc, changed_at desc, id`;
    const offset = conditions.bind((question.page - 1) * size);
    // Few columns of the many found, all columns of the few shown: rows are wide.
    const rows = await this.database.rows<SupplierFound & { total: number }>(
      `with found as ${conditions.any ? '' : 'not '}materialized (${conditions.select('s.id, s.changed_at, s.presentation is not null as presented, s.post_code, s.lat, s.lon')}),
        page as (select s.*, ${distance ?? 'null::float8'} as "distanceKm" from found s order by ${order} limit ${size} offset ${offset})
       select (select count(*)::int from found) as total, ${FOUND}, p."distanceKm" from (select 1) one left join page p on true left join read.marketplace_supplier s on s.id = p.id
        order by ${order.replaceAll(/(unlike|presented|changed_at|\bid\b)/g, 'p.$1')}`,
      conditions.params,
    );
    return { total: rows[0]!.total, items: rows.flatMap(({ total: _, ...supplier }) => (supplier.id ? [supplier] : [])) };
  }

  /** Being there counts as no distance at all. */
  #distance({ lat, lon, postCodes }: Commune, conditions: Conditions): string {
    const [y, x, codes] = [conditions.bind(lat), conditions.bind(lon), conditions.bind(postCodes)];
    return `case when s.post_code = any(${codes}::text[]) then 0 else ${haversine(`${y}::float8`, `${x}::float8`)} end`;
  }
}
