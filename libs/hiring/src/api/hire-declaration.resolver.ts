import { CommandBus } from '@nestjs/cqrs';
import { Args, Field, ID, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Clock, type Id, isId, NotFound } from '#kernel';
import { CurrentActor, RequiresRole } from '#kernel/api';
import { DeclareHire } from '../application/declare-hire.js';
import { EarlierApplications } from '../application/earlier-applications.js';
import { shownSince } from '../domain/hire-declaration.js';
import { ApplicationLists } from '../projections/application-lists.js';
import { AdvisorNames } from './advisor-names.js';
import { ApplicationAnswers } from './application-answers.js';
import { ApplicationPresenter } from './application-presenter.js';
import { AdvisorView, ApplicationView } from './application.view.js';
import { AcceptInput, acceptanceOf, commandOf } from './inputs.js';

@ObjectType('HireDeclaration')
export class HireDeclarationView {
  @Field(() => [ApplicationView], { description: 'Applications of the last twelve months to this company on which nobody was hired, the last sent first.' })
  earlier!: ApplicationView[];
  @Field(() => ID, { nullable: true, description: 'The one of less than 24 hours that must be accepted instead.' }) acceptInstead!: Id | null;
  @Field(() => [AdvisorView]) advisors!: AdvisorView[];
}

/** Hires declared by the company itself, without an application received before. */
@RequiresRole('employer')
@Resolver()
export class HireDeclarationResolver {
  constructor(
    private readonly commands: CommandBus,
    private readonly earlier: EarlierApplications,
    private readonly lists: ApplicationLists,
    private readonly presenter: ApplicationPresenter,
    private readonly advisors: AdvisorNames,
    private readonly answers: ApplicationAnswers,
    private readonly clock: Clock,
  ) {}

  @Query(() => HireDeclarationView, { description: 'What a company should know before it declares the hire of this person.' })
  async hireDeclaration(@Args('candidateId', { type: () => ID }) candidateId: Id, @CurrentActor() actor: Actor): Promise<HireDeclarationView> {
    const companyId = actor.organisation;
    if (!companyId || !isId(candidateId)) throw new NotFound('hiring/unknown-candidate');
    const rows = await this.lists.earlier(companyId, candidateId, shownSince(this.clock.today()));
    return {
      earlier: await this.presenter.views(rows, actor, 'applications-list'),
      acceptInstead: await this.earlier.tooRecent(candidateId, companyId, new Date(this.clock.now()).toISOString()),
      advisors: await this.advisors.of(companyId),
    };
  }

  @Mutation(() => ApplicationView, { description: 'Sends, studies and accepts an application of the company to itself.' })
  async declareHire(
    @Args('candidateId', { type: () => ID }) candidateId: Id,
    @Args('input') input: AcceptInput,
    @Args('command', { type: () => ID }) command: Id,
    @CurrentActor() actor: Actor,
  ): Promise<ApplicationView> {
    const terms = acceptanceOf(input);
    const { jobId, advisor, answer, contract } = terms;
    const context = commandOf(command, actor, { ids: { candidateId, jobId, advisor }, texts: { answer, 'contract.details': contract?.details } });
    const { applicationId, receipt } = await this.commands.execute(new DeclareHire(candidateId, terms, context));
    return this.answers.of(applicationId, receipt, actor);
  }
}
