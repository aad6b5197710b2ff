import { departmentOf, institutionScope } from '#reference';
import type { Territory } from '../contract.js';

interface Institution {
  readonly kind: string;
  readonly department: string | null;
  readonly region: string | null;
}
/** Kinds that answer for the whole country; the other national ones (networks, federations) inspect nobody. */
const NATIONAL = ['DGEFP_IAE', 'DIHAL'];

/** What an institution answers for, from its kind and its place; null when nothing says where [pilotage/A-14]. */
export const territoryOfInstitution = ({ kind, department, region }: Institution): Territory | null => {
  switch (institutionScope(kind)) {
    case 'department':
      return department === null ? null : { region: null, department };
    case 'region': {
      const own = region ?? (department === null ? null : (departmentOf(department)?.region.code ?? null));
      return own === null ? null : { region: own, department: null };
    }
    case 'nation':
      return NATIONAL.includes(kind) ? { region: null, department: null } : null;
  }
};

/** Whether a place lies in a territory. */
export const holds = (territory: Territory, place: { readonly region: string; readonly department: string }): boolean =>
  (territory.department === null || territory.department === place.department) && (territory.region === null || territory.region === place.region);
