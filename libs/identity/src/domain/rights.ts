import type { Actor, Id } from '#kernel';

interface Subject {
  readonly id: Id;
  /** The account that registered them. */
  readonly createdBy: Id | null;
}

const created = (actor: Actor, subject: Subject) => subject.createdBy === actor.id;

/** Whether names and data of a candidate show in clear. Which rows a viewer may ask for is decided by whoever makes the list. */
export const mayRead = (actor: Actor, subject: Subject): boolean => {
  switch (actor.role) {
    case 'employer':
    case 'inspector':
    case 'staff':
    case 'system':
      return true;
    case 'prescriber':
      return actor.authorised || created(actor, subject);
    case 'candidate':
      return subject.id === actor.id;
    default:
      return false;
  }
};

/** Completing a file with the number that was missing: not for orienters, even on a file of theirs [emplois/CAN-24]. */
export const mayAttachNir = (actor: Actor): boolean => actor.role === 'employer' || (actor.role === 'prescriber' && actor.authorised);

/** The e-mail of somebody who signs in with it is a key to their account: theirs to change, and the team's on request. */
export const mayChangeSignInEmail = (actor: Actor, subject: Pick<Subject, 'id'>): boolean => actor.id === subject.id || actor.role === 'staff';

export const mayEdit = (actor: Actor, subject: Subject): boolean => actor.role !== 'inspector' && mayRead(actor, subject);
