import { InvalidInput } from '#kernel';
import { type Perimeter, perimeterOf, PRESTA_TYPES, sectorOf, SUPPLIER_KINDS } from '#reference';
import { MAX_DISTANCE } from '../domain/activity.js';
import type { SupplierQuestion } from '../projections/supplier-question.js';
import { pageOf } from './command-of.js';
import type { SupplierFilter } from './supplier.inputs.js';

export interface Understood {
  readonly question: SupplierQuestion;
  readonly warnings: readonly string[];
}
const MANY = 30;
const known = (list: readonly { readonly code: string }[]) => (code: string) => list.some((each) => each.code === code);

/** A filter with a value that does not exist is left out whole, and says so: results rather than an error page (section 33, decision 3). */
export const supplierQuestion = (filter: SupplierFilter, page: number): Understood => {
  const warnings: string[] = [];
  const understood = (codes: readonly string[] | null | undefined, exists: (code: string) => boolean, warning: string): readonly string[] => {
    if ((codes?.length ?? 0) <= MANY && (codes ?? []).every(exists)) return codes ?? [];
    warnings.push(warning);
    return [];
  };
  const places = (codes: readonly string[] | null | undefined, warning: string): readonly Perimeter[] => understood(codes, (code) => perimeterOf(code) !== null, warning).map((code) => perimeterOf(code)!);
  const perimeters = places(filter.perimeters, 'Un lieu d’intervention choisi n’existe pas : ce filtre n’est pas appliqué.');
  const distance = filter.distance || null;
  if (distance !== null && (distance < 0 || distance > MAX_DISTANCE)) throw new InvalidInput([{ field: 'distance', code: 'marketplace/range-distance', facts: { max: MAX_DISTANCE } }]);
  if (distance && !perimeters.some(({ kind }) => kind === 'city')) warnings.push('Une distance ne se compte qu’autour d’une commune : ce filtre n’est pas appliqué.');
  const question = {
    ...{ perimeters, distance, page: pageOf(page), search: filter.search?.trim().slice(0, 80) || null },
    kinds: understood(filter.kinds, known(SUPPLIER_KINDS), 'Un type de fournisseur choisi n’existe pas : ce filtre n’est pas appliqué.'),
    sectors: understood(filter.sectors, (code) => sectorOf(code) !== undefined, 'Un secteur d’activité choisi n’existe pas : ce filtre n’est pas appliqué.'),
    prestaTypes: understood(filter.prestaTypes, known(PRESTA_TYPES), 'Un type de prestation choisi n’existe pas : ce filtre n’est pas appliqué.'),
    locations: places(filter.locations, 'Une localisation choisie n’existe pas : ce filtre n’est pas appliqué.'),
  };
  return { question, warnings };
};
