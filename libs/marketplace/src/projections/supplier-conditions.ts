import { boxAround, type Commune, EARTH_RADIUS_KM, type Perimeter } from '#reference';
import { key, placesAnswering } from './coverage.js';
import { namedLike } from './supplier-names.js';
import type { SupplierQuestion } from './supplier-question.js';

/** Kilometres from a supplier to a point, as SQL. */
export const haversine = (lat: string, lon: string) =>
  `2 * ${EARTH_RADIUS_KM} * asin(least(1, sqrt(power(sin(radians(s.lat - ${lat}) / 2), 2) + cos(radians(${lat})) * cos(radians(s.lat)) * power(sin(radians(s.lon - ${lon}) / 2), 2))))`;
export const cityOf = (place: Perimeter | undefined): Commune | null => (place?.kind === 'city' ? place.city : null);

const orNothing = (codes: readonly string[]): readonly string[] => (codes.length > 0 ? codes : ['']);

/** The question as SQL over `s`, a supplier. */
export class Conditions {
  readonly params: unknown[] = [];
  /** Only who is in the directory [marche/SUP-11]. */
  readonly #all: string[] = ['not s.delisted'];
  /** Any of these, when there are several: apart, each is answered by its own index; as one condition they would be looked at row by row. */
  #ways: readonly string[] = [];
  readonly #name: string | null;

  constructor(question: SupplierQuestion) {
    const { kinds, sectors, prestaTypes, perimeters, locations, distance, search } = question;
    if (kinds.length > 0) this.#all.push(`s.kind = any(${this.bind(kinds)}::text[])`);
    if (sectors.length + prestaTypes.length + perimeters.length > 0) this.#ways = this.#answers(question);
    if (locations.length > 0) this.#all.push(this.#isIn(locations));
    const city = cityOf(perimeters.find(({ kind }) => kind === 'city'));
    if (city && distance) this.#near(city, distance);
    this.#name = search;
  }

  bind(value: unknown): string {
    return `$${this.params.push(value)}`;
  }

  /** Something is asked: then few are found, and a walk in the order shown would pass by all the others. */
  get any(): boolean {
    return this.#name !== null || this.#ways.length > 0 || this.#all.length > 1;
  }

  /** The suppliers found, each once, with these columns of `s`, and how unlike the name asked for theirs is. */
  select(columns: string): string {
    const ways = this.#ways.length > 0 ? this.#ways : ['true'];
    if (this.#name !== null) {
      const like = namedLike(this.#name, [`(${ways.join(' or ')})`, ...this.#all].join(' and '), (value) => this.bind(value));
      return `select ${columns}, l.unlike from (${like}) l join read.marketplace_supplier s on s.id = l.id`;
    }
    return ways.map((way) => `select ${columns}, null::real as unlike from read.marketplace_supplier s where ${[way, ...this.#all].join(' and ')}`).join(' union ');
  }

  /** One and the same activity meets sector, service type and place [marche/SRCH-10]: by its key, or within its distance of a city. */
  #answers({ sectors, prestaTypes, perimeters }: SupplierQuestion): readonly string[] {
    const places = [...new Set(perimeters.flatMap(placesAnswering))];
    const keys = orNothing(sectors).flatMap((sector) => orNothing(prestaTypes).flatMap((type) => orNothing(places).map((place) => key(sector, type, place))));
    const cities = perimeters.flatMap((place) => cityOf(place) ?? []);
    const sector = cities.length > 0 && sectors.length > 0 ? ` and a.sector = any(${this.bind(sectors)}::text[])` : '';
    const type = cities.length > 0 && prestaTypes.length > 0 ? ` and a.presta_types && ${this.bind(prestaTypes)}::text[]` : '';
    const around = cities.map(({ lat, lon }) => this.#around(this.bind(lat), this.bind(lon), `${sector}${type}`));
    return [`s.covers && ${this.bind(keys)}::text[]`, ...around];
  }

  /** The box of the widest range lets an index do most of the work. */
  #around(lat: string, lon: string, same: string): string {
    const point = `point(${lon}, ${lat})`;
    const distance = haversine(`${lat}::float8`, `${lon}::float8`);
    const one = same ? ` and exists (select from read.marketplace_activity a where a.supplier_id = s.id and a.range = 'CUSTOM'${same} and ${distance} <= a.distance)` : '';
    return `box(point(s.west, s.south), point(s.east, s.north)) @> box(${point}, ${point}) and ${distance} <= s.reach${one}`;
  }

  #isIn(places: readonly Perimeter[]): string {
    const codes = (kind: Perimeter['kind']) => this.bind(places.flatMap((place) => (place.kind !== kind ? [] : (cityOf(place)?.postCodes ?? [place.code]))));
    return `(s.post_code = any(${codes('city')}::text[]) or s.department = any(${codes('department')}::text[]) or s.region = any(${codes('region')}::text[]))`;
  }

  #near(city: Commune, km: number): void {
    const { west, south, east, north } = boxAround(city, km);
    const corner = (lon: number, lat: number) => `point(${this.bind(lon)}, ${this.bind(lat)})`;
    this.#all.push(`point(s.lon, s.lat) <@ box(${corner(west, south)}, ${corner(east, north)})`, `${haversine(`${this.bind(city.lat)}::float8`, `${this.bind(city.lon)}::float8`)} <= ${this.bind(km)}`);
  }
}
