import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Clock, type Id, isId } from '#kernel';
import { CurrentActor, RequiresRole } from '#kernel/api';
import { mayOpen } from '../projections/application-access.js';
import { ApplicationLists } from '../projections/application-lists.js';
import { ApplicationPresenter } from './application-presenter.js';
import { ApplicationPageView, ApplicationView } from './application.view.js';
import { ApplicationFilter, filterOf, orderOf } from './list.inputs.js';

@Resolver()
export class ApplicationsResolver {
  constructor(
    private readonly lists: ApplicationLists,
    private readonly presenter: ApplicationPresenter,
    private readonly clock: Clock,
  ) {}

  @RequiresRole('employer', 'prescriber', 'candidate')
  @Query(() => ApplicationPageView, { description: 'Applications of my organisation, received or sent, or my own; last changed first unless `order` says otherwise.' })
  async applications(
    @Args('filter', { type: () => ApplicationFilter, nullable: true }) filter: ApplicationFilter | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Args('order', { type: () => String, nullable: true, description: 'sent, -sent, changed or -changed; a minus for the latest first.' })
    order: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<ApplicationPageView> {
    const asked = { ...filterOf(filter), order: orderOf(order ?? null) };
    const { total, rows, next, counts } = await this.lists.page(actor, asked, first ?? 20, after ?? null, this.clock.today());
    return { total, totalIsExact: true, items: await this.presenter.views(rows, actor, 'applications-list'), next, counts: [...counts] };
  }

  @RequiresRole('employer')
  @Query(() => Int, { description: 'Applications received that are in the pool, or before a hire, and untouched for more than 180 days: nobody archives them.' })
  dormantApplications(@CurrentActor() actor: Actor): Promise<number> {
    return this.lists.dormant(actor, this.clock.today());
  }

  @RequiresRole('employer', 'prescriber', 'candidate', 'staff')
  @Query(() => ApplicationView, { nullable: true })
  async application(@Args('id', { type: () => ID }) id: Id, @CurrentActor() actor: Actor): Promise<ApplicationView | null> {
    const row = isId(id) ? await this.lists.one(id) : null;
    return row && mayOpen(row, actor, this.clock.today()) ? this.presenter.view(row, actor) : null;
  }
}
