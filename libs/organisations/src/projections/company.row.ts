import { defineEntity, p } from '@mikro-orm/core';
import type { DomainEvent, Id, RecordedEvent } from '#kernel';
import { projection } from '#kernel';
import { departmentOf } from '#reference';
import type { CompanyKind, OrganisationsEvent } from '../contract.js';
import { fact } from './fact.js';
import { type RecentApplications, withApplication } from './recent-applications.js';

/** What searching an employer needs. */
export interface CompanyRow {
  readonly id: Id;
  readonly siret: string;
  readonly kind: CompanyKind;
  /** Brand if set, else legal name. */
  readonly name: string;
  readonly naf: string;
  readonly address: string;
  readonly postCode: string;
  readonly city: string;
  readonly insee: string | null;
  readonly department: string;
  readonly region: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly blocked: boolean;
  readonly spontaneousOpen: boolean;
  readonly members: number;
  readonly openJobs: number;
  /** Applications received lately, by day: orders the search. */
  readonly recent: RecentApplications;
}

export const CompanyEntity = defineEntity({
  name: 'OrganisationsCompany',
  tableName: 'organisations_company',
  schema: 'read',
  properties: {
    id: p.uuid().primary(),
    siret: p.text(),
    kind: p.text(),
    name: p.text(),
    naf: p.text(),
    address: p.text(),
    postCode: p.text(),
    city: p.text(),
    insee: p.text().nullable(),
    department: p.text(),
    region: p.text().nullable(),
    lat: p.double().nullable(),
    lon: p.double().nullable(),
    blocked: p.boolean(),
    spontaneousOpen: p.boolean(),
    members: p.integer(),
    openJobs: p.integer(),
    recent: p.json<RecentApplications>(),
  },
  indexes: [{ name: 'organisations_company_point', expression: 'create index "organisations_company_point" on "read"."organisations_company" using gist (point("lon", "lat"))' }],
});

/** The one fact of another context that changes the order of the search. */
type ApplicationReceived = DomainEvent<'hiring.ApplicationSubmitted', { companyId: Id; on: string }>;
type Handled = OrganisationsEvent | ApplicationReceived;

const counted = (row: CompanyRow | null, change: Partial<Record<'members' | 'openJobs', number>>): CompanyRow | null =>
  row && { ...row, members: row.members + (change.members ?? 0), openJobs: row.openJobs + (change.openJobs ?? 0) };

export const evolveCompany = (row: CompanyRow | null, event: RecordedEvent<Handled>): CompanyRow | null => {
  const { type, data } = fact(event);
  switch (type) {
    case 'organisations.CompanyRegistered': {
      const { companyId: id, siret, kind, name, brand, naf, address, postCode, city, insee, department, lat, lon } = data;
      const region = departmentOf(department)?.region.code ?? null;
      return { id, siret, kind, name: brand || name, naf, address, postCode, city, insee, department, region, lat, lon, blocked: false, spontaneousOpen: true, members: 0, openJobs: 0, recent: {} };
    }
    case 'organisations.CompanyChanged': {
      const { name, brand, naf, address, postCode, city, insee, department, lat, lon } = data;
      return row && { ...row, name: brand || name, naf, address, postCode, city, insee, department, region: departmentOf(department)?.region.code ?? null, lat, lon };
    }
    case 'organisations.RecruitmentSet':
      return row && { ...row, blocked: data.blocked, spontaneousOpen: data.spontaneousOpen };
    case 'organisations.MemberJoined':
      return counted(row, { members: 1 });
    case 'organisations.MemberLeft':
      return counted(row, { members: -1 });
    case 'organisations.JobOpened':
      return counted(row, { openJobs: 1 });
    case 'organisations.JobClosed':
      return counted(row, { openJobs: -1 });
    case 'hiring.ApplicationSubmitted':
      return row && { ...row, recent: withApplication(row.recent, data.on) };
    default:
      return row;
  }
};

export const companies = projection<Handled, CompanyRow>({
  name: 'organisations.companies',
  version: 1,
  entity: CompanyEntity,
  handles: [
    'organisations.CompanyRegistered',
    'organisations.CompanyChanged',
    'organisations.RecruitmentSet',
    'organisations.MemberJoined',
    'organisations.MemberLeft',
    'organisations.JobOpened',
    'organisations.JobClosed',
    'hiring.ApplicationSubmitted',
  ],
  keys: ({ data }) => {
    if ('organisationType' in data) return data.organisationType === 'company' ? data.organisationId : [];
    return 'companyId' in data ? data.companyId : [];
  },
  evolve: evolveCompany,
});
