import type { Id } from '#kernel';
import type { Perimeter } from '#reference';

/** Inside one list any will do; empty asks nothing. */
export interface SupplierQuestion {
  readonly kinds: readonly string[];
  readonly sectors: readonly string[];
  readonly prestaTypes: readonly string[];
  /** Places served. */
  readonly perimeters: readonly Perimeter[];
  /** Places where the supplier is. */
  readonly locations: readonly Perimeter[];
  /** Kilometres around the first city served. */
  readonly distance: number | null;
  readonly search: string | null;
  readonly page: number;
}
export interface SupplierFound {
  readonly id: Id;
  readonly name: string;
  readonly kind: string;
  readonly city: string;
  readonly postCode: string;
  readonly department: string;
  readonly region: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly sectors: readonly string[];
  readonly prestaTypes: readonly string[];
  readonly distanceKm: number | null;
  readonly excerpt: string | null;
}
export interface SuppliersFound {
  readonly total: number;
  readonly items: readonly SupplierFound[];
}
