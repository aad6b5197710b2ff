import { Injectable } from '@nestjs/common';
import { Database, type Id } from '#kernel';
import { boxAround, type Commune, EARTH_RADIUS_KM, type Perimeter, searchKey } from '#reference';
import { COUNTRY, tokensOfBeingIn, tokensOfServing } from './coverage.js';

export const PAGE_SIZE = 20;

/** Inside one list any will do; empty asks nothing. */
export interface SupplierQuestion {
  readonly kinds: readonly string[];
  readonly sectors: readonly string[];
  readonly prestaTypes: readonly string[];
  /** Places served. */
  readonly perimeters: readonly Perimeter[];
  /** Places where the supplier is. */
  readonly locations: readonly Perimeter[];
  /** Kilometres around the first city served. */
  readonly distance: number | null;
  readonly search: string | null;
  readonly page: number;
}
export interface SupplierFound {
  readonly id: Id;
  readonly name: string;
  readonly kind: string;
  readonly city: string;
  readonly postCode: string;
  readonly department: string;
  readonly region: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly sectors: readonly string[];
  readonly prestaTypes: readonly string[];
  readonly distanceKm: number | null;
}
export interface SuppliersFound {
  readonly total: number;
  readonly items: readonly SupplierFound[];
}

const FOUND = `s.id, s.name, s.kind, s.city, s.post_code as "postCode", s.department, s.region, s.lat, s.lon, s.sectors, s.presta_types as "prestaTypes"`;
const haversine = (lat: string, lon: string) =>
  `2 * ${EARTH_RADIUS_KM} * asin(least(1, sqrt(power(sin(radians(s.lat - ${lat}) / 2), 2) + cos(radians(${lat})) * cos(radians(s.lat)) * power(sin(radians(s.lon - ${lon}) / 2), 2))))`;
const cityOf = (place: Perimeter | undefined): Commune | null => (place?.kind === 'city' ? place.city : null);

/** The question as SQL over `s`, a supplier, and `a`, one of its activities. */
class Conditions {
  readonly params: unknown[] = [];
  readonly #all: string[] = [];
  readonly #same: string[] = [];

  constructor(question: SupplierQuestion) {
    const { kinds, sectors, prestaTypes, perimeters, locations, distance, search } = question;
    if (kinds.length > 0) this.#all.push(`s.kind = any(${this.bind(kinds)}::text[])`);
    const [sector, prestaType] = [sectors, prestaTypes].map((codes) => (codes.length > 0 ? this.bind(codes) : null));
    if (sector) this.activity(`s.sectors && ${sector}::text[]`, `a.sector = any(${sector}::text[])`);
    if (prestaType) this.activity(`s.presta_types && ${prestaType}::text[]`, `a.presta_types && ${prestaType}::text[]`);
    if (perimeters.length > 0) this.served(perimeters);
    if (locations.length > 0) this.#all.push(this.isIn(locations));
    const city = cityOf(perimeters.find(({ kind }) => kind === 'city'));
    if (city && distance) this.near(city, distance);
    if (search) this.named(search);
  }

  bind(value: unknown): string {
    return `$${this.params.push(value)}`;
  }

  /** What all activities together say is exact when one thing is asked of them, a first sieve when several are [marche/SRCH-10]. */
  get sql(): string {
    const same = this.#same.length > 1 ? [`exists (select from read.marketplace_activity a where a.supplier_id = s.id and ${this.#same.join(' and ')})`] : [];
    return [...this.#all, ...same].join(' and ') || 'true';
  }

  private activity(together: string, alone: string): void {
    this.#all.push(together);
    this.#same.push(alone);
  }

  private served(places: readonly Perimeter[]): void {
    const zones = this.bind([...new Set(places.flatMap(tokensOfServing))]);
    const address = this.bind(places.flatMap(tokensOfBeingIn));
    const cities = places.flatMap((place) => cityOf(place) ?? []).map(({ lat, lon }) => ({ lat: this.bind(lat), lon: this.bind(lon) }));
    const around = (range: string) => cities.map(({ lat, lon }) => `${haversine(`${lat}::float8`, `${lon}::float8`)} <= ${range}`);
    const boxes = cities.map(({ lat, lon }, at) => `(box(point(s.west, s.south), point(s.east, s.north)) @> box(point(${lon}, ${lat}), point(${lon}, ${lat})) and ${around('s.reach')[at]})`);
    this.activity(
      `(s.covers && (${zones}::text[] || ${address}::text[] || '${COUNTRY}'::text)${boxes.map((each) => ` or ${each}`).join('')})`,
      `(a.range = 'COUNTRY' or a.zones && ${zones}::text[] or s.covers && ${address}::text[]${around('a.distance').map((each) => ` or ${each}`).join('')})`,
    );
  }

  private isIn(places: readonly Perimeter[]): string {
    const codes = (kind: Perimeter['kind']) => this.bind(places.flatMap((place) => (place.kind !== kind ? [] : (cityOf(place)?.postCodes ?? [place.code]))));
    return `(s.post_code = any(${codes('city')}::text[]) or s.department = any(${codes('department')}::text[]) or s.region = any(${codes('region')}::text[]))`;
  }

  private near(city: Commune, km: number): void {
    const { west, south, east, north } = boxAround(city, km);
    const corner = (lon: number, lat: number) => `point(${this.bind(lon)}, ${this.bind(lat)})`;
    this.#all.push(`point(s.lon, s.lat) <@ box(${corner(west, south)}, ${corner(east, north)})`, `${haversine(`${this.bind(city.lat)}::float8`, `${this.bind(city.lon)}::float8`)} <= ${this.bind(km)}`);
  }

  private named(search: string): void {
    const digits = search.replaceAll(' ', '');
    if (/^\d+$/.test(digits)) this.#all.push(`s.siret like ${this.bind(`${digits}%`)}`);
    else this.#all.push(`strpos(s.words, ${this.bind(searchKey(search))}) > 0`);
  }
}

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
