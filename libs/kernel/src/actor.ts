import type { Id } from './ids.js';

export const ROLES = ['candidate', 'prescriber', 'employer', 'inspector', 'buyer', 'supplier', 'staff', 'system'] as const;
export type Role = (typeof ROLES)[number];

/** Who acts, as what, in which organisation: decided by the session's current organisation, never by the account alone [emplois/AUT-1]. */
export interface Actor {
  readonly id: Id;
  readonly role: Role;
  /** The current organisation; null for candidates, staff and the system. */
  readonly organisation: Id | null;
  /** ACI, ETTI…, FT, CAP_EMPLOI…, DDETS_IAE…; null without an organisation. */
  readonly organisationKind: string | null;
  /** A prescriber whose organisation the State has authorised [emplois/AUT-3]. False for every other role. */
  readonly authorised: boolean;
  /** The département an inspector answers for; null for everybody else and for national institutions. */
  readonly department: string | null;
}

/** The platform itself: policies, deadlines, imports. */
export const SYSTEM: Actor = {
  id: '00000000-0000-7000-8000-000000000000',
  role: 'system',
  organisation: null,
  organisationKind: null,
  authorised: false,
  department: null,
};
