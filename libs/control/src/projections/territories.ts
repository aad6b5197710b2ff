import { Injectable } from '@nestjs/common';
import { type Actor, Database } from '#kernel';
import { ControlQueries, type Territory } from '../contract.js';
import { territoryOfInstitution } from '../domain/territory.js';
import type { InstitutionRow } from './institution.projection.js';

@Injectable()
export class Territories extends ControlQueries {
  constructor(private readonly database: Database) {
    super();
  }

  async territoryOf({ role, organisation, organisationKind, department }: Actor): Promise<Territory | null> {
    if (role === 'staff') return { region: null, department: null };
    if (role !== 'inspector' || organisation === null) return null;
    const known = await this.database.one<InstitutionRow>('select id, kind, department, region from read.control_institution where id = $1', [organisation]);
    // An institution registered a moment ago may not be in the read model yet: what the session knows is enough for a département.
    return territoryOfInstitution(known ?? { kind: organisationKind ?? '', department, region: null });
  }
}
