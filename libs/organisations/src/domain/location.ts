import { departmentOf } from '#reference';
import type { Location } from '../contract.js';

/** The location without anything else its bearer holds. */
export const locationOf = ({ address, postCode, city, insee, department, lat, lon }: Location): Location => ({ address, postCode, city, insee, department, lat, lon });

export type FieldProblem = { readonly field: string; readonly code: string; readonly facts?: Readonly<Record<string, unknown>> };

const within = (value: number | null, limit: number) => value === null || (Number.isFinite(value) && Math.abs(value) <= limit);

export const locationProblems = (location: Location): readonly FieldProblem[] => [
  ...(/^\d{5}$/.test(location.postCode) ? [] : [{ field: 'postCode', code: 'organisations/post-code' }]),
  ...(location.city.trim() ? [] : [{ field: 'city', code: 'organisations/city-missing' }]),
  ...(departmentOf(location.department) ? [] : [{ field: 'department', code: 'organisations/department' }]),
  ...(within(location.lat, 90) && within(location.lon, 180) && (location.lat === null) === (location.lon === null) ? [] : [{ field: 'lat', code: 'organisations/point' }]),
];
