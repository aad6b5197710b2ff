import type { Perimeter } from '#reference';
import type { Activity, MatchCriteria } from '../contract.js';
import { distanceTo, servesLocally, type SupplierAddress } from './geography.js';

/** A supplier as matching looks at it. */
export interface MatchableSupplier extends SupplierAddress {
  readonly kind: string;
  /** Has an address where needs are received. */
  readonly reachable: boolean;
  readonly activities: readonly Pick<Activity, 'sector' | 'prestaTypes' | 'range' | 'distance' | 'zones'>[];
}
/** A need as matching looks at it, its places looked up. */
export interface NeedToMatch extends Omit<MatchCriteria, 'perimeters'> {
  readonly wholeFrance: boolean;
  readonly location: Perimeter | null;
  readonly perimeters: readonly Perimeter[];
}
type Located = MatchableSupplier['activities'][number];

const asked = (list: readonly string[], given: readonly string[]): boolean => list.length === 0 || given.some((each) => list.includes(each));

/** The first rule that applies decides [marche/MATCH-04]. */
const inPlace = (need: NeedToMatch, activity: Located, supplier: MatchableSupplier): boolean => {
  const country = activity.range === 'COUNTRY';
  if (need.wholeFrance) return country;
  if (need.location?.kind === 'city' && need.distance) {
    const distance = distanceTo(supplier, need.location);
    return (distance !== null && distance <= need.distance) || (need.includeCountry && country);
  }
  if (need.perimeters.length === 0) return !need.includeCountry || country;
  return need.perimeters.some((place) => servesLocally(activity, supplier, place)) || (need.includeCountry && country);
};

/** One and the same activity meets the sector, the service type and the place [marche/MATCH-03]. */
export const matches = (need: NeedToMatch, supplier: MatchableSupplier): boolean => {
  if (!supplier.reachable || !asked(need.supplierKinds, [supplier.kind])) return false;
  return supplier.activities.some((activity) => asked(need.prestaTypes, activity.prestaTypes) && asked(need.sectors, [activity.sector]) && inPlace(need, activity, supplier));
};
