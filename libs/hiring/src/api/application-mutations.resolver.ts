import { CommandBus } from '@nestjs/cqrs';
import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import type { Actor, Id } from '#kernel';
import { CurrentActor, RequiresRole } from '#kernel/api';
import { AcceptApplication } from '../application/accept-application.js';
import { AddToPool } from '../application/add-to-pool.js';
import { CancelHire } from '../application/cancel-hire.js';
import { Postpone } from '../application/postpone.js';
import { PutUnderStudy } from '../application/put-under-study.js';
import { RefuseApplication } from '../application/refuse-application.js';
import { SubmitApplication } from '../application/submit-application.js';
import { ApplicationAnswers } from './application-answers.js';
import { ApplicationView } from './application.view.js';
import { AcceptInput, acceptanceOf, ApplicationInput, commandOf, RefuseInput } from './inputs.js';

const onId = { type: () => ID };

@RequiresRole('employer')
@Resolver(() => ApplicationView)
export class ApplicationMutationsResolver {
  constructor(
    private readonly commands: CommandBus,
    private readonly answers: ApplicationAnswers,
  ) {}

  @RequiresRole('candidate', 'prescriber', 'employer')
  @Mutation(() => ApplicationView)
  async apply(
    @Args('input') input: ApplicationInput,
    @Args('command', onId) command: Id,
    @CurrentActor() actor: Actor,
  ): Promise<ApplicationView> {
    const { candidateId, companyId, jobs, message = null, criteria = null, confirmRepeat } = input;
    const ids = Object.fromEntries(jobs.map((job, index) => [`jobs.${index}`, job]));
    const context = commandOf(command, actor, { ids: { candidateId, companyId, ...ids }, texts: { message } });
    const { applicationId, receipt } = await this.commands.execute(
      new SubmitApplication({ candidateId, companyId, jobs, message, criteria, confirmRepeat: confirmRepeat ?? false }, context),
    );
    return this.answers.of(applicationId, receipt, actor);
  }

  @Mutation(() => ApplicationView)
  async putUnderStudy(
    @Args('id', onId) id: Id,
    @Args('command', onId) command: Id,
    @CurrentActor() actor: Actor,
  ): Promise<ApplicationView> {
    return this.answers.of(id, await this.commands.execute(new PutUnderStudy(id, commandOf(command, actor, { ids: { id } }))), actor);
  }

  @Mutation(() => ApplicationView)
  async postpone(
    @Args('id', onId) id: Id,
    @Args('answer') answer: string,
    @Args('command', onId) command: Id,
    @CurrentActor() actor: Actor,
  ): Promise<ApplicationView> {
    return this.answers.of(
      id,
      await this.commands.execute(new Postpone(id, answer, commandOf(command, actor, { ids: { id }, texts: { answer } }))),
      actor,
    );
  }

  @Mutation(() => ApplicationView)
  async addToPool(
    @Args('id', onId) id: Id,
    @Args('answer', { type: () => String, nullable: true }) answer: string | null,
    @Args('command', onId) command: Id,
    @CurrentActor() actor: Actor,
  ): Promise<ApplicationView> {
    return this.answers.of(
      id,
      await this.commands.execute(new AddToPool(id, answer ?? null, commandOf(command, actor, { ids: { id }, texts: { answer } }))),
      actor,
    );
  }

  @Mutation(() => ApplicationView)
  async accept(
    @Args('id', onId) id: Id,
    @Args('input') input: AcceptInput,
    @Args('command', onId) command: Id,
    @CurrentActor() actor: Actor,
  ): Promise<ApplicationView> {
    const terms = acceptanceOf(input);
    const { jobId, advisor, answer, contract } = terms;
    const context = commandOf(command, actor, { ids: { id, jobId, advisor }, texts: { answer, 'contract.details': contract?.details } });
    return this.answers.of(
      id,
      await this.commands.execute(new AcceptApplication(id, terms, context)),
      actor,
    );
  }

  @Mutation(() => ApplicationView)
  async refuse(
    @Args('id', onId) id: Id,
    @Args('input') input: RefuseInput,
    @Args('command', onId) command: Id,
    @CurrentActor() actor: Actor,
  ): Promise<ApplicationView> {
    const { reason, shareReason, answer, privateAnswer = null } = input;
    const context = commandOf(command, actor, { ids: { id }, texts: { answer, privateAnswer } });
    return this.answers.of(
      id,
      await this.commands.execute(new RefuseApplication(id, { reason, shareReason: shareReason ?? false, answer, privateAnswer }, context)),
      actor,
    );
  }

  @Mutation(() => ApplicationView)
  async cancelHire(@Args('id', onId) id: Id, @Args('command', onId) command: Id, @CurrentActor() actor: Actor): Promise<ApplicationView> {
    return this.answers.of(id, await this.commands.execute(new CancelHire(id, commandOf(command, actor, { ids: { id } }))), actor);
  }
}
