import { addDays, type Day } from '#kernel';
import { boxAround, EARTH_RADIUS_KM, searchKey, type Perimeter } from '#reference';
import { WINDOW_DAYS } from '../../../../libs/organisations/src/projections/recent-applications.js';
import type { EmployerQuestion } from '../../../../libs/organisations/src/projections/employer-search.js';
import type { SupplierQuestion } from '../../../../libs/marketplace/src/projections/supplier-question.js';

/** One statement, as somebody who only had to answer this question would write it. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

const km = (row: string, lat: string, lon: string) =>
  `2 * ${EARTH_RADIUS_KM} * asin(least(1, sqrt(power(sin(radians(${row}.lat - ${lat}) / 2), 2) + cos(radians(${lat})) * cos(radians(${row}.lat)) * power(sin(radians(${row}.lon - ${lon}) / 2), 2))))`;

/** Page, total and open jobs of employers around a place in one round trip. */
export function employersByHand({ place, distance, kinds, job, page }: EmployerQuestion, today: Day): Statement {
  const box = boxAround(place, distance);
  const values: unknown[] = [place.lat, place.lon, box.west, box.south, box.east, box.north, distance, addDays(today, -WINDOW_DAYS), (page - 1) * 10];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const ofKind = kinds.length > 0 ? ` and c.kind = any(${bind(kinds)}::text[])` : '';
  const word = job && (/^[A-N](\d{4})?$/.test(job) ? `j.rome like ${bind(`${job}%`)}` : `strpos(j.words, ${bind(searchKey(job))}) > 0`);
  const doing = word ? ` and not c.blocked and exists (select from read.organisations_job j where j.company_id = c.id and j.open and ${word})` : '';
  return {
    name: `employers-${ofKind && 'kinds'}-${word ? (word.includes('rome') ? 'rome' : 'words') : ''}`,
    text: `select page.*, (select json_agg(j) from read.organisations_job j where j.company_id = page.id and j.open) as jobs from (
      select c.id, c.name, c.kind, c.city, c.post_code, c.department, c.distance, c.members > 0 as members, c.hiring, count(*) over () as total from (
        select c.*, ${km('c', '$1', '$2')} as distance, not c.blocked and (c.open_jobs > 0 or c.spontaneous_open) as hiring from read.organisations_company c
         where point(c.lon, c.lat) <@ box(point($3, $4), point($5, $6)) and c.kind not in ('EA', 'EATT')${ofKind}${doing}) c
       where distance <= $7
       order by c.members > 0 desc, hiring desc, (select coalesce(sum(r.value::int), 0) from jsonb_each_text(c.recent) r where r.key > $8)::float / greatest(1, c.open_jobs + (c.spontaneous_open and not c.blocked)::int), c.id
       limit 10 offset $9) page`,
    values,
  };
}

/** Page and total of suppliers one of whose activities meets everything asked, from suppliers and activities alone. */
export function suppliersByHand({ kinds, sectors, prestaTypes, perimeters, page }: SupplierQuestion): Statement {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const within: string[] = [];
  if (sectors.length > 0) within.push(`a.sector = any(${bind(sectors)}::text[])`);
  if (prestaTypes.length > 0) within.push(`a.presta_types && ${bind(prestaTypes)}::text[]`);
  const city = perimeters[0]?.kind === 'city' ? perimeters[0].city : null;
  const distance = city && km('s', `${bind(city.lat)}::float8`, `${bind(city.lon)}::float8`);
  if (perimeters.length > 0) {
    const zones = [...new Set(perimeters.flatMap(holding))];
    const codes = (kind: Perimeter['kind']) => perimeters.flatMap((place) => (place.kind !== kind ? [] : place.kind === 'city' ? place.city.postCodes : [place.code]));
    const home = `s.post_code = any(${bind(codes('city'))}::text[]) or s.department = any(${bind(codes('department'))}::text[]) or s.region = any(${bind(codes('region'))}::text[])`;
    within.push(`(a.range = 'COUNTRY' or a.zones && ${bind(zones)}::text[] or ${home}${distance ? ` or a.range = 'CUSTOM' and ${distance} <= a.distance` : ''})`);
  }
  const asked = [
    ...(kinds.length > 0 ? [`s.kind = any(${bind(kinds)}::text[])`] : []),
    ...(within.length > 0 ? [`exists (select from read.marketplace_activity a where a.supplier_id = s.id and ${within.join(' and ')})`] : []),
  ];
  const nearest = city && perimeters.length === 1 ? `case when s.post_code = any(${bind(city.postCodes)}::text[]) then 0 else ${distance} end nulls last, ` : '';
  return {
    name: `suppliers-${kinds.length > 0}-${sectors.length > 0}-${prestaTypes.length > 0}-${perimeters[0]?.kind ?? ''}-${perimeters.length > 1}`,
    text: `select s.id, s.name, s.kind, s.city, s.post_code, s.department, s.region, s.lat, s.lon, s.sectors, s.presta_types, count(*) over () as total
      from read.marketplace_supplier s where ${asked.join(' and ') || 'true'}
      order by ${nearest}(s.presentation is not null) desc, s.changed_at desc, s.id limit 20 offset ${bind((page - 1) * 20)}`,
    values,
  };
}

const holding = (place: Perimeter): readonly string[] => {
  if (place.kind === 'region') return [place.code];
  return place.kind === 'department' ? [place.code, place.region] : [place.code, place.department, place.region];
};
