import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock, type CommandContext, derivedId, type Id, joinReceipts, NotFound, type Receipt } from '#kernel';
import type { AcceptanceInput } from './acceptance-drafts.js';
import { AcceptApplication } from './accept-application.js';
import { EmployerDesk } from './employer-desk.js';
import { HireDeclarations } from './hire-declarations.js';
import { step } from './receipts.js';
import { SubmitApplication } from './submit-application.js';

export interface HireDeclared {
  readonly applicationId: Id;
  readonly receipt: Receipt;
}

export class DeclareHire extends Command<HireDeclared> {
  constructor(
    readonly candidateId: Id,
    readonly input: AcceptanceInput,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** A hire without an application: the company sends it to itself, studies it and accepts it in one gesture, once all of that is known to be possible [emplois/JA-11]. */
@CommandHandler(DeclareHire)
export class DeclareHireHandler implements ICommandHandler<DeclareHire> {
  constructor(
    private readonly commands: CommandBus,
    private readonly declarations: HireDeclarations,
    private readonly desk: EmployerDesk,
    private readonly clock: Clock,
  ) {}

  async execute({ candidateId, input, context }: DeclareHire): Promise<HireDeclared> {
    const { actor } = context;
    const companyId = actor.organisation;
    if (actor.role !== 'employer' || !companyId) throw new NotFound('hiring/unknown-company');
    const part = (name: string) => step(context, derivedId(context.command, name));
    const jobs = await this.declarations.prepare({ candidateId, companyId, input, context: part('accept'), sending: part('apply').command });
    const submission = { candidateId, companyId, jobs, message: null, criteria: null, confirmRepeat: true };
    const { applicationId, receipt: sent } = await this.commands.execute(new SubmitApplication(submission, part('apply')));
    const study = { do: 'putUnderStudy', actor, today: this.clock.today() } as const;
    const studied = await this.desk.decide(applicationId, study, part('study'));
    const accepted = await this.commands.execute(new AcceptApplication(applicationId, input, part('accept')));
    return { applicationId, receipt: joinReceipts(context.command, sent, studied, accepted) };
  }
}
