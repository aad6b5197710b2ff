import { type Actor, addMonths, type Day, FieldRefusal, type Id, isDay, NotFound, Refusal } from '#kernel';
import type { AcceptanceTerms, GeiqContract, HirePass } from '../contract.js';
import type { ApplicationEvent, PendingAcceptance, Submitted } from './application.state.js';
import { isIae } from './criteria.js';
import { geiqContract, type StatedContract } from './geiq-contract.js';
import { type OtherJob, requireOtherJob } from './other-job.js';
import { requireTransition } from './transitions.js';

/** The employer says yes. For a SIAE it waits for the person's stream; elsewhere it is the acceptance itself. */
export interface RequestAcceptance {
  readonly do: 'requestAcceptance';
  readonly requestId: Id;
  readonly terms: AcceptanceTerms;
  readonly job: { readonly companyId: Id } | null;
  /** Said instead of one of the company’s jobs. */
  readonly otherJob?: OtherJob | null;
  /** Of a GEIQ [emplois/ACP-5]. */
  readonly contract?: StatedContract | null;
  /** Who works in the company, when an advisor is named. */
  readonly members?: readonly Id[];
  readonly actor: Actor;
  readonly today: Day;
  /** ISO instant. */
  readonly now: string;
}
/** The person's stream said yes. */
export interface Accept {
  readonly do: 'accept';
  readonly requestId: Id;
  /** Null when staff must check the person first (manual delivery). */
  readonly pass: HirePass | null;
  readonly today: Day;
}
/** The person's stream said no. */
export interface WithdrawAcceptance {
  readonly do: 'withdrawAcceptance';
  readonly requestId: Id;
  /** Code of the refusal. */
  readonly code: string;
  readonly today: Day;
}

const MONTHS_AHEAD = 6;
/** Longer than any acceptance under way; after that the earlier one has broken off and may be replaced. */
export const UNDER_WAY_MS = 60_000;

export const requireOwn = (state: Submitted, actor: Actor): void => {
  if (actor.role !== 'employer' || actor.organisation !== state.place.companyId) throw new NotFound('hiring/unknown-application');
};

const requireDates = ({ startsOn, endsOn }: AcceptanceTerms, kind: string, today: Day) => {
  const latest = addMonths(today, MONTHS_AHEAD);
  if (!isDay(startsOn)) throw new FieldRefusal('startsOn', 'hiring/start-missing');
  if (startsOn < today && kind !== 'GEIQ') throw new FieldRefusal('startsOn', 'hiring/starts-in-the-past', { startsOn, today });
  if (startsOn > latest) throw new FieldRefusal('startsOn', 'hiring/starts-too-late', { startsOn, latest });
  if (endsOn !== null && endsOn < startsOn) throw new FieldRefusal('endsOn', 'hiring/ends-before-start', { startsOn, endsOn });
};

const requireJob = ({ terms: { jobId, newJob }, job, otherJob }: RequestAcceptance, { place }: Submitted) => {
  if (otherJob) requireOtherJob(otherJob);
  if (jobId === null && place.companyKind === 'GEIQ') throw new FieldRefusal('jobId', 'hiring/job-required');
  if (jobId !== null && !newJob && job?.companyId !== place.companyId) throw new FieldRefusal('jobId', 'hiring/job-of-another-company');
};

const accepted = (state: Submitted, terms: AcceptanceTerms, pass: HirePass | null, on: Day, contract: GeiqContract | null = null): ApplicationEvent => {
  const { place, submittedOn, sender } = state;
  const { companyDepartment, startsOn, endsOn, jobId, answerId, advisor, diagnosis, candidate, newJob } = terms;
  const iae = isIae(place.companyKind);
  return {
    type: 'hiring.ApplicationAccepted',
    data: {
      ...place,
      ...{ companyDepartment, startsOn, endsOn, jobId, pass, answerId, advisor, submittedOn, sender, on, candidate },
      diagnosisId: iae ? (diagnosis?.id ?? null) : null,
      selfPrescription: iae && diagnosis?.author === 'employer',
      manualDelivery: iae && pass === null,
      ...(newJob ? { newJob } : {}),
      ...(contract ? { contract } : {}),
    },
  };
};

export const requestAcceptance = (command: RequestAcceptance, state: Submitted): readonly ApplicationEvent[] => {
  const { actor, terms, requestId, today, now } = command;
  requireOwn(state, actor);
  requireTransition(state.status, 'accept');
  requireDates(terms, state.place.companyKind, today);
  requireJob(command, state);
  if (terms.advisor !== null && !command.members?.includes(terms.advisor)) throw new FieldRefusal('advisor', 'hiring/advisor-not-a-member');
  const contract = geiqContract(state.place.companyKind, command.contract ?? null);
  if (!isIae(state.place.companyKind)) return [accepted(state, terms, null, today, contract)];
  if (state.acceptance && Date.parse(now) - Date.parse(state.acceptance.at) < UNDER_WAY_MS)
    throw new Refusal('hiring/acceptance-under-way');
  return [{ type: 'hiring.AcceptanceRequested', data: { ...state.place, ...terms, requestId, by: actor.id, on: today, at: now } }];
};

export const underWay = (state: Submitted, requestId: Id): PendingAcceptance | null =>
  state.acceptance?.requestId === requestId ? state.acceptance : null;

export const accept = ({ requestId, pass, today }: Accept, state: Submitted): readonly ApplicationEvent[] => {
  requireTransition(state.status, 'accept');
  const terms = underWay(state, requestId);
  if (!terms) throw new Refusal('hiring/acceptance-replaced');
  return [accepted(state, terms, pass, today)];
};

export const withdrawAcceptance = ({ requestId, code, today }: WithdrawAcceptance, state: Submitted): readonly ApplicationEvent[] =>
  underWay(state, requestId) ? [{ type: 'hiring.AcceptanceWithdrawn', data: { ...state.place, requestId, code, on: today } }] : [];
