import { InvalidInput } from '#kernel';
import { GEO_RANGES, perimeterOf, PRESTA_TYPES, sectorOf } from '#reference';
import type { Activity } from '../contract.js';

export const MAX_DISTANCE = 1000;
/** What the search keeps for each supplier grows with both. */
export const MAX_ZONES = 200;
export const MAX_ACTIVITIES = 50;

export const activityOf = ({ activityId, sector, prestaTypes, range, distance, zones }: Activity): Activity => ({ activityId, sector, prestaTypes, range, distance, zones });

/** A range keeps only what it uses [marche/ACT-03]. */
export const normal = (given: Activity): Activity => ({ ...activityOf(given), distance: given.range === 'CUSTOM' ? given.distance : null, zones: given.range === 'ZONES' ? given.zones : [] });

const known = (list: readonly { readonly code: string }[], code: string) => list.some((each) => each.code === code);

/** @throws InvalidInput naming each field */
export const checkActivity = ({ sector, prestaTypes, range, distance, zones }: Activity): void => {
  const problems = [
    ...(sectorOf(sector) ? [] : [{ field: 'sector', code: 'marketplace/sector-unknown' }]),
    ...(prestaTypes.length > 0 && prestaTypes.every((type) => known(PRESTA_TYPES, type)) ? [] : [{ field: 'prestaTypes', code: 'marketplace/presta-types' }]),
    ...(known(GEO_RANGES, range) ? [] : [{ field: 'range', code: 'marketplace/range-unknown' }]),
    ...(range !== 'CUSTOM' || (Number.isInteger(distance) && distance! > 0 && distance! <= MAX_DISTANCE) ? [] : [{ field: 'distance', code: 'marketplace/range-distance', facts: { max: MAX_DISTANCE } }]),
    ...(range !== 'ZONES' || zones.length > 0 ? [] : [{ field: 'zones', code: 'marketplace/range-zones' }]),
    ...(zones.length <= MAX_ZONES ? [] : [{ field: 'zones', code: 'marketplace/too-many-zones', facts: { max: MAX_ZONES } }]),
    ...(zones.every((zone) => perimeterOf(zone)) ? [] : [{ field: 'zones', code: 'marketplace/place-unknown' }]),
  ];
  if (problems.length > 0) throw new InvalidInput(problems);
};
