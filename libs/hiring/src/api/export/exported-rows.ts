import { Injectable } from '@nestjs/common';
import { type Actor, Clock, type Id } from '#kernel';
import { displayNumber, type Pass } from '#approvals';
import type { CandidateContact } from '#identity';
import { APPLICATION_STATUSES, labelOf, PASS_STATES, refusalReasonOf } from '#reference';
import { isIae } from '../../domain/criteria.js';
import { consideredValid } from '../../domain/diagnosis.js';
import type { ApplicationLine } from '../../projections/application.row.js';
import type { DiagnosisWithPass } from '../../projections/diagnosis-lists.js';
import { ApplicationBatch } from '../application-batch.js';
import { ApplicationPresenter, fullName } from '../application-presenter.js';
import { mayReadDiagnosis } from '../diagnosis.view.js';
import { visible } from '../visible.js';
import type { ExportedApplicationView } from './export.view.js';
import { SOURCES } from './source.fr.js';

const PURPOSE = 'applications-export';
const NOBODY = { title: null, lastName: null, firstName: null, email: null, phone: null, birthDate: null, city: null, department: null };
const CIVILITIES: Readonly<Record<string, string>> = { M: 'Monsieur', MME: 'Madame' };

const personOf = (person: CandidateContact | undefined) => (person ? { ...person, title: person.title && (CIVILITIES[person.title] ?? person.title) } : NOBODY);
const passOf = (pass: Pass | null | undefined) => ({
  passNumber: pass?.number ? displayNumber(pass.number) : null,
  passStart: pass?.start ?? null,
  passEnd: pass?.end ?? null,
  passState: pass ? labelOf(PASS_STATES, pass.state) : null,
});

/** Applications as lines of a file, each kind of thing around them in one reading; people's data are recorded as taken first. */
@Injectable()
export class ExportedRows {
  constructor(
    private readonly presenter: ApplicationPresenter,
    private readonly clock: Clock,
  ) {}

  async of(rows: readonly ApplicationLine[], actor: Actor): Promise<readonly ExportedApplicationView[]> {
    const today = this.clock.today();
    const batch = new ApplicationBatch(rows, actor, today, PURPOSE, this.presenter);
    const ids = [...new Set(rows.map(({ candidateId }) => candidateId))];
    const people = await this.presenter.identity.contacts(ids, { viewer: actor, purpose: PURPOSE });
    const [organisations, senders, jobs] = await Promise.all([batch.organisations(), batch.senders(), batch.jobs()]);
    const [passes, hirePasses, diagnoses] = await Promise.all([batch.passes(), batch.hirePasses(), batch.diagnoses()]);
    const files = Map.groupBy(diagnoses, ({ candidateId }) => candidateId);

    /** As the company that received it would find today, from the diagnoses this viewer may read. */
    const eligible = ({ candidateId, companyId }: ApplicationLine): boolean => {
      const passValid = (passes.get(candidateId)?.end ?? '') >= today;
      const file = (files.get(candidateId) ?? []).filter((each) => mayReadDiagnosis(each, actor)).map((each: DiagnosisWithPass) => ({ ...each, on: each.madeOn }));
      return passValid || consideredValid(file, companyId, { today, passValid }) !== null;
    };
    const titles = ({ jobs: asked, jobId }: ApplicationLine) => [...new Set<Id>([...asked, ...(jobId ? [jobId] : [])])].flatMap((id) => jobs.get(id)?.title ?? []);

    return rows.map((row) => {
      const { rights, refusalReason } = visible(row, actor);
      const iae = rights && isIae(row.companyKind);
      const hired = row.status === 'accepted';
      const pass = hired ? row.pass && hirePasses.get(row.pass.passId) : passes.get(row.candidateId);
      return {
        ...personOf(people.get(row.candidateId)),
        ...{ companyName: organisations.get(row.companyId)?.name ?? '', companyKind: row.companyKind, jobs: titles(row).join(', ') },
        ...{ source: SOURCES[row.sender], senderOrganisation: (row.senderOrganisation && organisations.get(row.senderOrganisation)?.name) || null },
        sender: row.sender === 'job_seeker' ? null : fullName(senders.get(row.senderId)),
        ...{ submittedOn: row.submittedOn, status: labelOf(APPLICATION_STATUSES, row.status), startsOn: row.startsOn, endsOn: row.endsOn },
        refusalReason: (refusalReason && refusalReasonOf(refusalReason)?.label) || null,
        ...{ eligible: iae ? eligible(row) : null, controlled: iae && hired ? row.selfPrescription : null },
        ...passOf(rights ? pass : null),
      };
    });
  }
}
