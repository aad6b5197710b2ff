import { defineEntity, p } from '@mikro-orm/core';
import { derivedId, type Id, projection } from '#kernel';
import type { HiringEvent } from '#hiring';

export interface FollowRow {
  readonly id: Id;
  readonly candidateId: Id;
  /** A company that received an application, an organisation that sent one, or the person who did when they have no organisation. */
  readonly party: Id;
  readonly role: 'received' | 'sent';
}

export const FollowEntity = defineEntity({
  name: 'ApprovalsFollow',
  tableName: 'approvals_follow',
  schema: 'read',
  indexes: [{ properties: ['party', 'role', 'candidateId'] }],
  properties: { id: p.uuid().primary(), candidateId: p.uuid(), party: p.uuid(), role: p.text() },
});

type Submitted = Extract<HiringEvent, { type: 'hiring.ApplicationSubmitted' }>;
const rowsOf = ({ candidateId, companyId, senderOrganisation, senderId }: Submitted['data']): readonly FollowRow[] =>
  ([['received', companyId], ['sent', senderOrganisation ?? senderId]] as const).map(([role, party]) => ({ id: derivedId('follow', role, party, candidateId), candidateId, party, role }));

/** Who has an application of whom: what opens a PASS to somebody else than the person [emplois/PASS-20]. */
export const followRows = projection<Submitted, FollowRow>({
  name: 'approvals.follow',
  version: 1,
  entity: FollowEntity,
  handles: ['hiring.ApplicationSubmitted'],
  keys: ({ data }) => rowsOf(data).map(({ id }) => id),
  evolve: (row, { data }, key) => row ?? rowsOf(data).find(({ id }) => id === key)!,
});
