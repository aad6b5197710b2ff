import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  Clock,
  type CommandContext,
  derivedId,
  type Id,
  joinReceipts,
  NotFound,
  type Receipt,
  type RecordedEvent,
  Refusal,
  Streams,
} from '#kernel';
import type { AcceptanceTerms, HireDates } from '../contract.js';
import { requireOwn } from '../domain/acceptance.js';
import { application } from '../domain/application.decider.js';
import { type ApplicationEvent, applicationStream, type Submitted } from '../domain/application.state.js';
import { isIae } from '../domain/criteria.js';
import { expiryOf } from '../domain/diagnosis.js';
import { AcceptanceDrafts, type AcceptanceInput } from './acceptance-drafts.js';
import { AcceptanceProcess } from './acceptance-process.js';
import { DescribeHiredJob } from './describe-hired-job.js';
import { DiagnoseEligibility } from './diagnose-eligibility.js';
import { EmployerDesk } from './employer-desk.js';
import { receiptOf, step, wroteBy } from './receipts.js';

export class AcceptApplication extends Command<Receipt> {
  constructor(
    readonly applicationId: Id,
    readonly input: AcceptanceInput,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** Whoever sends other dates under the id of an acceptance would be told that they were taken. @throws Refusal */
const requireSameDates = (events: readonly RecordedEvent[], requestId: Id, { startsOn, endsOn }: AcceptanceInput): void => {
  const { data } = events.find(({ meta }) => meta.command === requestId)!;
  const kept = data as Partial<HireDates>;
  if (kept.startsOn !== startsOn || kept.endsOn !== endsOn) throw new Refusal('platform/command-reused');
};

/** Diagnosis if needed, then the terms, then the person's stream, then the application, then the job if it is new: each step can be repeated, none is lost. */
@CommandHandler(AcceptApplication)
export class AcceptApplicationHandler implements ICommandHandler<AcceptApplication> {
  constructor(
    private readonly streams: Streams,
    private readonly commands: CommandBus,
    private readonly drafts: AcceptanceDrafts,
    private readonly desk: EmployerDesk,
    private readonly process: AcceptanceProcess,
    private readonly clock: Clock,
    private readonly newJobs: DescribeHiredJob,
  ) {}

  async execute({ applicationId, input, context }: AcceptApplication): Promise<Receipt> {
    const events = await this.streams.events(applicationStream(applicationId));
    const state = (events as readonly ApplicationEvent[]).reduce(application.evolve, application.initial);
    if (!state) throw new NotFound('hiring/unknown-application');
    requireOwn(state, context.actor);
    const requestId = derivedId(context.command, 'acceptance', state.withdrawn);
    const known = wroteBy(events, requestId);
    if (known) requireSameDates(events, requestId, input);
    const own = known ? events.filter(({ meta }) => meta.command === requestId) : await this.request(state, input, requestId, context);
    const finished = await this.finish(own, state, context);
    const accepted = finished.entries.flatMap(({ events: written }) => written).find(({ type }) => type === 'hiring.ApplicationAccepted');
    const described = accepted && (await this.newJobs.react(accepted));
    return described ? joinReceipts(context.command, finished, described) : finished;
  }

  private async finish(own: readonly RecordedEvent[], state: Submitted, context: CommandContext): Promise<Receipt> {
    const asked = (own as unknown as readonly ApplicationEvent[]).find((event) => event.type === 'hiring.AcceptanceRequested');
    const kept = receiptOf(context.command, own);
    if (!asked) return kept;
    return joinReceipts(context.command, kept, await this.process.finish(asked.data, state, context.correlation ?? context.command));
  }

  private async request(state: Submitted, input: AcceptanceInput, requestId: Id, context: CommandContext): Promise<readonly RecordedEvent[]> {
    const { candidateId, applicationId, companyKind: kind } = state.place;
    const { command, advice, words } = await this.drafts.of(state, input, requestId, context, true);
    const { terms } = command;
    const diagnosis =
      isIae(kind) && advice.diagnosisRequired ? await this.diagnose(candidateId, input.criteria ?? [], context) : terms.diagnosis;
    await this.desk.keep(candidateId, context, words);
    const { entries } = await this.streams.handle(
      applicationStream(applicationId),
      application,
      { ...command, terms: { ...terms, diagnosis } },
      step(context, requestId),
    );
    return entries.flatMap(({ events }) => events);
  }

  /** Self-prescription: the company's own diagnosis, made in the same gesture. */
  private async diagnose(candidateId: Id, criteria: readonly string[], context: CommandContext): Promise<AcceptanceTerms['diagnosis']> {
    const { diagnosisId } = await this.commands.execute(
      new DiagnoseEligibility(candidateId, criteria, step(context, derivedId(context.command, 'diagnose'))),
    );
    return { id: diagnosisId, author: 'employer', expiresOn: expiryOf('employer', this.clock.today()) };
  }
}
