import { defineEntity, p } from '@mikro-orm/core';
import { type Day, type Id, projection } from '#kernel';
import type { EligibilityFileEvent } from '../domain/eligibility-file.js';

export interface DiagnosisRow {
  readonly id: Id;
  readonly candidateId: Id;
  readonly author: 'prescriber' | 'employer';
  readonly organisation: Id;
  readonly by: Id;
  readonly criteria: readonly string[];
  readonly madeOn: Day;
  readonly expiresOn: Day;
}

export const DiagnosisEntity = defineEntity({
  name: 'HiringDiagnosis',
  tableName: 'hiring_diagnosis',
  schema: 'read',
  indexes: [{ properties: ['candidateId', 'madeOn'] }],
  properties: {
    id: p.uuid().primary(),
    candidateId: p.uuid(),
    author: p.text(),
    organisation: p.uuid(),
    by: p.uuid(),
    criteria: p.json(),
    madeOn: p.date(),
    expiresOn: p.date(),
  },
});

export const diagnosisRows = projection<EligibilityFileEvent, DiagnosisRow>({
  name: 'hiring.diagnoses',
  version: 1,
  entity: DiagnosisEntity,
  handles: ['hiring.EligibilityDiagnosed', 'hiring.DiagnosisReplaced'],
  keys: ({ data }) => data.diagnosisId,
  evolve: (row, event) => {
    const { type, data } = event as unknown as EligibilityFileEvent;
    switch (type) {
      case 'hiring.EligibilityDiagnosed': {
        const { diagnosisId: id, candidateId, author, organisation, by, criteria, on: madeOn, expiresOn } = data;
        return { id, candidateId, author, organisation, by, criteria, madeOn, expiresOn };
      }
      case 'hiring.DiagnosisReplaced':
        return row && { ...row, expiresOn: data.on };
    }
  },
  topics: ({ data }) => [`candidate:${data.candidateId}`],
});
