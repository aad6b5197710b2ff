import { Injectable } from '@nestjs/common';
import { Database, type Id, type Role } from '#kernel';
import { commune } from '#reference';
import { type CompanyForHiring, type HiredJob, type JobCard, type Membership, type Organisation, OrganisationsQueries, type OrganisationType } from '../contract.js';
import type { JobRow } from './job.row.js';

const ORGANISATION = 'o.id, o.type, o.kind, o.name, o.siret, o.department, o.city, o.authorised';
const JOB = 'j.id, j.company_id as "companyId", j.rome, j.title, j.contract_type as "contractType", j.insee, j.department, j.places, j.open';

const ROLE: Readonly<Record<OrganisationType, Role>> = { company: 'employer', prescriber: 'prescriber', institution: 'inspector', buyer: 'buyer', supplier: 'supplier' };

export const jobCard = ({ id, companyId, rome, title, contractType, insee, places, open }: Omit<JobRow, 'changedAt' | 'department' | 'words'>): JobCard => ({
  id,
  companyId,
  rome,
  title,
  contractType,
  open,
  city: insee ? (commune(insee)?.name ?? null) : null,
  places,
});

@Injectable()
export class OrganisationsReader extends OrganisationsQueries {
  constructor(private readonly database: Database) {
    super();
  }

  async memberships(accountId: Id): Promise<readonly Membership[]> {
    const rows = await this.database.rows<Organisation & { admin: boolean }>(
      `select ${ORGANISATION}, m.admin from read.organisations_member m join read.organisations_organisation o on o.id = m.organisation_id
        where m.account_id = $1 and m.active order by m.joined_at, o.id`,
      [accountId],
    );
    return rows.map((row) => ({ ...row, role: ROLE[row.type] }));
  }

  async organisations(ids: readonly Id[]): Promise<ReadonlyMap<Id, Organisation>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.rows<Organisation>(`select ${ORGANISATION} from read.organisations_organisation o where o.id = any($1::uuid[])`, [[...new Set(ids)]]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  async company(id: Id): Promise<CompanyForHiring | null> {
    const [company, jobs] = await Promise.all([
      this.database.one<Omit<CompanyForHiring, 'jobs' | 'authorised' | 'type'>>(
        `select c.id, c.kind, c.name, c.siret, c.department, c.city, c.members > 0 as "hasMembers", c.blocked, c.spontaneous_open as "spontaneousOpen"
           from read.organisations_company c where c.id = $1`,
        [id],
      ),
      this.jobsOf([id]),
    ]);
    return company && { ...company, type: 'company', authorised: false, jobs: jobs.get(id) ?? [] };
  }

  async jobs(ids: readonly Id[]): Promise<ReadonlyMap<Id, JobCard>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.rows<JobRow>(`select ${JOB} from read.organisations_job j where j.id = any($1::uuid[])`, [[...new Set(ids)]]);
    return new Map(rows.map((row) => [row.id, jobCard(row)]));
  }

  async sameJob({ companyId, rome, insee }: Omit<HiredJob, 'jobId'>): Promise<Id | null> {
    const found = await this.database.one<{ id: Id }>(
      `select j.id from read.organisations_job j left join read.organisations_company c on c.id = j.company_id
        where j.company_id = $1 and j.rome = $2 and coalesce(j.insee, c.insee) = $3 order by j.open desc, j.changed_at desc, j.id limit 1`,
      [companyId, rome, insee],
    );
    return found?.id ?? null;
  }

  /** Jobs of companies, open ones first, then the last changed. */
  async jobsOf(companyIds: readonly Id[], { onlyOpen = false } = {}): Promise<ReadonlyMap<Id, readonly JobCard[]>> {
    if (companyIds.length === 0) return new Map();
    const rows = await this.database.rows<JobRow>(
      `select ${JOB} from read.organisations_job j where j.company_id = any($1::uuid[])${onlyOpen ? ' and j.open' : ''} order by j.open desc, j.changed_at desc, j.id`,
      [companyIds],
    );
    return Map.groupBy(rows.map(jobCard), ({ companyId }) => companyId);
  }

  async members(organisationId: Id): Promise<readonly Id[]> {
    const rows = await this.database.rows<{ id: Id }>('select account_id as id from read.organisations_member where organisation_id = $1 and active order by joined_at, account_id', [organisationId]);
    return rows.map(({ id }) => id);
  }
}
