import type { Id, RecordedEvent } from '#kernel';
import { type CompanyForHiring, type JobCard, type Organisation, OrganisationsQueries } from '#organisations';
import { companies, type CompanyRow } from '../../../../../libs/organisations/src/projections/company.row.js';
import { type JobRow, jobs } from '../../../../../libs/organisations/src/projections/job.row.js';
import { organisations, type OrganisationRow } from '../../../../../libs/organisations/src/projections/organisation.row.js';
import { jobCard } from '../../../../../libs/organisations/src/projections/organisations.queries.js';
import { notAsked, type Observer, RememberedRows } from './remembered.js';

/** What decisions ask of organisations, out of rows kept in memory. */
export class RememberedOrganisations extends OrganisationsQueries implements Observer {
  readonly #companies = new RememberedRows<CompanyRow>(companies);
  readonly #organisations = new RememberedRows<OrganisationRow>(organisations);
  readonly #jobs = new RememberedRows<JobRow>(jobs);
  readonly #jobsOf = new Map<Id, Id[]>();
  // Applications only change the order of a search, which nobody makes here.
  readonly handles = [...new Set([...companies.handles, ...organisations.handles])].filter((type) => type.startsWith('organisations.'));

  see(event: RecordedEvent): void {
    for (const rows of [this.#companies, this.#organisations, this.#jobs]) if (rows.handles.includes(event.type)) rows.see(event);
    if (event.type !== 'organisations.JobOpened') return;
    const { jobId, companyId } = event.data as { jobId: Id; companyId: Id };
    const known = this.#jobsOf.get(companyId) ?? [];
    if (!known.includes(jobId)) this.#jobsOf.set(companyId, [...known, jobId]);
  }

  async company(id: Id): Promise<CompanyForHiring | null> {
    const row = this.#companies.get(id);
    if (!row) return null;
    const { kind, name, siret, department, city, members, blocked, spontaneousOpen } = row;
    const all = (this.#jobsOf.get(id) ?? []).map((job) => jobCard(this.#jobs.get(job)!));
    return { id, type: 'company', kind, name, siret, department, city, authorised: false, hasMembers: members > 0, blocked, spontaneousOpen, jobs: all };
  }

  async organisations(ids: readonly Id[]): Promise<ReadonlyMap<Id, Organisation>> {
    return new Map(ids.flatMap((id) => this.#organisations.get(id) ?? []).map((row) => [row.id, row]));
  }

  async jobs(ids: readonly Id[]): Promise<ReadonlyMap<Id, JobCard>> {
    return new Map(ids.flatMap((id) => this.#jobs.get(id) ?? []).map((row) => [row.id, jobCard(row)]));
  }

  sameJob = notAsked;
  memberships = notAsked;
  members = notAsked;
}
