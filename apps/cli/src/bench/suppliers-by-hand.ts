import type { Perimeter } from '#reference';
import type { SupplierQuestion } from '../../../../libs/marketplace/src/projections/supplier-question.js';
import { km, type Statement } from './by-hand.js';

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
    'not s.delisted',
    ...(kinds.length > 0 ? [`s.kind = any(${bind(kinds)}::text[])`] : []),
    ...(within.length > 0 ? [`exists (select from read.marketplace_activity a where a.supplier_id = s.id and ${within.join(' and ')})`] : []),
  ];
  const nearest = city && perimeters.length === 1 ? `case when s.post_code = any(${bind(city.postCodes)}::text[]) then 0 else ${distance} end nulls last, ` : '';
  return {
    name: `suppliers-${kinds.length > 0}-${sectors.length > 0}-${prestaTypes.length > 0}-${perimeters[0]?.kind ?? ''}-${perimeters.length > 1}`,
    text: `select s.id, s.name, s.kind, s.city, s.post_code, s.department, s.region, s.lat, s.lon, s.sectors, s.presta_types, count(*) over () as total
      from read.marketplace_supplier s where ${asked.join(' and ')}
      order by ${nearest}(s.presentation is not null) desc, s.changed_at desc, s.id limit 20 offset ${bind((page - 1) * 20)}`,
    values,
  };
}

const holding = (place: Perimeter): readonly string[] => {
  if (place.kind === 'region') return [place.code];
  return place.kind === 'department' ? [place.code, place.region] : [place.code, place.department, place.region];
};
