import { Injectable } from '@nestjs/common';
import { Database, type Id } from '#kernel';
import { type ApplicationFacts, HiringQueries, type Untouched } from '../contract.js';
import type { AcceptanceUnderWay } from './acceptances-under-way.projection.js';
import { TO_ARCHIVE } from './application.row.js';

const FACTS = `id as "applicationId", candidate_id as "candidateId", company_id as "companyId", company_kind as "companyKind", department as "companyDepartment",
  status, sender, sender_id as "senderId", sender_organisation as "senderOrganisation", submitted_on as "submittedOn", starts_on as "startsOn",
  pass->>'passId' as "passId", diagnosis_id as "diagnosisId"`;

@Injectable()
export class SqlHiringQueries extends HiringQueries {
  constructor(private readonly database: Database) {
    super();
  }

  application(id: Id): Promise<ApplicationFacts | null> {
    return this.database.one<ApplicationFacts>(`select ${FACTS} from read.hiring_application where id = $1`, [id]);
  }

  async pendingOf(candidateId: Id, sentBefore: number): Promise<readonly Id[]> {
    const rows = await this.database.rows<{ id: Id }>(
      `select id from read.hiring_application where candidate_id = $1 and status in ('new', 'processing', 'postponed') and sent_at < $2 order by sent_at`,
      [candidateId, sentBefore],
    );
    return rows.map(({ id }) => id);
  }

  unanswered(before: string, limit: number): Promise<readonly Untouched[]> {
    return this.#untouched(`archived_at is null and status in ('new', 'processing')`, before, limit);
  }

  toArchive(before: string, limit: number): Promise<readonly Untouched[]> {
    return this.#untouched(TO_ARCHIVE, before, limit);
  }

  acceptancesAskedBy(instant: string, limit: number): Promise<readonly AcceptanceUnderWay[]> {
    return this.database.rows<AcceptanceUnderWay>(
      'select id, asked_at as "askedAt" from read.hiring_acceptance_under_way where asked_at <= $1 order by asked_at limit $2',
      [instant, limit],
    );
  }

  #untouched(which: string, before: string, limit: number): Promise<readonly Untouched[]> {
    return this.database.rows<Untouched>(
      `select id as "applicationId", candidate_id as "candidateId", untouched_since as "since" from read.hiring_application
       where ${which} and untouched_since < $1 order by untouched_since limit $2`,
      [before, limit],
    );
  }
}
