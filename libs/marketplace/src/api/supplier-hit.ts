import { type Perimeter, sectorOf, supplierFamily } from '#reference';
import { isLocal } from '../domain/geography.js';
import type { SupplierFound } from '../projections/supplier-question.js';
import { services } from './services.js';
import type { SupplierHitView } from './supplier-hit.views.js';
import { supplierKindLabel } from './supplier-ref.view.js';

const EXCERPT = 220;
/** The beginning of a presentation, cut between two words. */
const excerpt = (text: string | null): string | null => {
  const line = text?.replace(/\s+/g, ' ').trim() ?? '';
  return line.length <= EXCERPT ? line || null : `${line.slice(0, line.lastIndexOf(' ', EXCERPT) + 1 || EXCERPT).trim()}…`;
};
const sectorGroups = (sectors: readonly string[]): string[] => [...new Set(sectors.flatMap((code) => sectorOf(code)?.group.label ?? []))];

export const supplierHit = (found: SupplierFound, place: Perimeter | undefined): SupplierHitView => {
  const { id, name, kind, city, postCode, department, lat, lon, distanceKm } = found;
  return {
    ...{ id, name, kind, kindLabel: supplierKindLabel(kind), family: supplierFamily(kind), city, postCode, department, lat, lon, distanceKm },
    ...{ services: services(kind, found.prestaTypes), sectorGroups: sectorGroups(found.sectors), excerpt: excerpt(found.excerpt), local: place ? isLocal(found, place) : false },
  };
};
