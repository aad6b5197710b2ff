import { type DomainEvent, projection, type RecordedEvent } from '#kernel';
import type { Location, OrganisationsEvent } from '#organisations';
import { perimeterRegionOf, searchKey, SUPPLIER_KINDS } from '#reference';
import type { Activity } from '../contract.js';
import type { OfferEvent } from '../domain/offer.decider.js';
import { coverage } from './coverage.js';
import { fact } from './fact.js';
import { SupplierEntity, type SupplierRow } from './supplier.row.js';

type Registered = Extract<OrganisationsEvent, DomainEvent<'organisations.CompanyRegistered' | 'organisations.CompanyChanged' | 'organisations.SupplierRegistered'>>;
type Handled = Registered | OfferEvent;

interface Names {
  readonly name: string;
  readonly brand?: string;
}
const named = ({ name, brand }: Names) => ({ name: brand || name, words: searchKey(brand || name), legalWords: brand ? searchKey(name) : null });
const located = ({ address, postCode, city, department, lat, lon }: Location) => ({ ...{ address, postCode, city, department, lat, lon }, region: perimeterRegionOf(department) });
const nothing = { presentation: null, contactId: null, contactBy: null, delisted: false, activities: [] };

const withCoverage = <R extends Omit<SupplierRow, keyof ReturnType<typeof coverage>>>(row: R): SupplierRow => ({ ...row, ...coverage(row) });

/** Some kinds of companies are never suppliers [marche/SUP-01]. */
const registered = (id: string, kind: string, names: Names, siret: string, location: Location, changedAt: number): SupplierRow | null =>
  SUPPLIER_KINDS.some(({ code }) => code === kind) ? withCoverage({ id, kind, siret, ...named(names), ...located(location), ...nothing, changedAt }) : null;

const withActivities = (row: SupplierRow, change: (activities: readonly Activity[]) => readonly Activity[]): SupplierRow => withCoverage({ ...row, activities: change(row.activities) });

export const evolveSupplier = (before: SupplierRow | null, event: RecordedEvent<Handled>): SupplierRow | null => {
  const { type, data } = fact(event);
  const { position } = event;
  if (type === 'organisations.CompanyRegistered') return registered(data.companyId, data.kind, data, data.siret, data, position);
  if (type === 'organisations.SupplierRegistered') return registered(data.supplierId, data.kind, data, data.siret, data, position);
  if (!before) return null;
  const row = { ...before, changedAt: position };
  switch (type) {
    case 'organisations.CompanyChanged':
      return withCoverage({ ...row, ...named(data), ...located(data) });
    case 'marketplace.OfferPresented':
      return { ...row, presentation: data.presentation || null, contactId: data.contactId, contactBy: data.by };
    case 'marketplace.OfferContactErased':
      return { ...row, contactId: null, contactBy: null };
    // Nothing of the supplier changed: it keeps its place in the order.
    case 'marketplace.OfferDelisted':
    case 'marketplace.OfferRelisted':
      return { ...before, delisted: type === 'marketplace.OfferDelisted' };
    case 'marketplace.ActivitySet': {
      const { supplierId: _, on: __, ...activity } = data;
      return withActivities(row, (activities) => [...activities.filter(({ activityId }) => activityId !== activity.activityId), activity]);
    }
    case 'marketplace.ActivityRemoved':
      return withActivities(row, (activities) => activities.filter(({ activityId }) => activityId !== data.activityId));
  }
};

/** One row per supplier of the directory. */
export const suppliers = projection<Handled, SupplierRow>({
  name: 'marketplace.suppliers',
  version: 5,
  entity: SupplierEntity,
  handles: ['organisations.CompanyRegistered', 'organisations.CompanyChanged', 'organisations.SupplierRegistered', 'marketplace.OfferPresented', 'marketplace.OfferContactErased', 'marketplace.OfferDelisted', 'marketplace.OfferRelisted', 'marketplace.ActivitySet', 'marketplace.ActivityRemoved'],
  keys: ({ data }) => ('supplierId' in data ? data.supplierId : data.companyId),
  evolve: evolveSupplier,
});
