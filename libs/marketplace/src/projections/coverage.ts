import { boxAround } from '#reference';
import { zonesHolding } from '../domain/geography.js';
import type { Perimeter } from '#reference';
import type { SupplierRow } from './supplier.row.js';

export const COUNTRY = 'FR';
/** A token of an address, apart from the places chosen: « @67000 » is being there, « 67 » is serving it. */
export const here = (code: string): string => `@${code}`;

type Located = Pick<SupplierRow, 'activities' | 'postCode' | 'department' | 'region' | 'lat' | 'lon'>;

/** What the union of a supplier's activities reaches; nothing without activities [marche/ACT-06]. */
export const coverage = ({ activities, postCode, department, region, lat, lon }: Located): Pick<SupplierRow, 'sectors' | 'prestaTypes' | 'covers' | 'reach' | 'west' | 'south' | 'east' | 'north'> => {
  const all = <T>(list: readonly T[]): readonly T[] => [...new Set(list)];
  const address = activities.length > 0 ? [here(postCode), here(department), ...(region ? [here(region)] : [])] : [];
  const country = activities.some(({ range }) => range === 'COUNTRY') ? [COUNTRY] : [];
  const reach = Math.max(0, ...activities.map(({ distance }) => distance ?? 0)) || null;
  const box = reach !== null && lat !== null && lon !== null ? boxAround({ lat, lon }, reach) : { west: null, south: null, east: null, north: null };
  return {
    sectors: all(activities.map(({ sector }) => sector)),
    prestaTypes: all(activities.flatMap(({ prestaTypes }) => prestaTypes)),
    covers: all([...activities.flatMap(({ zones }) => zones), ...country, ...address]),
    ...{ reach, west: box.west, south: box.south, east: box.east, north: box.north },
  };
};

/** The tokens of suppliers who are in a place, by their address. */
export const tokensOfBeingIn = (place: Perimeter): readonly string[] => (place.kind === 'city' ? place.city.postCodes.map(here) : [here(place.code)]);
/** The tokens of zones that hold a place. */
export const tokensOfServing = (place: Perimeter): readonly string[] => zonesHolding(place);
