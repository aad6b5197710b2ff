import type { Day, Id } from '#kernel';
import type { CandidateDimensions } from '#identity';
import type { AcceptanceTerms, ApplicationPlace, ApplicationStatus, HireDates, HiringEvent, SenderKind } from '../contract.js';
import type { EligibilityFileEvent } from './eligibility-file.js';

export type ApplicationEvent = Exclude<HiringEvent, EligibilityFileEvent>;

export interface PendingAcceptance extends AcceptanceTerms {
  readonly requestId: Id;
  readonly by: Id;
  /** When it was asked, ISO instant. */
  readonly at: string;
  /** The application has gone another way since. */
  readonly overtaken?: boolean;
}

export interface Submitted {
  readonly place: ApplicationPlace;
  readonly status: ApplicationStatus;
  readonly sender: SenderKind;
  /** The organisation that sent it, or the person when they stand for none. */
  readonly sentBy: Id;
  readonly sentByKind: string | null;
  readonly submittedOn: Day;
  /** ISO instant: repetitions are told apart by hours and seconds. */
  readonly submittedAt: string;
  /** Day of the last transition, or on which it left the archive. */
  readonly changedOn: Day;
  readonly archived: boolean;
  /** Who wrote each of those that are still there. */
  readonly comments: Readonly<Record<Id, Id>>;
  readonly candidate: CandidateDimensions;
  readonly acceptance: PendingAcceptance | null;
  /** The last acceptance asked for, whatever became of it. */
  readonly lastRequest: Id | null;
  /** Acceptances that came to nothing: the same form sent again after a refusal is a new attempt. */
  readonly withdrawn: number;
  readonly passId: Id | null;
  /** Dates of the contract, once accepted. */
  readonly hire: HireDates | null;
  /** The terms of a hire whose PASS waits until staff have checked the person. */
  readonly toDeliver: PendingAcceptance | null;
}
/** Null: no such application. */
export type Application = Submitted | null;

export const applicationStream = (applicationId: Id): string => `application-${applicationId}`;

/** Any change of status takes an application out of the archive [emplois/JA-12]. */
const moved = (state: Submitted, status: ApplicationStatus, changedOn: Day): Submitted => ({ ...state, status, changedOn, archived: false, acceptance: state.acceptance && { ...state.acceptance, overtaken: true } });

export const evolve = (state: Application, event: ApplicationEvent): Application => {
  if (event.type === 'hiring.ApplicationSubmitted') {
    const { applicationId, candidateId, companyId, companyKind, companyDepartment, sender, senderId, senderOrganisation, senderOrganisationKind: sentByKind, on, at, candidate } = event.data;
    const place = { applicationId, candidateId, companyId, companyKind, companyDepartment };
    const nothingYet = { acceptance: null, lastRequest: null, withdrawn: 0, passId: null, hire: null, toDeliver: null, archived: false, comments: {} };
    const sentBy = senderOrganisation ?? senderId;
    return { place, status: 'new', sender, sentBy, sentByKind, submittedOn: on, submittedAt: at, changedOn: on, candidate, ...nothingYet };
  }
  if (!state) return null;
  switch (event.type) {
    case 'hiring.ApplicationPutUnderStudy':
      return moved(state, 'processing', event.data.on);
    case 'hiring.ApplicationPostponed':
      return moved(state, 'postponed', event.data.on);
    case 'hiring.ApplicationAddedToPool':
      return moved(state, 'pool', event.data.on);
    case 'hiring.AcceptanceRequested':
      return { ...state, acceptance: event.data, lastRequest: event.data.requestId };
    case 'hiring.AcceptanceWithdrawn':
      return { ...state, acceptance: null, withdrawn: state.withdrawn + 1 };
    case 'hiring.ApplicationAccepted':
      return {
        ...moved(state, 'accepted', event.data.on),
        place: { ...state.place, companyDepartment: event.data.companyDepartment },
        acceptance: null,
        passId: event.data.pass?.passId ?? null,
        hire: { startsOn: event.data.startsOn, endsOn: event.data.endsOn },
        toDeliver: event.data.manualDelivery ? state.acceptance : null,
      };
    case 'hiring.ApplicationArchived':
      return { ...state, archived: true };
    case 'hiring.ApplicationUnarchived':
      return { ...state, archived: false, changedOn: event.data.on };
    case 'hiring.CommentAdded':
      return { ...state, comments: { ...state.comments, [event.data.commentId]: event.data.by } };
    case 'hiring.CommentRemoved':
      return { ...state, comments: Object.fromEntries(Object.entries(state.comments).filter(([id]) => id !== event.data.commentId)) };
    case 'hiring.HireDatesChanged': {
      const { startsOn, endsOn } = event.data;
      return { ...state, hire: { startsOn, endsOn }, toDeliver: state.toDeliver && { ...state.toDeliver, startsOn, endsOn } };
    }
    case 'hiring.PassDelivered':
      return { ...state, passId: event.data.pass.passId, toDeliver: null };
    case 'hiring.PassDeliveryRefused':
      return { ...state, toDeliver: null };
    case 'hiring.ApplicationRefused':
      return moved(state, 'refused', event.data.on);
    case 'hiring.ApplicationMadeObsolete':
      return moved(state, 'obsolete', event.data.on);
    case 'hiring.HireCancelled':
      return { ...moved(state, 'cancelled', event.data.on), passId: null, hire: null, toDeliver: null };
  }
};
