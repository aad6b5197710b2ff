import { Injectable } from '@nestjs/common';
import { type Actor, Clock, type Id } from '#kernel';
import { ApprovalsQueries } from '#approvals';
import { IdentityQueries, type PersonName } from '#identity';
import { erasedCandidate } from '#identity/views';
import { OrganisationsQueries } from '#organisations';
import { employerRef, jobView, unknownEmployer } from '#organisations/views';
import { ApplicationLists } from '../projections/application-lists.js';
import type { ApplicationLine } from '../projections/application.row.js';
import { DiagnosisLists } from '../projections/diagnosis-lists.js';
import { ApplicationBatch } from './application-batch.js';
import { type ApplicationView, applicationView } from './application.view.js';

/** Those it was sent for, and the one hired for. */
const jobsOf = ({ jobs, jobId }: ApplicationLine): readonly Id[] => (jobId && !jobs.includes(jobId) ? [...jobs, jobId] : jobs);

export const fullName = (name: PersonName | undefined): string | null => (name ? `${name.firstName} ${name.lastName}` : null);

/** Applications as this actor may see them; whether they may open them was decided before. */
@Injectable()
export class ApplicationPresenter {
  constructor(
    readonly identity: IdentityQueries,
    readonly organisations: OrganisationsQueries,
    readonly approvals: ApprovalsQueries,
    readonly diagnoses: DiagnosisLists,
    readonly lists: ApplicationLists,
    private readonly clock: Clock,
  ) {}

  async views(rows: readonly ApplicationLine[], actor: Actor, purpose: string, behind = false): Promise<ApplicationView[]> {
    const batch = new ApplicationBatch(rows, actor, this.clock.today(), purpose, this);
    const [candidates, organisations, senders, cards] = await Promise.all([batch.candidates(), batch.organisations(), batch.senders(), batch.jobs()]);
    const jobs = new Map([...cards].map(([id, card]) => [id, jobView(card)]));
    return rows.map((row) => {
      const known = candidates.get(row.candidateId);
      const candidate = known ?? erasedCandidate(row.candidateId);
      const company = organisations.get(row.companyId);
      const sender = {
        name: row.sender === 'job_seeker' ? candidate.displayName : fullName(senders.get(row.senderId)),
        organisation: (row.senderOrganisation && organisations.get(row.senderOrganisation)?.name) || null,
      };
      const view = applicationView(row, actor, {
        candidate,
        company: company ? employerRef(company) : unknownEmployer(row.companyId, row.companyKind),
        sender,
        jobs: jobsOf(row).flatMap((id) => jobs.get(id) ?? []),
        behind,
        batch,
      });
      // Of somebody erased, there is no name to print.
      return known ? view : { ...view, attestation: null };
    });
  }

  async view(row: ApplicationLine, actor: Actor, behind = false): Promise<ApplicationView> {
    return (await this.views([row], actor, 'application-file', behind))[0]!;
  }
}
