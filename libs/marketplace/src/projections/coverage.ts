import { boxAround, type Perimeter } from '#reference';
import type { Activity } from '../contract.js';
import { zonesHolding } from '../domain/geography.js';
import type { SupplierRow } from './supplier.row.js';

const COUNTRY = 'FR';
/** A place by its own address, apart from the places chosen: « @67000 » is being there, « 67 » is serving it. */
const here = (code: string): string => `@${code}`;

/** What is asked of one and the same activity, joined: anything where nothing is asked. */
export const key = (sector = '', prestaType = '', place = ''): string => `${sector}|${prestaType}|${place}`;

type Located = Pick<SupplierRow, 'activities' | 'postCode' | 'department' | 'region' | 'lat' | 'lon'>;
type Coverage = Pick<SupplierRow, 'sectors' | 'prestaTypes' | 'covers' | 'reach' | 'west' | 'south' | 'east' | 'north'>;

/** Every question but a distance that an activity answers: its place is chosen, the country, or home whatever its range. */
const keysOf = ({ sector, prestaTypes, range, zones }: Activity, { postCode, department, region }: Located): readonly string[] => {
  const home = [here(postCode), here(department), ...(region ? [here(region)] : [])];
  const places = ['', ...zones, ...(range === 'COUNTRY' ? [COUNTRY] : []), ...home];
  return ['', sector].flatMap((one) => ['', ...prestaTypes].flatMap((type) => places.map((place) => key(one, type, place))));
};

/** What a supplier's activities answer, so that one index finds it; nothing without activities [marche/ACT-06]. */
export const coverage = (supplier: Located): Coverage => {
  const { activities, lat, lon } = supplier;
  const all = <T>(list: readonly T[]): readonly T[] => [...new Set(list)];
  const reach = Math.max(0, ...activities.map(({ distance }) => distance ?? 0)) || null;
  const box = reach !== null && lat !== null && lon !== null ? boxAround({ lat, lon }, reach) : { west: null, south: null, east: null, north: null };
  return {
    sectors: all(activities.map(({ sector }) => sector)),
    prestaTypes: all(activities.flatMap(({ prestaTypes }) => prestaTypes)),
    covers: all(activities.flatMap((activity) => keysOf(activity, supplier))),
    ...{ reach, west: box.west, south: box.south, east: box.east, north: box.north },
  };
};

/** The places of keys that answer in a place: it, what holds it, the country, or being there. */
export const placesAnswering = (place: Perimeter): readonly string[] => [...zonesHolding(place), COUNTRY, ...(place.kind === 'city' ? place.city.postCodes : [place.code]).map(here)];
