import { defineEntity, p } from '@mikro-orm/core';
import { derivedId, type Id, projection, type RecordedEvent } from '#kernel';
import type { HiringEvent } from '#hiring';
import type { IdentityEvent } from '../contract.js';

export interface CandidateLinkRow {
  readonly id: Id;
  readonly candidateId: Id;
  /** An organisation that registered the candidate, diagnosed them, sent an application of theirs or received one. */
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
type Diagnosed = Extract<HiringEvent, { type: 'hiring.EligibilityDiagnosed' }>;
type Linking = Registered | Submitted | Diagnosed;

const link = (candidateId: Id, organisationId: Id): CandidateLinkRow => ({
  id: derivedId('candidate-link', organisationId, candidateId),
  candidateId,
  organisationId,
});

const organisationsOf = (event: Linking, writer: Id | null): readonly (Id | null)[] => {
  switch (event.type) {
    case 'identity.CandidateRegistered':
      return [writer];
    case 'hiring.ApplicationSubmitted':
      return [event.data.companyId, event.data.senderOrganisation];
    // Whoever made a diagnosis follows the person [emplois/IAE-7].
    case 'hiring.EligibilityDiagnosed':
      return [event.data.organisation];
  }
};

const linksOf = (event: RecordedEvent<Linking>): readonly CandidateLinkRow[] =>
  [...new Set(organisationsOf(event as unknown as Linking, event.meta.organisation))].flatMap((organisation) => (organisation ? [link(event.data.candidateId, organisation)] : []));

/** Which candidates an organisation knows: what its list of candidates holds. */
export const candidateLinks = projection<Linking, CandidateLinkRow>({
  name: 'identity.candidate-link',
  version: 2,
  entity: CandidateLinkEntity,
  handles: ['identity.CandidateRegistered', 'hiring.ApplicationSubmitted', 'hiring.EligibilityDiagnosed'],
  keys: (event) => linksOf(event).map(({ id }) => id),
  evolve: (row, event, key) => row ?? linksOf(event).find(({ id }) => id === key) ?? null,
  topics: (event) => linksOf(event).map(({ organisationId }) => `candidates:${organisationId}`),
});
