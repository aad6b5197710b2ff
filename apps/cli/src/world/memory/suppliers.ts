import type { RecordedEvent } from '#kernel';
import { perimeterOf } from '#reference';
import { type MatchCriteria, MarketplaceQueries, type SupplierPlace } from '../../../../../libs/marketplace/src/contract.js';
import { matches, type NeedToMatch } from '../../../../../libs/marketplace/src/domain/matching.js';
import type { SupplierRow } from '../../../../../libs/marketplace/src/projections/supplier.row.js';
import { suppliers } from '../../../../../libs/marketplace/src/projections/suppliers.projection.js';
import { type Observer, RememberedRows } from './remembered.js';

/** Who matches a need, out of rows kept in memory. */
export class RememberedSuppliers extends MarketplaceQueries implements Observer {
  readonly #rows = new RememberedRows<SupplierRow>(suppliers);
  readonly handles = suppliers.handles;

  see(event: RecordedEvent): void {
    this.#rows.see(event);
  }

  /** Nobody of a world is erased while it is made. */
  async contactsOf(): Promise<readonly never[]> {
    return [];
  }

  async needContactsOf(): Promise<readonly never[]> {
    return [];
  }

  /** Nobody is told of what a world is made of. */
  async summary(): Promise<null> {
    return null;
  }

  async targeted(): Promise<null> {
    return null;
  }

  /** A world's days end with what its people decide. */
  async sentBackBy(): Promise<readonly never[]> {
    return [];
  }

  async place(id: string): Promise<SupplierPlace | null> {
    return this.#placeOf((row) => row.id === id && !row.delisted);
  }

  async reachable(id: string): Promise<SupplierPlace | null> {
    return this.#placeOf((row) => row.id === id && row.contactId !== null && !row.delisted);
  }

  async matching({ criteria, wholeFrance, place }: { readonly criteria: MatchCriteria; readonly wholeFrance: boolean; readonly place: string | null }): Promise<readonly SupplierPlace[]> {
    const need: NeedToMatch = { ...criteria, wholeFrance, location: place ? perimeterOf(place) : null, perimeters: criteria.perimeters.flatMap((code) => perimeterOf(code) ?? []) };
    return [...this.#rows.values()]
      .filter((row) => !row.delisted && matches(need, { ...row, reachable: row.contactId !== null }))
      .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1))
      .map(({ id, kind, department }) => ({ supplierId: id, supplierKind: kind, supplierDepartment: department }));
  }

  #placeOf(wanted: (row: SupplierRow) => boolean): SupplierPlace | null {
    const row = [...this.#rows.values()].find(wanted);
    return row ? { supplierId: row.id, supplierKind: row.kind, supplierDepartment: row.department } : null;
  }
}
