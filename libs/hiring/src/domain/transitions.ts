import { Refusal } from '#kernel';
import type { ApplicationStatus } from '../contract.js';

/** Names are those of the commands people see; the last two belong to the platform. */
export const TRANSITIONS = [
  'putUnderStudy',
  'postpone',
  'addToPool',
  'accept',
  'refuse',
  'cancelHire',
  'refuseAutomatically',
  'makeObsolete',
] as const;
export type Transition = (typeof TRANSITIONS)[number];

const BY_THE_PLATFORM: readonly Transition[] = ['refuseAutomatically', 'makeObsolete'];

/** What people may ask for. */
export const ACTIONS: readonly Transition[] = TRANSITIONS.filter((transition) => !BY_THE_PLATFORM.includes(transition));

export const PENDING: readonly ApplicationStatus[] = ['new', 'processing', 'postponed'];

const fromOpen = { postpone: 'postponed', addToPool: 'pool', accept: 'accepted', refuse: 'refused' } as const;

/** Status × transition → status: the state machine of the dossier (section 10), for the transitions that exist here. */
export const NEXT: Readonly<Record<ApplicationStatus, Readonly<Partial<Record<Transition, ApplicationStatus>>>>> = {
  new: { ...fromOpen, putUnderStudy: 'processing', refuseAutomatically: 'refused', makeObsolete: 'obsolete' },
  processing: { ...fromOpen, refuseAutomatically: 'refused', makeObsolete: 'obsolete' },
  postponed: { addToPool: 'pool', accept: 'accepted', refuse: 'refused', makeObsolete: 'obsolete' },
  pool: { putUnderStudy: 'processing', postpone: 'postponed', accept: 'accepted', refuse: 'refused' },
  prior_to_hire: { postpone: 'postponed', accept: 'accepted', refuse: 'refused' },
  accepted: { cancelHire: 'cancelled' },
  refused: { accept: 'accepted' },
  cancelled: { addToPool: 'pool', accept: 'accepted' },
  obsolete: { addToPool: 'pool', accept: 'accepted' },
};

export const allows = (status: ApplicationStatus, transition: Transition): boolean => NEXT[status][transition] !== undefined;

/** @throws Refusal `hiring/already-done`: somebody was faster, or the page is old [emplois/JA-14]. */
export const requireTransition = (status: ApplicationStatus, transition: Transition): void => {
  if (!allows(status, transition)) throw new Refusal('hiring/already-done', { status, transition });
};
