import { defineEntity, p } from '@mikro-orm/core';
import { type Id, projection } from '#kernel';
import type { CandidateDimensions, CandidateNumbers, IdentityEvent } from '../contract.js';

export interface CandidateRow extends CandidateDimensions, CandidateNumbers {
  readonly id: Id;
  readonly registeredOn: string;
  readonly createdBy: Id;
  readonly createdIn: Id | null;
}

export const CandidateEntity = defineEntity({
  name: 'IdentityCandidate',
  tableName: 'identity_candidate',
  schema: 'read',
  indexes: [{ properties: ['department'] }],
  properties: {
    id: p.uuid().primary(),
    sex: p.text(),
    age: p.integer(),
    department: p.text().nullable(),
    qpv: p.boolean(),
    zrr: p.boolean(),
    nir: p.text(),
    franceTravail: p.text(),
    registeredOn: p.text(),
    createdBy: p.uuid(),
    createdIn: p.uuid().nullable(),
  },
});

type Described = Extract<IdentityEvent, { type: 'identity.CandidateRegistered' | 'identity.CandidateChanged' }>;

/** What may be counted of candidates: nothing that says who they are. */
export const candidates = projection<Described, CandidateRow>({
  name: 'identity.candidate',
  version: 1,
  entity: CandidateEntity,
  handles: ['identity.CandidateRegistered', 'identity.CandidateChanged'],
  keys: ({ data }) => data.candidateId,
  evolve: (row, { data, meta }) => ({
    id: data.candidateId,
    sex: data.sex,
    age: data.age,
    department: data.department,
    qpv: data.qpv,
    zrr: data.zrr,
    nir: data.nir,
    franceTravail: data.franceTravail,
    registeredOn: row?.registeredOn ?? meta.occurred,
    createdBy: row?.createdBy ?? meta.actor,
    createdIn: row ? row.createdIn : meta.organisation,
  }),
});
