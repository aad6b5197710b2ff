import { Injectable } from '@nestjs/common';
import { type Actor, Clock, type Id, rowNow, Streams } from '#kernel';
import { ApprovalsQueries } from '#approvals';
import { OrganisationsQueries } from '#organisations';
import { eligibilityStream } from '../domain/eligibility-file.js';
import { type DiagnosisRow, diagnosisRows } from '../projections/diagnoses.projection.js';
import { DiagnosisLists, type DiagnosisWithPass } from '../projections/diagnosis-lists.js';
import { type DiagnosisView, diagnosisView, mayReadDiagnosis } from './diagnosis.view.js';

/** Diagnoses of a person as this actor may read them, newest first. */
@Injectable()
export class DiagnosisPresenter {
  constructor(
    private readonly lists: DiagnosisLists,
    private readonly organisations: OrganisationsQueries,
    private readonly approvals: ApprovalsQueries,
    private readonly streams: Streams,
    private readonly clock: Clock,
  ) {}

  async of(candidateId: Id, actor: Actor): Promise<DiagnosisView[]> {
    const [all, known] = await Promise.all([
      this.lists.of([candidateId]),
      actor.role !== 'employer' || this.lists.isKnown(candidateId, actor.organisation),
    ]);
    // What a prescriber wrote of somebody concerns the employers this person applies to, not every employer.
    const rows = all.filter((row) => mayReadDiagnosis(row, actor) && (known || row.organisation === actor.organisation));
    return (await this.views(candidateId, rows, false)).reverse();
  }

  async one(candidateId: Id, diagnosisId: Id, actor: Actor): Promise<DiagnosisView | null> {
    return (await this.of(candidateId, actor)).find(({ id }) => id === diagnosisId) ?? null;
  }

  /** One just made that the read model does not have yet, for its author: from the log. */
  async made(candidateId: Id, diagnosisId: Id): Promise<DiagnosisView | null> {
    const row = await rowNow<DiagnosisRow>(this.streams, diagnosisRows, diagnosisId, eligibilityStream(candidateId));
    return row && (await this.views(candidateId, [{ ...row, passId: null }], true))[0]!;
  }

  private async views(candidateId: Id, rows: readonly DiagnosisWithPass[], behind: boolean): Promise<DiagnosisView[]> {
    if (rows.length === 0) return [];
    const today = this.clock.today();
    const [names, passes] = await Promise.all([
      this.organisations.organisations([...new Set(rows.map(({ organisation }) => organisation))]),
      this.approvals.latestOf([candidateId], today),
    ]);
    const pass = passes.get(candidateId) ?? null;
    return rows.map((row) => diagnosisView(row, names.get(row.organisation)?.name ?? '', pass, today, behind));
  }
}
