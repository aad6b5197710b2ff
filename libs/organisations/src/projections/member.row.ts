import { defineEntity, p } from '@mikro-orm/core';
import { type DomainEvent, type Id, projection, type RecordedEvent } from '#kernel';
import type { OrganisationsEvent, OrganisationType } from '../contract.js';
import { fact } from './fact.js';

type MemberEvent = Extract<OrganisationsEvent, DomainEvent<'organisations.MemberJoined' | 'organisations.MemberLeft'>>;

/** A membership, kept when it ends. */
export interface MemberRow {
  /** Organisation and account. */
  readonly id: string;
  readonly organisationId: Id;
  readonly organisationType: OrganisationType;
  readonly accountId: Id;
  readonly admin: boolean;
  readonly active: boolean;
  /** Instant of the last joining. */
  readonly joinedAt: string;
}

export const MemberEntity = defineEntity({
  name: 'OrganisationsMember',
  tableName: 'organisations_member',
  schema: 'read',
  properties: {
    id: p.text().primary(),
    organisationId: p.uuid().index(),
    organisationType: p.text(),
    accountId: p.uuid().index(),
    admin: p.boolean(),
    active: p.boolean(),
    joinedAt: p.text(),
  },
});

const keyOf = ({ organisationId, accountId }: MemberEvent['data']) => `${organisationId}:${accountId}`;

export const evolveMember = (row: MemberRow | null, event: RecordedEvent<MemberEvent>): MemberRow | null => {
  const { type, data } = fact(event);
  if (type === 'organisations.MemberLeft') return row && { ...row, active: false, admin: false };
  const { organisationId, organisationType, accountId, admin } = data;
  return { id: keyOf(data), organisationId, organisationType, accountId, admin, active: true, joinedAt: event.meta.occurred };
};

export const members = projection<MemberEvent, MemberRow>({
  name: 'organisations.members',
  version: 1,
  entity: MemberEntity,
  handles: ['organisations.MemberJoined', 'organisations.MemberLeft'],
  keys: ({ data }) => keyOf(data),
  evolve: evolveMember,
});
