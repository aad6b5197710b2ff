import { type DomainEvent, type Id, Refusal } from '#kernel';
import type { OrganisationType, OrganisationsEvent } from '../contract.js';

type MembersEvent = Extract<OrganisationsEvent, DomainEvent<'organisations.MemberJoined' | 'organisations.MemberLeft'>>;

/** Active members, and whether each is an administrator. */
export type Members = ReadonlyMap<Id, { readonly admin: boolean }>;
export const NO_MEMBERS: Members = new Map();

export type MembersCommand =
  | { readonly kind: 'join'; readonly accountId: Id; readonly admin?: boolean }
  | { readonly kind: 'leave'; readonly accountId: Id; readonly by: Id };

export interface OrganisationKey {
  readonly organisationId: Id;
  readonly organisationType: OrganisationType;
}

export const isMembersEvent = (event: DomainEvent): event is MembersEvent => event.type === 'organisations.MemberJoined' || event.type === 'organisations.MemberLeft';

export const evolveMembers = (members: Members, { type, data }: MembersEvent): Members => {
  const next = new Map(members);
  if (type === 'organisations.MemberJoined') next.set(data.accountId, { admin: data.admin });
  else next.delete(data.accountId);
  return next;
};

export const decideMembers = (command: MembersCommand, members: Members, key: OrganisationKey): readonly MembersEvent[] => {
  const current = members.get(command.accountId);
  if (command.kind === 'join') {
    if (current) return [];
    // The first member must be able to let the others in.
    const admin = members.size === 0 || (command.admin ?? false);
    return [{ type: 'organisations.MemberJoined', data: { ...key, accountId: command.accountId, admin } }];
  }
  if (command.accountId === command.by) throw new Refusal('organisations/cannot-remove-oneself');
  if (!current) return [];
  return [{ type: 'organisations.MemberLeft', data: { ...key, accountId: command.accountId } }];
};
