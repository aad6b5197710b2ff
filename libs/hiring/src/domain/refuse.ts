import { type Actor, type Day, daysBetween, FieldRefusal, type Id } from '#kernel';
import type { ApplicationEvent, Submitted } from './application.state.js';
import { requireOwn } from './acceptance.js';
import { AUTOMATIC_REASON, DAYS_BEFORE_AUTOMATIC_REFUSAL, reasonsFor } from './reasons.js';
import { allows, requireTransition } from './transitions.js';

export interface Refuse {
  readonly do: 'refuse';
  readonly reason: string;
  /** The candidate may read the reason. */
  readonly shared: boolean;
  readonly answerId: Id | null;
  /** For the prescriber's eyes only. */
  readonly privateAnswerId: Id | null;
  readonly actor: Actor;
  readonly today: Day;
}
export interface RefuseAutomatically {
  readonly do: 'refuseAutomatically';
  readonly today: Day;
}

/** A prescriber is owed an answer of their own [emplois/REF-4]. */
export const answersPrescriber = ({ sender }: Submitted): boolean => sender === 'prescriber' || sender === 'orienter';

const refused = (
  { place, submittedOn, sender, candidate }: Submitted,
  data: { reason: string; shared: boolean; automatic: boolean; answerId: Id | null; privateAnswerId: Id | null },
  on: Day,
): ApplicationEvent => ({ type: 'hiring.ApplicationRefused', data: { ...place, ...data, submittedOn, sender, on, candidate } });

export const refuse = (
  { actor, reason, shared, answerId, privateAnswerId, today }: Refuse,
  state: Submitted,
): readonly ApplicationEvent[] => {
  requireOwn(state, actor);
  requireTransition(state.status, 'refuse');
  if (!reasonsFor(state.place.companyKind).includes(reason)) throw new FieldRefusal('reason', 'hiring/reason-not-available', { reason });
  if (answerId === null) throw new FieldRefusal('answer', 'hiring/answer-required');
  const toPrescriber = answersPrescriber(state);
  if (toPrescriber && privateAnswerId === null) throw new FieldRefusal('privateAnswer', 'hiring/private-answer-required');
  return [refused(state, { reason, shared, automatic: false, answerId, privateAnswerId: toPrescriber ? privateAnswerId : null }, today)];
};

/** Nothing is decided when somebody answered in the meantime. */
export const refuseAutomatically = ({ today }: RefuseAutomatically, state: Submitted): readonly ApplicationEvent[] => {
  const due = !state.archived && allows(state.status, 'refuseAutomatically') && daysBetween(state.changedOn, today) >= DAYS_BEFORE_AUTOMATIC_REFUSAL;
  if (!due) return [];
  return [refused(state, { reason: AUTOMATIC_REASON, shared: true, automatic: true, answerId: null, privateAnswerId: null }, today)];
};
