import type { Day, Id } from '#kernel';
import { underWay, UNDER_WAY_MS, withdrawAcceptance } from './acceptance.js';
import type { ApplicationEvent, Submitted } from './application.state.js';

/** Asked when an acceptance has broken off, before it is finished in the employer's name. */
export interface LapseAcceptance {
  readonly do: 'lapseAcceptance';
  readonly requestId: Id;
  readonly today: Day;
}

/** From then on, an acceptance nobody has finished has broken off. */
export const brokenOffAt = (askedAt: string): string => new Date(Date.parse(askedAt) + UNDER_WAY_MS).toISOString();
export const brokenOffIfAskedBy = (now: string): string => new Date(Date.parse(now) - UNDER_WAY_MS).toISOString();

/** Nothing is decided while it may still be finished: the company has not gone on in another way, and the hire does not begin in the past. */
export const lapseAcceptance = ({ requestId, today }: LapseAcceptance, state: Submitted): readonly ApplicationEvent[] => {
  const pending = underWay(state, requestId);
  if (!pending) return [];
  const code = pending.overtaken ? 'hiring/acceptance-replaced' : pending.startsOn < today ? 'hiring/starts-in-the-past' : null;
  return code ? withdrawAcceptance({ do: 'withdrawAcceptance', requestId, code, today }, state) : [];
};
