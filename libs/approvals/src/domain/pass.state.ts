import type { Day, Id } from '#kernel';
import type { ApprovalsEvent } from '../contract.js';
import { isValid, isWaiting, type Period } from './pass-dates.js';

/** A PASS on its person's stream. A cancelled one leaves the state: it counts for nothing any more. */
export interface HeldPass extends Period {
  readonly passId: Id;
  /** Revision of `pass-numbers` just before the grant: its number comes later than that. */
  readonly numbersSeen: number;
  /** Hires it covers, by application. */
  readonly hires: Readonly<Record<Id, { readonly startsOn: Day; readonly isNew: boolean }>>;
}
export type IaePath = readonly HeldPass[];

export const passStream = (candidateId: Id): string => `pass-${candidateId}`;

const change = (path: IaePath, passId: Id, by: (pass: HeldPass) => HeldPass): IaePath => path.map((pass) => (pass.passId === passId ? by(pass) : pass));
const without = <T>(entries: Readonly<Record<Id, T>>, id: Id) => Object.fromEntries(Object.entries(entries).filter(([key]) => key !== id));

export const evolvePath = (path: IaePath, { type, data }: ApprovalsEvent): IaePath => {
  switch (type) {
    case 'approvals.PassGranted':
      return [...path, { passId: data.passId, start: data.start, end: data.end, numbersSeen: data.numbersSeen, hires: {} }];
    case 'approvals.PassStartMoved':
      return change(path, data.passId, (pass) => ({ ...pass, start: data.start, end: data.end }));
    case 'approvals.HireCovered':
      return change(path, data.passId, (pass) => ({ ...pass, hires: { ...pass.hires, [data.applicationId]: { startsOn: data.startsOn, isNew: data.isNew } } }));
    case 'approvals.HireRescheduled':
      return change(path, data.passId, (pass) => ({ ...pass, hires: { ...pass.hires, [data.applicationId]: { ...pass.hires[data.applicationId]!, startsOn: data.startsOn } } }));
    case 'approvals.HireCoverWithdrawn':
      return change(path, data.passId, (pass) => ({ ...pass, hires: without(pass.hires, data.applicationId) }));
    case 'approvals.PassCancelled':
      return path.filter((pass) => pass.passId !== data.passId);
    case 'approvals.PassNumbered':
      return path;
  }
};

/** The only one that is or will be usable: a person never holds two [emplois/PASS-5]. */
export const validPass = (path: IaePath, today: Day): HeldPass | null => path.find((pass) => isValid(pass, today)) ?? null;

/** The one that counts: the valid one, else the last to end until its waiting period is over [emplois/PASS-14]. */
export const latestPass = (path: IaePath, today: Day): HeldPass | null => {
  const valid = validPass(path, today);
  if (valid) return valid;
  const last = path.reduce<HeldPass | null>((latest, pass) => (latest && latest.end >= pass.end ? latest : pass), null);
  return last && isWaiting(last.end, today) ? last : null;
};

export const passCovering = (path: IaePath, applicationId: Id): HeldPass | null => path.find((pass) => Object.hasOwn(pass.hires, applicationId)) ?? null;
