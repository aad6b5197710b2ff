import { CommandBus } from '@nestjs/cqrs';
import { Args, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { Actor, Id } from '#kernel';
import { CurrentActor, RequiresRole } from '#kernel/api';
import { isIdentified } from '#approvals';
import { IdentityQueries } from '#identity';
import { DeliverPass } from '../application/deliver-pass.js';
import { RefuseDelivery } from '../application/refuse-delivery.js';
import { ApplicationLists, DELIVERY_PAGE } from '../projections/application-lists.js';
import { ApplicationAnswers } from './application-answers.js';
import { ApplicationPresenter } from './application-presenter.js';
import { ApplicationView } from './application.view.js';
import { commandOf } from './inputs.js';
import { identitySentence } from './timeline.fr.js';

@ObjectType('PassToDeliver')
export class PassToDeliverView {
  @Field(() => ApplicationView) application!: ApplicationView;
  @Field(() => Boolean, { description: 'The file now has a number that tells the person apart: it was added after the hire.' })
  identified!: boolean;
  @Field(() => String) identity!: string;
}
@ObjectType('PassToDeliverPage')
export class PassToDeliverPageView {
  @Field(() => Int) total!: number;
  @Field(() => Int) page!: number;
  @Field(() => Int) pageSize!: number;
  @Field(() => [PassToDeliverView]) items!: PassToDeliverView[];
}

const onId = { type: () => ID };

/** Manual delivery: PASS that wait until staff have checked who the person is [emplois/ACP-10]. */
@RequiresRole('staff')
@Resolver()
export class PassDeliveriesResolver {
  constructor(
    private readonly commands: CommandBus,
    private readonly answers: ApplicationAnswers,
    private readonly lists: ApplicationLists,
    private readonly presenter: ApplicationPresenter,
    private readonly identity: IdentityQueries,
  ) {}

  @Query(() => PassToDeliverPageView, {
    description: 'Hires agreed without a PASS because nothing told who the person is; the oldest first.',
  })
  async passesToDeliver(
    @Args('page', { type: () => Int, nullable: true, defaultValue: 1 }) page: number | null,
    @CurrentActor() actor: Actor,
  ): Promise<PassToDeliverPageView> {
    const asked = Math.max(1, page ?? 1);
    const { total, rows } = await this.lists.awaitingPass(asked);
    const views = await this.presenter.views(rows, actor, 'passes-to-deliver');
    const items = views.map(async (application) => ({ application, ...(await this.known(application.candidate.id)) }));
    return { total, page: asked, pageSize: DELIVERY_PAGE, items: await Promise.all(items) };
  }

  @Mutation(() => ApplicationView)
  async deliverPass(@Args('id', onId) id: Id, @Args('command', onId) command: Id, @CurrentActor() actor: Actor): Promise<ApplicationView> {
    return this.answers.of(id, await this.commands.execute(new DeliverPass(id, commandOf(command, actor, { ids: { id } }))), actor);
  }

  @Mutation(() => ApplicationView)
  async refusePassDelivery(
    @Args('id', onId) id: Id,
    @Args('explanation') explanation: string,
    @Args('command', onId) command: Id,
    @CurrentActor() actor: Actor,
  ): Promise<ApplicationView> {
    const context = commandOf(command, actor, { ids: { id }, texts: { explanation } });
    return this.answers.of(id, await this.commands.execute(new RefuseDelivery(id, explanation, context)), actor);
  }

  private async known(candidateId: Id): Promise<{ readonly identified: boolean; readonly identity: string }> {
    const numbers = await this.identity.candidate(candidateId);
    return { identified: numbers !== null && isIdentified(numbers), identity: identitySentence(numbers) };
  }
}
