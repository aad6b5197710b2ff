import type { MatchCriteria, PrestaType } from '../contract.js';
import type { QualifyInput } from './need.inputs.js';

const once = (codes: readonly string[] | null | undefined): string[] => [...new Set(codes ?? [])];

/** Zero kilometres is no distance. */
export const criteriaOf = ({ sectors, prestaTypes, supplierKinds, perimeters, distance, includeCountry }: QualifyInput): MatchCriteria => ({
  ...{ sectors: once(sectors), prestaTypes: once(prestaTypes) as PrestaType[], supplierKinds: once(supplierKinds), perimeters: once(perimeters) },
  ...{ distance: distance && distance > 0 ? distance : null, includeCountry: includeCountry ?? false },
});
