import { type Actor, addDays, type Day, FieldRefusal, isDay, Refusal, type RuleCheck } from '#kernel';
import type { HireDates } from '../contract.js';
import { requireOwn } from './acceptance.js';
import type { ApplicationEvent, Submitted } from './application.state.js';

interface Period {
  readonly start: Day;
  readonly end: Day;
}
/** The employer and the person agreed on other dates before the contract began. */
export interface ChangeHireDates extends HireDates {
  readonly do: 'changeHireDates';
  /** The PASS of the hire as it stands, when it has one. */
  readonly pass: Period | null;
  readonly actor: Actor;
  readonly today: Day;
}

/** How far a start may be put off [emplois/ACP-11]. */
export const DAYS_AHEAD = 30;

/** The dates of a hire change while it is still to come: afterwards they are what happened. */
export const mayChangeDates = (hire: { readonly status: string; readonly startsOn: Day | null }, today: Day): boolean =>
  hire.status === 'accepted' && hire.startsOn !== null && hire.startsOn > today;

const withinPass = ({ start, end }: Period, startsOn: Day, today: Day): RuleCheck => {
  const met = start > today || startsOn < end;
  const enough = met ? {} : { latestStart: addDays(end, -1) };
  return { rule: 'emplois/ACP-11', code: 'hiring/check/dates-within-pass', met, inputs: { startsOn, end }, enough };
};

export const changeHireDates = (command: ChangeHireDates, state: Submitted): readonly ApplicationEvent[] => {
  const { actor, startsOn, endsOn, pass, today } = command;
  requireOwn(state, actor);
  const { hire, place, status } = state;
  if (!hire || !mayChangeDates({ status, startsOn: hire.startsOn }, today)) throw new Refusal('hiring/dates-settled', { status, startsOn: hire?.startsOn ?? null });
  const latest = addDays(today, DAYS_AHEAD);
  if (!isDay(startsOn)) throw new FieldRefusal('startsOn', 'hiring/start-missing');
  if (startsOn < today) throw new FieldRefusal('startsOn', 'hiring/starts-in-the-past', { startsOn, today });
  if (startsOn > latest) throw new FieldRefusal('startsOn', 'hiring/put-off-too-far', { startsOn, latest });
  if (endsOn !== null && endsOn < startsOn) throw new FieldRefusal('endsOn', 'hiring/ends-before-start', { startsOn, endsOn });
  const within = pass && withinPass(pass, startsOn, today);
  if (within && !within.met) throw new FieldRefusal('startsOn', 'hiring/starts-at-pass-end', within.enough, [within]);
  if (startsOn === hire.startsOn && endsOn === hire.endsOn) return [];
  return [{ type: 'hiring.HireDatesChanged', data: { ...place, startsOn, endsOn, before: hire, on: today } }];
};
