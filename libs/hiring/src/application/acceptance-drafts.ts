import { Injectable } from '@nestjs/common';
import { Clock, type CommandContext, type Day, type Id, NotFound, Refusal } from '#kernel';
import { IdentityQueries } from '#identity';
import { OrganisationsQueries } from '#organisations';
import type { AcceptanceTerms } from '../contract.js';
import type { RequestAcceptance } from '../domain/acceptance.js';
import { application } from '../domain/application.decider.js';
import type { Submitted } from '../domain/application.state.js';
import type { StatedContract } from '../domain/geiq-contract.js';
import type { Assessment } from '../domain/assess.js';
import { EligibilityAdvice } from './eligibility-advice.js';
import type { OtherJob } from '../domain/other-job.js';
import { type Answer, answerId } from './employer-desk.js';
import { type ChosenJob, HiredJobs } from './hired-jobs.js';

/** A GEIQ’s, its details in words [emplois/ACP-5]. */
export type ContractInput = Omit<StatedContract, 'detailsId'> & { readonly details: string | null };

export interface AcceptanceInput {
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  readonly jobId: Id | null;
  /** Instead of `jobId`: a job the company may not have described [emplois/ACP-4]. */
  readonly otherJob?: OtherJob | null;
  readonly contract?: ContractInput | null;
  readonly answer: string | null;
  /** The colleague who follows the hire, beside whoever clicks [emplois/ACP-9]. */
  readonly advisor?: Id | null;
  /** Present when the company diagnoses on the way (self-prescription). */
  readonly criteria: readonly string[] | null;
}
export interface AcceptanceDraft {
  readonly command: RequestAcceptance;
  readonly advice: Assessment;
  /** Words the acceptance names, to be kept first. */
  readonly words: readonly Answer[];
}

/** What an acceptance would say, from what is known now, found possible before anything is written. */
@Injectable()
export class AcceptanceDrafts {
  constructor(
    private readonly identity: IdentityQueries,
    private readonly organisations: OrganisationsQueries,
    private readonly advice: EligibilityAdvice,
    private readonly clock: Clock,
    private readonly jobs: HiredJobs,
  ) {}

  /** @throws Refusal when the terms cannot be, or when nothing makes the person eligible. */
  async of(state: Submitted, input: AcceptanceInput, requestId: Id, { actor, command: by }: CommandContext, party: boolean): Promise<AcceptanceDraft> {
    const { candidateId, companyId: id, companyKind: kind } = state.place;
    const { criteria, advisor, otherJob = null } = input;
    const job = await this.jobs.chosen(id, input.jobId, otherJob);
    const sentByAuthorisedPrescriber = state.sender === 'prescriber';
    const advice = await this.advice.about({ candidateId, company: { id, kind }, actor, criteria, sentByAuthorisedPrescriber, party });
    const answer: Answer = { kind: 'application-answer', text: input.answer };
    const { details = null, ...said } = input.contract ?? {};
    const words: Answer = { kind: 'application-contract-details', text: details };
    const terms = await this.terms(state, input, job, advice, answerId(by, answer));
    const command: RequestAcceptance = {
      ...{ do: 'requestAcceptance', requestId, terms, actor, today: this.clock.today(), now: new Date(this.clock.now()).toISOString() },
      job: job.jobId === null ? null : ((await this.organisations.jobs([job.jobId])).get(job.jobId) ?? null),
      otherJob,
      contract: input.contract ? { ...(said as ContractInput), detailsId: answerId(by, words) } : null,
      members: advisor ? await this.organisations.members(id) : [],
    };
    application.decide(command, state);
    if (!advice.eligible) throw new Refusal('hiring/not-eligible', { criteriaGiven: criteria !== null }, advice.checks);
    return { command, advice, words: input.contract?.type === 'OTHER' ? [answer, words] : [answer] };
  }

  private async terms({ place, sender }: Submitted, input: AcceptanceInput, job: ChosenJob, { diagnosis: used }: Assessment, answer: Id | null): Promise<AcceptanceTerms> {
    const [person, companies] = await Promise.all([this.identity.candidate(place.candidateId), this.organisations.organisations([place.companyId])]);
    if (!person) throw new NotFound('hiring/unknown-candidate');
    const companyDepartment = companies.get(place.companyId)?.department ?? place.companyDepartment;
    const { sex, age, department, qpv, zrr, nir, franceTravail } = person;
    return {
      ...{ companyDepartment, startsOn: input.startsOn, endsOn: input.endsOn, ...job, answerId: answer, advisor: input.advisor ?? null },
      diagnosis: used && { id: used.id, author: used.author, expiresOn: used.expiresOn },
      ...{ candidate: { sex, age, department, qpv, zrr }, nir, franceTravail, sentByAuthorisedPrescriber: sender === 'prescriber' },
    };
  }
}
