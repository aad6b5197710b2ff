import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, type Id, isId, NotFound } from '#kernel';
import { CurrentActor, LimitedPerAccount, RequiresRole } from '#kernel/api';
import { AskNirCorrection } from '../application/ask-nir-correction.js';
import { NirCorrections } from '../projections/nir-corrections.js';
import { commandId } from './command-id.js';
import { LOOKUPS } from './lookups.js';
import { NirCorrectionStatusView, statusView } from './nir-correction.views.js';

const onId = { type: () => ID };

/** The side of whoever may write in a file: asking for another number in it, and following what becomes of that [emplois/CAN-27]. */
@RequiresRole('prescriber', 'employer', 'candidate')
@Resolver()
export class NirCorrectionRequestsResolver {
  constructor(
    private readonly asking: AskNirCorrection,
    private readonly corrections: NirCorrections,
  ) {}

  @Query(() => NirCorrectionStatusView, { nullable: true, description: 'Of the last request about this person’s number; null for whoever may not write in the file.' })
  async lastNirCorrection(@Args('candidateId', onId) candidateId: Id, @CurrentActor() actor: Actor): Promise<NirCorrectionStatusView | null> {
    const status = isId(candidateId) ? await this.corrections.lastOf(candidateId, actor) : null;
    return status && statusView(status);
  }

  @LimitedPerAccount(LOOKUPS)
  @Mutation(() => NirCorrectionStatusView, { description: 'A justification of 10 to 2000 characters; one request at a time for a person.' })
  async requestNirCorrection(
    @Args('candidateId', onId) candidateId: Id,
    @Args('nir', { type: () => String }) nir: string,
    @Args('justification', { type: () => String }) justification: string,
    @Args('command', onId) command: Id,
    @CurrentActor() actor: Actor,
  ): Promise<NirCorrectionStatusView> {
    if (!isId(candidateId)) throw new NotFound('identity/candidate-unknown');
    await this.asking.ask(candidateId, { nir, justification }, { command: commandId(command), actor });
    return statusView((await this.corrections.lastOf(candidateId, actor))!);
  }
}
