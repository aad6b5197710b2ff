import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  Clock,
  type CommandContext,
  type Day,
  derivedId,
  type Id,
  joinReceipts,
  NotFound,
  type Receipt,
  type RecordedEvent,
  Refusal,
  Streams,
} from '#kernel';
import { IdentityQueries } from '#identity';
import { OrganisationsQueries } from '#organisations';
import type { AcceptanceTerms } from '../contract.js';
import { requireOwn, type RequestAcceptance } from '../domain/acceptance.js';
import { application } from '../domain/application.decider.js';
import { type ApplicationEvent, applicationStream, type Submitted } from '../domain/application.state.js';
import type { Assessment } from '../domain/assess.js';
import { isIae } from '../domain/criteria.js';
import { expiryOf } from '../domain/diagnosis.js';
import { AcceptanceProcess } from './acceptance-process.js';
import { DiagnoseEligibility } from './diagnose-eligibility.js';
import { EligibilityAdvice } from './eligibility-advice.js';
import { answerId, EmployerDesk } from './employer-desk.js';
import { receiptOf, step, wroteBy } from './receipts.js';

export interface AcceptanceInput {
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  readonly jobId: Id | null;
  readonly answer: string | null;
  /** The colleague who follows the hire, beside whoever clicks [emplois/ACP-9]. */
  readonly advisor?: Id | null;
  /** Present when the company diagnoses on the way (self-prescription). */
  readonly criteria: readonly string[] | null;
}

export class AcceptApplication extends Command<Receipt> {
  constructor(
    readonly applicationId: Id,
    readonly input: AcceptanceInput,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** Diagnosis if needed, then the terms, then the person's stream, then the application: each step can be repeated, none is lost. */
@CommandHandler(AcceptApplication)
export class AcceptApplicationHandler implements ICommandHandler<AcceptApplication> {
  constructor(
    private readonly streams: Streams,
    private readonly commands: CommandBus,
    private readonly identity: IdentityQueries,
    private readonly organisations: OrganisationsQueries,
    private readonly advice: EligibilityAdvice,
    private readonly desk: EmployerDesk,
    private readonly process: AcceptanceProcess,
    private readonly clock: Clock,
  ) {}

  async execute({ applicationId, input, context }: AcceptApplication): Promise<Receipt> {
    const events = await this.streams.events(applicationStream(applicationId));
    const state = (events as readonly ApplicationEvent[]).reduce(application.evolve, application.initial);
    if (!state) throw new NotFound('hiring/unknown-application');
    requireOwn(state, context.actor);
    const requestId = derivedId(context.command, 'acceptance', state.withdrawn);
    if (!wroteBy(events, requestId)) await this.request(state, input, requestId, context);
    return this.finish(await this.streams.events(applicationStream(applicationId)), state, requestId, context);
  }

  private async finish(events: readonly RecordedEvent[], { place }: Submitted, requestId: Id, context: CommandContext): Promise<Receipt> {
    const own = events.filter(({ meta }) => meta.command === requestId);
    const asked = (own as unknown as readonly ApplicationEvent[]).find((event) => event.type === 'hiring.AcceptanceRequested');
    const kept = receiptOf(context.command, own);
    if (!asked) return kept;
    return joinReceipts(context.command, kept, await this.process.finish(asked.data, place, context.correlation ?? context.command));
  }

  private async request(state: Submitted, input: AcceptanceInput, requestId: Id, context: CommandContext): Promise<void> {
    const { candidateId, applicationId, companyId: id, companyKind: kind } = state.place;
    const { actor } = context;
    const sentByAuthorisedPrescriber = state.sender === 'prescriber';
    const answer = { kind: 'application-answer', text: input.answer } as const;
    const advice = await this.advice.about({
      candidateId,
      company: { id, kind },
      actor,
      criteria: input.criteria,
      sentByAuthorisedPrescriber,
      party: true,
    });
    const terms = await this.terms(state, input, advice, answerId(context.command, answer));
    const command: RequestAcceptance = {
      ...{
        do: 'requestAcceptance',
        requestId,
        terms,
        job: await this.job(input.jobId),
        members: input.advisor ? await this.organisations.members(id) : [],
      },
      ...{ actor, today: this.clock.today(), now: new Date(this.clock.now()).toISOString() },
    };
    application.decide(command, state);
    if (!advice.eligible) throw new Refusal('hiring/not-eligible', { criteriaGiven: input.criteria !== null }, advice.checks);
    const diagnosis =
      isIae(kind) && advice.diagnosisRequired ? await this.diagnose(candidateId, input.criteria ?? [], context) : terms.diagnosis;
    await this.desk.keep(candidateId, context, [answer]);
    await this.streams.handle(
      applicationStream(applicationId),
      application,
      { ...command, terms: { ...terms, diagnosis } },
      step(context, requestId),
    );
  }

  private async terms(
    { place, sender }: Submitted,
    input: AcceptanceInput,
    advice: Assessment,
    answer: Id | null,
  ): Promise<AcceptanceTerms> {
    const person = await this.identity.candidate(place.candidateId);
    if (!person) throw new NotFound('hiring/unknown-candidate');
    const { sex, age, department, qpv, zrr, nir, franceTravail } = person;
    const used = advice.diagnosis;
    return {
      ...{ startsOn: input.startsOn, endsOn: input.endsOn, jobId: input.jobId, answerId: answer, advisor: input.advisor ?? null },
      diagnosis: used && { id: used.id, author: used.author, expiresOn: used.expiresOn },
      ...{ candidate: { sex, age, department, qpv, zrr }, nir, franceTravail, sentByAuthorisedPrescriber: sender === 'prescriber' },
    };
  }

  private async job(jobId: Id | null) {
    return jobId === null ? null : ((await this.organisations.jobs([jobId])).get(jobId) ?? null);
  }

  /** Self-prescription: the company's own diagnosis, made in the same gesture. */
  private async diagnose(candidateId: Id, criteria: readonly string[], context: CommandContext): Promise<AcceptanceTerms['diagnosis']> {
    const { diagnosisId } = await this.commands.execute(
      new DiagnoseEligibility(candidateId, criteria, step(context, derivedId(context.command, 'diagnose'))),
    );
    return { id: diagnosisId, author: 'employer', expiresOn: expiryOf('employer', this.clock.today()) };
  }
}
