import { type Day, type Id, minDay } from '#kernel';
import type { ApprovalsEvent } from '../contract.js';
import { passFrom } from './pass-dates.js';
import { type IaePath, passCovering } from './pass.state.js';

export interface RescheduleHire {
  readonly do: 'reschedule';
  readonly candidateId: Id;
  readonly applicationId: Id;
  readonly startsOn: Day;
  readonly today: Day;
}

/** A PASS that has not started begins with the first contract under it, its end recomputed; one that has keeps its dates [emplois/ACP-11] [emplois/PASS-11]. */
export const reschedule = ({ candidateId, applicationId, startsOn, today }: RescheduleHire, path: IaePath): ApprovalsEvent[] => {
  const pass = passCovering(path, applicationId);
  if (!pass || pass.hires[applicationId]!.startsOn === startsOn) return [];
  const { passId } = pass;
  const rescheduled: ApprovalsEvent = { type: 'approvals.HireRescheduled', data: { passId, candidateId, applicationId, startsOn } };
  const others = Object.entries(pass.hires).filter(([id]) => id !== applicationId);
  const first = others.reduce((earliest, [, hire]) => minDay(earliest, hire.startsOn), startsOn);
  if (pass.start <= today || first === pass.start) return [rescheduled];
  return [rescheduled, { type: 'approvals.PassStartMoved', data: { passId, candidateId, ...passFrom(first) } }];
};
