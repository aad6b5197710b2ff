import { type Actor, type Day, FieldRefusal, type Id, Refusal, type RuleCheck } from '#kernel';
import type { CandidateDimensions } from '#identity';
import type { CompanyKind } from '#organisations';
import type { SenderKind } from '../contract.js';
import type { Application, ApplicationEvent, Submitted } from './application.state.js';
import { isIae } from './criteria.js';

export interface Submit {
  readonly do: 'submit';
  readonly applicationId: Id;
  readonly candidateId: Id;
  readonly candidate: CandidateDimensions;
  readonly company: {
    readonly id: Id;
    readonly kind: CompanyKind;
    readonly department: string;
    readonly blocked: boolean;
    readonly hasMembers: boolean;
    readonly spontaneousOpen: boolean;
    readonly jobs: readonly { readonly id: Id; readonly open: boolean }[];
  };
  /** Job descriptions applied for; none is a spontaneous application. */
  readonly jobs: readonly Id[];
  readonly messageId: Id | null;
  readonly confirmRepeat: boolean;
  readonly waiting: RuleCheck;
  readonly actor: Actor;
  readonly today: Day;
  /** ISO instant. */
  readonly now: string;
}

const DOUBLE_CLICK_MS = 10_000;
const DAY_MS = 24 * 3_600_000;
/** Kept for history: no longer part of the service [emplois/CMP-1]. */
const CLOSED_KINDS: readonly string[] = ['EA', 'EATT'];

export const senderFor = (actor: Actor, companyId: Id): SenderKind => {
  if (actor.role === 'candidate') return 'job_seeker';
  if (actor.role === 'prescriber') return actor.authorised ? 'prescriber' : 'orienter';
  if (actor.role === 'employer') return actor.organisation === companyId ? 'self' : 'employer';
  throw new Refusal('hiring/may-not-apply');
};

const sentByThem = (latest: Submitted, actor: Actor) => latest.sentBy === (actor.organisation ?? actor.id);

type Repetition = Pick<Submit, 'now' | 'confirmRepeat' | 'actor'> & { readonly company: { readonly id: Id } };

/** What a new application means beside the person's latest one to the same company: the same click, one too many, or one more. */
export const repetition = (latest: Submitted, { now, confirmRepeat, actor, company }: Repetition): 'same' | 'another' => {
  const age = Date.parse(now) - Date.parse(latest.submittedAt);
  // Somebody else’s application is not shown to who was second: to them it is one too many.
  const known = sentByThem(latest, actor) || (actor.role === 'candidate' && actor.id === latest.place.candidateId);
  if (age < DOUBLE_CLICK_MS && sentByThem(latest, actor)) return 'same';
  if (senderFor(actor, company.id) === 'self') return 'another';
  // When it was sent and what became of it is for those who may open it.
  if (age < DAY_MS) throw new Refusal('hiring/applied-today', known ? { hoursLeft: Math.ceil((DAY_MS - age) / 3_600_000) } : {});
  if (!confirmRepeat) throw new Refusal('hiring/applied-before', known ? { on: latest.submittedOn, status: latest.status } : {});
  return 'another';
};

const requireOpen = ({ company, jobs }: Submit, sender: SenderKind) => {
  if (CLOSED_KINDS.includes(company.kind)) throw new Refusal('hiring/kind-not-served', { kind: company.kind });
  if (company.blocked && sender !== 'self') throw new Refusal('hiring/company-blocks-applications');
  if (!company.hasMembers) throw new Refusal('hiring/company-without-members');
  if (jobs.length === 0 && !company.spontaneousOpen && sender !== 'self') throw new FieldRefusal('jobs', 'hiring/spontaneous-closed');
  for (const id of jobs) if (!company.jobs.some((job) => job.id === id && job.open)) throw new FieldRefusal('jobs', 'hiring/job-closed', { job: id });
};

export const submit = (command: Submit, state: Application): readonly ApplicationEvent[] => {
  const { actor, applicationId, candidateId, company, candidate, today, now, waiting } = command;
  if (actor.role === 'candidate' && actor.id !== candidateId) throw new Refusal('hiring/may-not-apply');
  const sender = senderFor(actor, company.id);
  // Somebody else's identical submission came first: theirs is the one, unless it turns out to be older than it seemed.
  if (state) {
    if (repetition(state, command) === 'same') return [];
    throw new Refusal('hiring/applied-today', {});
  }
  requireOpen(command, sender);
  if (isIae(company.kind) && !waiting.met)
    throw new Refusal('hiring/waiting-period', { ...waiting.inputs, self: sender === 'job_seeker' }, [waiting]);
  if (command.messageId === null && sender !== 'self') throw new FieldRefusal('message', 'hiring/message-required');
  const place = { applicationId, candidateId, companyId: company.id, companyKind: company.kind, companyDepartment: company.department };
  const from = { sender, senderId: actor.id, senderOrganisation: actor.organisation, senderOrganisationKind: actor.organisationKind };
  return [
    {
      type: 'hiring.ApplicationSubmitted',
      data: { ...place, ...from, jobs: [...new Set(command.jobs)], messageId: command.messageId, on: today, at: now, candidate },
    },
  ];
};
