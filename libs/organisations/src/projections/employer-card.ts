import { Injectable } from '@nestjs/common';
import { Database, type Id, isId } from '#kernel';
import type { JobCard } from '../contract.js';
import type { CompanyRow } from './company.row.js';
import { OrganisationsReader } from './organisations.queries.js';

export interface EmployerCard extends Omit<CompanyRow, 'members' | 'openJobs' | 'recent' | 'region' | 'insee'> {
  readonly hiring: boolean;
  readonly hasMembers: boolean;
  readonly jobs: readonly JobCard[];
}

@Injectable()
export class EmployerCards {
  constructor(
    private readonly database: Database,
    private readonly reader: OrganisationsReader,
  ) {}

  /** Null for what does not exist and for the kinds kept as history only. */
  async find(id: Id): Promise<EmployerCard | null> {
    if (!isId(id)) return null;
    const [card, jobs] = await Promise.all([
      this.database.one<Omit<EmployerCard, 'jobs'>>(
        `select id, siret, kind, name, naf, address, post_code as "postCode", city, department, lat, lon, blocked, spontaneous_open and not blocked as "spontaneousOpen",
                members > 0 as "hasMembers", not blocked and (open_jobs > 0 or spontaneous_open) as hiring
           from read.organisations_company where id = $1 and kind not in ('EA', 'EATT')`,
        [id],
      ),
      this.reader.jobsOf([id]),
    ]);
    return card && { ...card, jobs: (card.blocked ? [] : (jobs.get(id) ?? [])).filter(({ open }) => open) };
  }
}
