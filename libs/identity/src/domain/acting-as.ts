import type { Actor, Id } from '#kernel';
import type { Membership } from '#organisations';
import type { AccountKind } from './account.decider.js';

const ORDER = ['company', 'prescriber', 'institution', 'buyer', 'supplier'];

/** The organisation somebody works in when they have chosen none, or one they have left: companies first, then the order of joining [organisations/USR-15]. */
export const currentMembership = (memberships: readonly Membership[], chosen: Id | null): Membership | null =>
  memberships.find(({ id }) => id === chosen) ?? [...memberships].sort((a, b) => ORDER.indexOf(a.type) - ORDER.indexOf(b.type))[0] ?? null;

/** What an account may do comes from the current organisation; a professional without one acts as nobody [emplois/AUT-1] [emplois/AUT-2]. */
export const actingAs = (account: Id, kind: AccountKind, current: Membership | null): Actor | null => {
  const alone = { id: account, organisation: null, organisationKind: null, authorised: false, department: null };
  if (kind !== 'professional') return { ...alone, role: kind };
  if (!current) return null;
  return {
    id: account,
    role: current.role,
    organisation: current.id,
    organisationKind: current.kind,
    authorised: current.role === 'prescriber' && current.authorised,
    department: current.role === 'inspector' ? current.department : null,
  };
};
