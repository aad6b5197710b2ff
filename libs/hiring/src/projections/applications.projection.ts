import { projection, type RecordedEvent } from '#kernel';
import type { ApplicationEvent } from '../domain/application.state.js';
import { ApplicationEntity, type ApplicationRow } from './application.row.js';

/** Attempts to accept are not the application's story; the inspector reads them in the log. */
type ShownEvent = Exclude<ApplicationEvent, { type: 'hiring.AcceptanceRequested' | 'hiring.AcceptanceWithdrawn' }>;

/** What only an accepted application has [emplois/JA-15]. */
const notHired = {
  startsOn: null,
  endsOn: null,
  jobId: null,
  contract: null,
  advisor: null,
  pass: null,
  diagnosisId: null,
  selfPrescription: false,
  manualDelivery: false,
  delivery: null,
  explanationId: null,
};
/** Any change takes it out of the archive [emplois/JA-12]. */
const atHand = { archivedAt: null, archivedBy: null };
/** A new decision starts with a clean answer [emplois/ACP-6]. */
const unanswered = { refusalReason: null, reasonShared: false, answerId: null, privateAnswerId: null };

const changed = ({ position, type, meta }: RecordedEvent) => ({
  changedAt: position,
  lastChange: meta.occurred,
  untouchedSince: meta.occurred,
  fact: { at: meta.occurred, type, by: meta.actor, role: meta.role, organisation: meta.organisation },
});

const first = (event: RecordedEvent, data: Extract<ShownEvent, { type: 'hiring.ApplicationSubmitted' }>['data']): ApplicationRow => {
  const {
    applicationId: id,
    candidateId,
    companyId,
    companyKind,
    companyDepartment: department,
    sender,
    senderId,
    senderOrganisation,
    jobs,
    messageId,
    on,
    candidate,
  } = data;
  const { fact, ...change } = changed(event);
  const from = { sender, senderId, senderOrganisation, jobs, messageId, submittedOn: on, sentAt: event.position };
  return {
    id,
    candidateId,
    candidateDepartment: candidate.department,
    companyId,
    companyKind,
    department,
    status: 'new',
    ...from,
    ...change,
    ...notHired,
    ...unanswered,
    ...atHand,
    comments: [],
    timeline: [fact],
  };
};

type OfTheCompany = Extract<ShownEvent, { type: `hiring.${'ApplicationArchived' | 'ApplicationUnarchived' | 'CommentAdded' | 'CommentRemoved'}` }>;

/** Its company tidies up, or talks of it: to the others nothing has happened. Null for any other fact. */
const inside = (row: ApplicationRow, shown: ShownEvent, { occurred: at, actor, role }: RecordedEvent['meta']): ApplicationRow | null => {
  switch (shown.type) {
    case 'hiring.ApplicationUnarchived':
      return { ...row, ...atHand, untouchedSince: at };
    case 'hiring.ApplicationArchived':
      return { ...row, archivedAt: at, archivedBy: role === 'system' ? null : actor };
    case 'hiring.CommentAdded':
      return { ...row, comments: [...row.comments, { id: shown.data.commentId, at, by: shown.data.by }] };
    case 'hiring.CommentRemoved':
      return { ...row, comments: row.comments.filter(({ id }) => id !== shown.data.commentId) };
    default:
      return null;
  }
};

const next = (row: ApplicationRow, shown: Exclude<ShownEvent, OfTheCompany | { type: 'hiring.ApplicationSubmitted' }>): ApplicationRow => {
  const idle = { ...row, ...notHired, ...unanswered, ...atHand };
  switch (shown.type) {
    case 'hiring.ApplicationPutUnderStudy':
      return { ...idle, status: 'processing' };
    case 'hiring.ApplicationPostponed':
      return { ...idle, status: 'postponed', answerId: shown.data.answerId };
    case 'hiring.ApplicationAddedToPool':
      return { ...idle, status: 'pool', answerId: shown.data.answerId };
    case 'hiring.ApplicationAccepted': {
      const { companyDepartment: department, startsOn, endsOn, jobId, contract = null, pass, diagnosisId, selfPrescription, manualDelivery, answerId, advisor } = shown.data;
      const delivery = manualDelivery ? 'pending' : null;
      return {
        ...idle,
        status: 'accepted',
        department,
        startsOn,
        endsOn,
        jobId,
        contract,
        advisor,
        pass,
        diagnosisId,
        selfPrescription,
        manualDelivery,
        delivery,
        answerId,
      };
    }
    case 'hiring.HireDatesChanged':
      return { ...row, startsOn: shown.data.startsOn, endsOn: shown.data.endsOn };
    case 'hiring.PassDelivered':
      return { ...row, delivery: 'delivered', pass: shown.data.pass };
    case 'hiring.PassDeliveryRefused':
      return { ...row, delivery: 'refused', explanationId: shown.data.explanationId };
    case 'hiring.ApplicationRefused': {
      const { reason, shared, answerId, privateAnswerId } = shown.data;
      return { ...idle, status: 'refused', refusalReason: reason, reasonShared: shared, answerId, privateAnswerId };
    }
    case 'hiring.ApplicationMadeObsolete':
      return { ...idle, status: 'obsolete' };
    case 'hiring.HireCancelled':
      return { ...idle, status: 'cancelled' };
  }
};

/** One row per application, for lists, files, counts and the policies that look for others of the same person. */
export const applicationRows = projection<ShownEvent, ApplicationRow>({
  name: 'hiring.applications',
  version: 10,
  entity: ApplicationEntity,
  handles: [
    'hiring.ApplicationSubmitted',
    'hiring.ApplicationPutUnderStudy',
    'hiring.ApplicationPostponed',
    'hiring.ApplicationAddedToPool',
    'hiring.ApplicationAccepted',
    'hiring.ApplicationRefused',
    'hiring.ApplicationMadeObsolete',
    'hiring.PassDelivered',
    'hiring.PassDeliveryRefused',
    'hiring.ApplicationArchived',
    'hiring.ApplicationUnarchived',
    'hiring.CommentAdded',
    'hiring.CommentRemoved',
    'hiring.HireDatesChanged',
    'hiring.HireCancelled',
  ],
  keys: ({ data }) => data.applicationId,
  evolve: (row, event) => {
    const shown = event as unknown as ShownEvent;
    if (shown.type === 'hiring.ApplicationSubmitted') return first(event, shown.data);
    if (!row) return null;
    const kept = inside(row, shown, event.meta);
    if (kept) return kept;
    const { fact, ...change } = changed(event);
    return { ...next(row, shown as Exclude<typeof shown, OfTheCompany>), ...change, timeline: [...row.timeline, fact] };
  },
  // That colleagues talk of somebody is for them alone to notice [emplois/VIS-6].
  topics: ({ type, data }) => (type.startsWith('hiring.Comment') ? [`comments:${data.applicationId}`] : [`company:${data.companyId}`, `candidate:${data.candidateId}`]),
});
