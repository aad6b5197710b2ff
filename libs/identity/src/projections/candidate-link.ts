import { defineEntity, p } from '@mikro-orm/core';
import { derivedId, type Id, projection } from '#kernel';
import type { HiringEvent } from '#hiring';
import type { IdentityEvent } from '../contract.js';

export interface CandidateLinkRow {
  readonly id: Id;
  readonly candidateId: Id;
  /** An organisation that registered the candidate, sent an application of theirs or received one. */
  readonly organisationId: Id;
}

export const CandidateLinkEntity = defineEntity({
  name: 'IdentityCandidateLink',
  tableName: 'identity_candidate_link',
  schema: 'read',
  indexes: [{ properties: ['organisationId', 'candidateId'] }],
  properties: { id: p.uuid().primary(), candidateId: p.uuid(), organisationId: p.uuid() },
});

type Registered = Extract<IdentityEvent, { type: 'identity.CandidateRegistered' }>;
type Submitted = Extract<HiringEvent, { type: 'hiring.ApplicationSubmitted' }>;
type Linking = Registered | Submitted;

const link = (candidateId: Id, organisationId: Id): CandidateLinkRow => ({
  id: derivedId('candidate-link', organisationId, candidateId),
  candidateId,
  organisationId,
});

const linksOf = (event: {
  readonly type: string;
  readonly data: Linking['data'];
  readonly meta: { readonly organisation: Id | null };
}): readonly CandidateLinkRow[] => {
  const { candidateId } = event.data;
  const organisations =
    event.type === 'hiring.ApplicationSubmitted'
      ? [(event.data as Submitted['data']).companyId, (event.data as Submitted['data']).senderOrganisation]
      : [event.meta.organisation];
  return [...new Set(organisations)].flatMap((organisation) => (organisation ? [link(candidateId, organisation)] : []));
};

/** Which candidates an organisation knows: what its list of candidates holds. */
export const candidateLinks = projection<Linking, CandidateLinkRow>({
  name: 'identity.candidate-link',
  version: 1,
  entity: CandidateLinkEntity,
  handles: ['identity.CandidateRegistered', 'hiring.ApplicationSubmitted'],
  keys: (event) => linksOf(event).map(({ id }) => id),
  evolve: (row, event, key) => row ?? linksOf(event).find(({ id }) => id === key) ?? null,
  topics: (event) => linksOf(event).map(({ organisationId }) => `candidates:${organisationId}`),
});
