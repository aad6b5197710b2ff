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

  /** Those who present themselves first, then the last changed; around one city the nearest first [marche/SRCH-31]. */
  async find(question: SupplierQuestion, size = PAGE_SIZE): Promise<SuppliersFound> {
    const conditions = new Conditions(question);
    const where = `from read.marketplace_supplier s where ${conditions.sql}`;
    const asked = [...conditions.params];
    const city = question.perimeters.length === 1 ? cityOf(question.perimeters[0]) : null;
    const distance = city ? this.#distance(city, conditions) : null;
    const offset = conditions.bind((question.page - 1) * size);
    const [count, items] = await Promise.all([
      this.database.one<{ total: number }>(`select count(*)::int as total ${where}`, asked),
      this.database.rows<SupplierFound>(
        `select ${FOUND}, ${distance ?? 'null::float8'} as "distanceKm" ${where}
          order by ${distance ? '"distanceKm" nulls last, ' : ''}(s.presentation is not null) desc, s.changed_at desc, s.id limit ${size} offset ${offset}`,
        conditions.params,
      ),
    ]);
    return { total: count!.total, items };
  }

  /** Being there counts as no distance at all. */
  #distance({ lat, lon, postCodes }: Commune, conditions: Conditions): string {
    const [y, x, codes] = [conditions.bind(lat), conditions.bind(lon), conditions.bind(postCodes)];
    return `case when s.post_code = any(${codes}::text[]) then 0 else ${haversine(`${y}::float8`, `${x}::float8`)} end`;
  }
}
