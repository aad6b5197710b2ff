import { distanceKm, type Perimeter, searchKey } from '#reference';
import type { Activity } from '../contract.js';

/** Where a supplier is. `region` is a perimeter's code. */
export interface SupplierAddress {
  readonly postCode: string;
  readonly department: string;
  readonly region: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
}
type Range = Pick<Activity, 'range' | 'distance' | 'zones'>;

/** By its own address: a post code of the city, the département or the region. */
export const isIn = (address: Pick<SupplierAddress, 'postCode' | 'department' | 'region'>, place: Perimeter): boolean => {
  if (place.kind === 'city') return place.city.postCodes.includes(address.postCode);
  return place.kind === 'department' ? address.department === place.code : address.region === place.code;
};

const townKey = (city: string): string => searchKey(city).replace(/ (cedex|\d).*$/, '');

/** A local supplier: of that very city, of the département or of the region. A post code is shared by neighbours, a name by cities of other départements [marche/SRCH-15]. */
export const isLocal = (address: Pick<SupplierAddress, 'department' | 'region'> & { readonly city: string }, place: Perimeter): boolean => {
  if (place.kind === 'city') return address.department === place.department && townKey(address.city) === searchKey(place.city.name);
  return place.kind === 'department' ? address.department === place.code : address.region === place.code;
};

/** The place and those that hold it: zones match upward only [marche/GEO-11]. */
export const zonesHolding = (place: Perimeter): readonly string[] => {
  if (place.kind === 'region') return [place.code];
  return place.kind === 'department' ? [place.code, place.region] : [place.code, place.department, place.region];
};

/** Kilometres to a city; null without coordinates or for anything else than a city. */
export const distanceTo = ({ lat, lon }: SupplierAddress, place: Perimeter): number | null =>
  place.kind === 'city' && lat !== null && lon !== null ? distanceKm({ lat, lon }, place.city) : null;

const reaches = (activity: Range, address: SupplierAddress, place: Perimeter): boolean => {
  if (activity.range !== 'CUSTOM' || activity.distance === null) return false;
  const distance = distanceTo(address, place);
  return distance !== null && distance <= activity.distance;
};

/** Does the activity answer in this place (section 6.3 of the dossier)? Activities of the whole country always do. */
export const serves = (activity: Range, address: SupplierAddress, place: Perimeter): boolean => activity.range === 'COUNTRY' || servesLocally(activity, address, place);

/** The same without those of the whole country, which a need must ask for [marche/MATCH-06]. */
export const servesLocally = (activity: Range, address: SupplierAddress, place: Perimeter): boolean => {
  if (activity.range === 'COUNTRY') return false;
  if (activity.range === 'ZONES' && activity.zones.some((zone) => zonesHolding(place).includes(zone))) return true;
  return reaches(activity, address, place) || isIn(address, place);
};
