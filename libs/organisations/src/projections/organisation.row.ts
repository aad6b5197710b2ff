import { defineEntity, p } from '@mikro-orm/core';
import { type Id, projection, type RecordedEvent } from '#kernel';
import { departmentOf } from '#reference';
import type { Location, Organisation, OrganisationsEvent, OrganisationType } from '../contract.js';
import { fact } from './fact.js';

export interface OrganisationRow extends Organisation {
  readonly region: string | null;
}

export const OrganisationEntity = defineEntity({
  name: 'OrganisationsOrganisation',
  tableName: 'organisations_organisation',
  schema: 'read',
  properties: {
    id: p.uuid().primary(),
    type: p.text(),
    kind: p.text(),
    name: p.text(),
    siret: p.text().nullable(),
    department: p.text().nullable(),
    region: p.text().nullable(),
    city: p.text().nullable(),
    authorised: p.boolean(),
  },
});

const row = (type: OrganisationType, id: Id, { kind, name, siret, department, city }: { kind: string; name: string; siret: string | null } & Pick<Location, 'department' | 'city'>, authorised = false): OrganisationRow => ({
  id,
  type,
  kind,
  name,
  siret,
  department,
  region: departmentOf(department)?.region.code ?? null,
  city,
  authorised,
});

export const evolveOrganisation = (before: OrganisationRow | null, event: RecordedEvent<OrganisationsEvent>): OrganisationRow | null => {
  const { type, data } = fact(event);
  switch (type) {
    case 'organisations.CompanyRegistered':
      return row('company', data.companyId, { ...data, name: data.brand || data.name });
    case 'organisations.CompanyChanged':
      return before && row('company', before.id, { ...data, kind: before.kind, siret: before.siret, name: data.brand || data.name });
    case 'organisations.PrescriberRegistered':
      return row('prescriber', data.prescriberId, data, data.authorised);
    case 'organisations.AuthorisationChanged':
      return before && { ...before, authorised: data.authorised };
    case 'organisations.InstitutionRegistered': {
      const { institutionId: id, kind, name, department, region } = data;
      return { id, type: 'institution', kind, name, siret: null, department, region: region ?? (department ? (departmentOf(department)?.region.code ?? null) : null), city: null, authorised: false };
    }
    case 'organisations.BuyerRegistered':
      return row('buyer', data.buyerId, data);
    case 'organisations.SupplierRegistered':
      return row('supplier', data.supplierId, data);
    default:
      return before;
  }
};

export const organisations = projection<OrganisationsEvent, OrganisationRow>({
  name: 'organisations.organisations',
  version: 1,
  entity: OrganisationEntity,
  handles: [
    'organisations.CompanyRegistered',
    'organisations.CompanyChanged',
    'organisations.PrescriberRegistered',
    'organisations.AuthorisationChanged',
    'organisations.InstitutionRegistered',
    'organisations.BuyerRegistered',
    'organisations.SupplierRegistered',
  ],
  keys: ({ data }) => {
    const { companyId, prescriberId, institutionId, buyerId, supplierId } = data as Partial<Record<string, Id>>;
    return companyId ?? prescriberId ?? institutionId ?? buyerId ?? supplierId ?? [];
  },
  evolve: evolveOrganisation,
});
