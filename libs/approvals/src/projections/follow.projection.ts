import { defineEntity, p } from '@mikro-orm/core';
import { derivedId, type Id, projection, type RecordedEvent } from '#kernel';
import type { HiringEvent } from '#hiring';

export interface FollowRow {
  readonly id: Id;
  readonly candidateId: Id;
  /** A company that received an application, an organisation that sent one or made a diagnosis, or the person who sent one when they have no organisation. */
  readonly party: Id;
  readonly role: 'received' | 'sent' | 'diagnosed';
}

export const FollowEntity = defineEntity({
  name: 'ApprovalsFollow',
  tableName: 'approvals_follow',
  schema: 'read',
  indexes: [{ properties: ['party', 'role', 'candidateId'] }],
  properties: { id: p.uuid().primary(), candidateId: p.uuid(), party: p.uuid(), role: p.text() },
});

type Submitted = Extract<HiringEvent, { type: 'hiring.ApplicationSubmitted' }>;
type Diagnosed = Extract<HiringEvent, { type: 'hiring.EligibilityDiagnosed' }>;
type Following = Submitted | Diagnosed;

const partiesOf = (event: Following): readonly (readonly [FollowRow['role'], Id])[] => {
  if (event.type === 'hiring.EligibilityDiagnosed') return [['diagnosed', event.data.organisation]];
  const { companyId, senderOrganisation, senderId } = event.data;
  return [
    ['received', companyId],
    ['sent', senderOrganisation ?? senderId],
  ];
};

const rowsOf = (event: RecordedEvent<Following>): readonly FollowRow[] => {
  const { candidateId } = event.data;
  return partiesOf(event as unknown as Following).map(([role, party]) => ({ id: derivedId('follow', role, party, candidateId), candidateId, party, role }));
};

/** Who has an application of whom, or diagnosed them [emplois/IAE-7]: what opens a PASS to somebody else than the person [emplois/PASS-20]. */
export const followRows = projection<Following, FollowRow>({
  name: 'approvals.follow',
  version: 2,
  entity: FollowEntity,
  handles: ['hiring.ApplicationSubmitted', 'hiring.EligibilityDiagnosed'],
  keys: (event) => rowsOf(event).map(({ id }) => id),
  evolve: (row, event, key) => row ?? rowsOf(event).find(({ id }) => id === key)!,
});
