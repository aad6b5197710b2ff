import { Injectable } from '@nestjs/common';
import { type Actor, Database, type Day, type Id } from '#kernel';
import { ControlQueries, type Territory } from '../contract.js';
import { holds } from '../domain/territory.js';
import type { HireRow } from './hire.projection.js';

export const HIRES_PAGE = 20;

export interface HireFilter {
  readonly department?: string | null;
  readonly kind?: string | null;
  readonly selfPrescription?: boolean | null;
  readonly from?: Day | null;
  readonly to?: Day | null;
}

const COLUMNS = `id, candidate_id as "candidateId", company_id as "companyId", kind, department, region, starts_on as "startsOn", agreed_on as "agreedOn",
  self_prescription as "selfPrescription", pass_id as "passId", pass_number as "passNumber", diagnosis_id as "diagnosisId", cancelled, seen_revision as "seenRevision", seen_hash as "seenHash"`;
const WHERE = `($1::text is null or region = $1) and ($2::text is null or department = $2) and ($3::text is null or department = $3) and ($4::text is null or kind = $4)
  and ($5::boolean is null or self_prescription = $5) and ($6::date is null or agreed_on >= $6) and ($7::date is null or agreed_on <= $7)`;

@Injectable()
export class Hires {
  constructor(
    private readonly database: Database,
    private readonly control: ControlQueries,
  ) {}

  /** Hires of a territory, the last agreed first; a département outside it has none. */
  async page(territory: Territory, { department = null, kind = null, selfPrescription = null, from = null, to = null }: HireFilter, page: number): Promise<{ readonly total: number; readonly items: readonly HireRow[] }> {
    const parameters = [territory.region, territory.department, department, kind, selfPrescription, from, to];
    const [count, items] = await Promise.all([
      this.database.one<{ total: number }>(`select count(*) as total from read.control_hire where ${WHERE}`, parameters),
      this.database.rows<HireRow>(`select ${COLUMNS} from read.control_hire where ${WHERE} order by agreed_on desc, id limit ${HIRES_PAGE} offset $8`, [...parameters, (page - 1) * HIRES_PAGE]),
    ]);
    return { total: count?.total ?? 0, items };
  }

  /** A hire this actor may open: in an inspector's territory, or the employer's own; null for everybody else, as if there were none. */
  async openable(applicationId: Id, actor: Actor): Promise<HireRow | null> {
    const hire = await this.database.one<HireRow>(`select ${COLUMNS} from read.control_hire where id = $1`, [applicationId]);
    if (!hire) return null;
    if (actor.role === 'employer') return hire.companyId === actor.organisation ? hire : null;
    const territory = await this.control.territoryOf(actor);
    return territory && holds(territory, hire) ? hire : null;
  }
}
