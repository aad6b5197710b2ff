import { InvalidInput } from '#kernel';
import { perimeterOf, PRESTA_TYPES, sectorOf, SUPPLIER_KINDS } from '#reference';
import type { MatchCriteria } from '../contract.js';

const known = (list: readonly { readonly code: string }[]) => (code: string) => list.some((each) => each.code === code);

/** A distance is counted around a city only. */
export const checkCriteria = (criteria: MatchCriteria, place: string | null): void => {
  const { distance } = criteria;
  const around = distance !== null && distance > 0;
  const problems = [
    ...(criteria.sectors.every((sector) => sectorOf(sector)) ? [] : [{ field: 'sectors', code: 'marketplace/sector-unknown' }]),
    ...(criteria.prestaTypes.every(known(PRESTA_TYPES)) ? [] : [{ field: 'prestaTypes', code: 'marketplace/presta-types' }]),
    ...(criteria.supplierKinds.every(known(SUPPLIER_KINDS)) ? [] : [{ field: 'supplierKinds', code: 'marketplace/supplier-kind' }]),
    ...(criteria.perimeters.every((code) => perimeterOf(code)) ? [] : [{ field: 'perimeters', code: 'marketplace/place-unknown' }]),
    ...(around && (place === null || perimeterOf(place)?.kind !== 'city') ? [{ field: 'distance', code: 'marketplace/distance-city' }] : []),
  ];
  if (problems.length > 0) throw new InvalidInput(problems);
};
