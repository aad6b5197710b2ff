import { type Actor, type CommandContext, derivedId, type Id, newId } from '#kernel';

const member = (name: string, role: Actor['role'], organisationKind: string | null, given: Partial<Actor>): Actor => ({
  id: derivedId('actor', name),
  role,
  organisation: organisationKind === null ? null : derivedId('organisation', name),
  organisationKind,
  authorised: false,
  department: null,
  ...given,
});

/** Actors for tests: ids derive from the name, so that two calls mean the same person. */
export const actors = {
  candidate: (name = 'candidate', given: Partial<Actor> = {}) => member(name, 'candidate', null, given),
  /** A prescriber whose organisation is authorised. */
  prescriber: (name = 'prescriber', given: Partial<Actor> = {}) => member(name, 'prescriber', 'FT', { authorised: true, ...given }),
  /** A prescriber whose organisation is not. */
  orienter: (name = 'orienter', given: Partial<Actor> = {}) => member(name, 'prescriber', 'OTHER', given),
  employer: (name = 'employer', given: Partial<Actor> = {}) => member(name, 'employer', 'ACI', given),
  inspector: (name = 'inspector', given: Partial<Actor> = {}) => member(name, 'inspector', 'DDETS_IAE', { department: '30', ...given }),
  buyer: (name = 'buyer', given: Partial<Actor> = {}) => member(name, 'buyer', 'BUYER', given),
  supplier: (name = 'supplier', given: Partial<Actor> = {}) => member(name, 'supplier', 'EI', given),
  staff: (name = 'staff', given: Partial<Actor> = {}) => member(name, 'staff', null, given),
};

/** The context of a command by this actor; a fresh command id unless one is given. */
export const commandBy = (actor: Actor, command: Id = newId()): CommandContext => ({ command, actor });
