import { Injectable } from '@nestjs/common';
import { Database, type Id } from '#kernel';
import type { DiagnosisRow } from './diagnoses.projection.js';

/** A diagnosis and the PASS born from it, if any. */
export interface DiagnosisWithPass extends DiagnosisRow {
  readonly passId: Id | null;
}

@Injectable()
export class DiagnosisLists {
  constructor(private readonly database: Database) {}

  /** Whether an organisation has received or sent an application of this person. */
  async isKnown(candidateId: Id, organisation: Id | null): Promise<boolean> {
    const found = `select 1 as yes from read.hiring_application where candidate_id = $1 and (company_id = $2 or sender_organisation = $2) limit 1`;
    return organisation !== null && (await this.database.one(found, [candidateId, organisation])) !== null;
  }

  /** Every diagnosis of these people, oldest first. */
  of(candidateIds: readonly Id[]): Promise<readonly DiagnosisWithPass[]> {
    if (candidateIds.length === 0) return Promise.resolve([]);
    return this.database.rows<DiagnosisWithPass>(
      `select d.id, d.candidate_id as "candidateId", d.author, d.organisation, d."by", d.criteria, d.made_on as "madeOn", d.expires_on as "expiresOn", a.pass->>'passId' as "passId"
       from read.hiring_diagnosis d
       left join read.hiring_application a on a.candidate_id = d.candidate_id and a.status = 'accepted' and a.diagnosis_id = d.id and a.pass->>'isNew' = 'true'
       where d.candidate_id = any($1::uuid[]) order by d.made_on, d.expires_on, d.id`,
      [candidateIds],
    );
  }
}
