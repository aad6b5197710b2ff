import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock, type CommandContext, derivedId, type Id, NotFound, type Receipt, Streams } from '#kernel';
import { IdentityQueries } from '#identity';
import { type Diagnose, eligibilityFile, eligibilityStream } from '../domain/eligibility-file.js';
import { EligibilityAdvice } from './eligibility-advice.js';

export interface DiagnosisMade {
  readonly diagnosisId: Id;
  readonly receipt: Receipt;
}

export class DiagnoseEligibility extends Command<DiagnosisMade> {
  constructor(
    readonly candidateId: Id,
    readonly criteria: readonly string[],
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(DiagnoseEligibility)
export class DiagnoseEligibilityHandler implements ICommandHandler<DiagnoseEligibility> {
  constructor(
    private readonly streams: Streams,
    private readonly identity: IdentityQueries,
    private readonly advice: EligibilityAdvice,
    private readonly clock: Clock,
  ) {}

  async execute({ candidateId, criteria, context }: DiagnoseEligibility): Promise<DiagnosisMade> {
    if (!(await this.identity.candidate(candidateId))) throw new NotFound('hiring/unknown-candidate');
    const diagnosisId = derivedId(context.command, 'diagnosis');
    const passEnd = await this.advice.validPassEnd(candidateId);
    const command: Diagnose = {
      do: 'diagnose',
      diagnosisId,
      candidateId,
      criteria,
      actor: context.actor,
      today: this.clock.today(),
      passEnd,
      follows: passEnd !== null && (await this.advice.follows(context.actor, candidateId)),
    };
    return { diagnosisId, receipt: await this.streams.handle(eligibilityStream(candidateId), eligibilityFile, command, context) };
  }
}
