import { defineEntity, p } from '@mikro-orm/core';
import { type Id, projection } from '#kernel';
import type { HiringEvent } from '#hiring';
import type { CandidateEvent } from '../domain/candidate.decider.js';

export interface CandidateCheckRow {
  readonly id: Id;
  /** ISO instant of the last time somebody vouched for the file. */
  readonly checkedAt: string;
}

export const CandidateCheckEntity = defineEntity({
  name: 'IdentityCandidateCheck',
  tableName: 'identity_candidate_check',
  schema: 'read',
  properties: { id: p.uuid().primary(), checkedAt: p.text() },
});

type Checking = CandidateEvent | Extract<HiringEvent, { type: 'hiring.ApplicationSubmitted' | 'hiring.ApplicationAccepted' }>;

/** When a file was last known to be right: written, changed, confirmed, sent with an application [emplois/CAN-28], or relied upon for a hire [emplois/ACP-7]. */
export const candidateChecks = projection<Checking, CandidateCheckRow>({
  name: 'identity.candidate-check',
  version: 2,
  entity: CandidateCheckEntity,
  handles: ['identity.CandidateRegistered', 'identity.CandidateChanged', 'identity.CandidateConfirmed', 'hiring.ApplicationSubmitted', 'hiring.ApplicationAccepted'],
  keys: ({ data }) => data.candidateId,
  evolve: (row, { meta }, id) => ({ id, checkedAt: row && row.checkedAt > meta.occurred ? row.checkedAt : meta.occurred }),
});
