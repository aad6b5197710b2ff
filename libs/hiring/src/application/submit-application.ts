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
import { IdentityCommands, IdentityQueries } from '#identity';
import { OrganisationsQueries } from '#organisations';
import { applicationIdOf } from '../contract.js';
import { application } from '../domain/application.decider.js';
import { type ApplicationEvent, applicationStream } from '../domain/application.state.js';
import { isIae } from '../domain/criteria.js';
import { authorFor } from '../domain/diagnosis.js';
import { repetition, type Submit } from '../domain/submit.js';
import { DiagnoseEligibility } from './diagnose-eligibility.js';
import { EligibilityAdvice } from './eligibility-advice.js';
import { receiptOf, step, wroteBy } from './receipts.js';

export interface SubmitInput {
  readonly candidateId: Id;
  readonly companyId: Id;
  readonly jobs: readonly Id[];
  readonly message: string | null;
  /** Present when the sender diagnoses on the way [emplois/JA-7]. */
  readonly criteria: readonly string[] | null;
  readonly confirmRepeat: boolean;
}
export interface ApplicationSent {
  readonly applicationId: Id;
  readonly receipt: Receipt;
}

export class SubmitApplication extends Command<ApplicationSent> {
  constructor(
    readonly input: SubmitInput,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(SubmitApplication)
export class SubmitApplicationHandler implements ICommandHandler<SubmitApplication> {
  constructor(
    private readonly streams: Streams,
    private readonly commands: CommandBus,
    private readonly identity: IdentityQueries,
    private readonly vault: IdentityCommands,
    private readonly organisations: OrganisationsQueries,
    private readonly advice: EligibilityAdvice,
    private readonly clock: Clock,
  ) {}

  async execute({ input, context }: SubmitApplication): Promise<ApplicationSent> {
    const [company, candidate] = await Promise.all([
      this.organisations.company(input.companyId),
      this.identity.candidate(input.candidateId),
    ]);
    if (!company) throw new NotFound('hiring/unknown-company');
    if (!candidate) throw new NotFound('hiring/unknown-candidate');
    const now = new Date(this.clock.now()).toISOString();
    const { id, latest } = await this.next(input, context.command);
    const { actor } = context;
    if (latest.length > 0) {
      const state = (latest as readonly ApplicationEvent[]).reduce(application.evolve, application.initial)!;
      const again =
        wroteBy(latest, context.command) || repetition(state, { now, confirmRepeat: input.confirmRepeat, actor, company }) === 'same';
      if (again) return { applicationId: state.place.applicationId, receipt: receiptOf(context.command, latest.slice(0, 1)) };
    }

    const { candidateId, criteria, jobs, confirmRepeat } = input;
    const { waiting } = await this.advice.about({ candidateId, company, actor, criteria });
    const { sex, age, department, qpv, zrr } = candidate;
    const message = input.message?.trim() || null;
    const command: Submit = {
      ...{ do: 'submit', applicationId: id, candidateId, candidate: { sex, age, department, qpv, zrr }, jobs, confirmRepeat },
      ...{ company: { ...company, department: company.department ?? '' }, messageId: message && derivedId(context.command, 'message') },
      ...{ waiting, actor, today: this.clock.today(), now },
    };
    application.decide(command, null);
    const diagnosed = criteria && isIae(company.kind) ? await this.diagnose(input, criteria, context) : null;
    if (message)
      await this.vault.keepText({ id: command.messageId!, person: candidateId, kind: 'application-message', text: message }, context);
    const sent = await this.streams.handle(applicationStream(id), application, command, context);
    // Somebody clicked twice, or two people at once: the first one's application is the answer.
    const receipt =
      sent.entries.length > 0 ? sent : receiptOf(context.command, (await this.streams.events(applicationStream(id))).slice(0, 1));
    return { applicationId: id, receipt: joinReceipts(context.command, diagnosed, receipt) };
  }

  /** The id of the person's next application to the company, and what happened to the one before. */
  private async next({ candidateId, companyId }: SubmitInput, command: Id): Promise<{ id: Id; latest: readonly RecordedEvent[] }> {
    let latest: readonly RecordedEvent[] = [];
    for (let n = 0; ; n++) {
      const id = applicationIdOf(candidateId, companyId, n);
      const events = await this.streams.events(applicationStream(id));
      if (events.length === 0 || wroteBy(latest, command)) return { id, latest };
      latest = events;
    }
  }

  private async diagnose(
    { candidateId, companyId }: SubmitInput,
    criteria: readonly string[],
    context: CommandContext,
  ): Promise<Receipt | null> {
    const { actor } = context;
    const forThisCompany = authorFor(actor) === 'prescriber' || actor.organisation === companyId;
    if (!forThisCompany) throw new Refusal('hiring/may-not-diagnose');
    if (await this.advice.validPassEnd(candidateId)) return null;
    try {
      return (
        await this.commands.execute(new DiagnoseEligibility(candidateId, criteria, step(context, derivedId(context.command, 'diagnose'))))
      ).receipt;
    } catch (error) {
      // The same diagnosis an hour ago, for another company, serves for this one too.
      if (error instanceof Refusal && error.code === 'hiring/already-diagnosed') return null;
      throw error;
    }
  }
}
