import { boxAround, type Commune, EARTH_RADIUS_KM, type Perimeter, searchKey } from '#reference';
import { COUNTRY, tokensOfBeingIn, tokensOfServing } from './coverage.js';
import type { SupplierQuestion } from './supplier-question.js';

/** Kilometres from a supplier to a point, as SQL. */
export const haversine = (lat: string, lon: string) =>
  `2 * ${EARTH_RADIUS_KM} * asin(least(1, sqrt(power(sin(radians(s.lat - ${lat}) / 2), 2) + cos(radians(${lat})) * cos(radians(s.lat)) * power(sin(radians(s.lon - ${lon}) / 2), 2))))`;
export const cityOf = (place: Perimeter | undefined): Commune | null => (place?.kind === 'city' ? place.city : null);

/** The question as SQL over `s`, a supplier, and `a`, one of its activities. */
export class Conditions {
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
