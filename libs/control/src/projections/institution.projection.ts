import { defineEntity, p } from '@mikro-orm/core';
import { type Id, projection } from '#kernel';
import type { OrganisationsEvent } from '#organisations';

export interface InstitutionRow {
  readonly id: Id;
  readonly kind: string;
  readonly department: string | null;
  readonly region: string | null;
}

export const InstitutionEntity = defineEntity({
  name: 'ControlInstitution',
  tableName: 'control_institution',
  schema: 'read',
  properties: { id: p.uuid().primary(), kind: p.text(), department: p.text().nullable(), region: p.text().nullable() },
});

/** Which territory an institution answers for. */
export const institutionRows = projection<Extract<OrganisationsEvent, { type: 'organisations.InstitutionRegistered' }>, InstitutionRow>({
  name: 'control.institution',
  version: 1,
  entity: InstitutionEntity,
  handles: ['organisations.InstitutionRegistered'],
  keys: ({ data }) => data.institutionId,
  evolve: (_, { data }) => ({ id: data.institutionId, kind: data.kind, department: data.department, region: data.region }),
});
