import { Args, ArgsType, Field, ID, Int, Query, Resolver } from '@nestjs/graphql';
import type { Actor, Id } from '#kernel';
import { CurrentActor, DateTimeScalar, DayScalar, RequiresRole } from '#kernel/api';
import { ControlQueries } from '../contract.js';
import { type HireFilter, Hires, HIRES_PAGE } from '../projections/hires.js';
import { HireReader } from './hire-reader.js';
import { HireHistoryView, HirePageView } from './hire.types.js';

@ArgsType()
export class HireFilterArgs implements HireFilter {
  @Field(() => String, { nullable: true }) department?: string | null;
  @Field(() => String, { nullable: true }) kind?: string | null;
  @Field(() => Boolean, { nullable: true }) selfPrescription?: boolean | null;
  @Field(() => DayScalar, { nullable: true, description: 'Agreed on that day or later.' }) from?: string | null;
  @Field(() => DayScalar, { nullable: true }) to?: string | null;
  @Field(() => Int, { nullable: true, defaultValue: 1 }) page?: number | null;
}

@Resolver()
export class HiresResolver {
  constructor(
    private readonly hiresRead: Hires,
    private readonly reader: HireReader,
    private readonly control: ControlQueries,
  ) {}

  @RequiresRole('inspector', 'staff')
  @Query(() => HirePageView, { description: 'Hires of the inspector’s territory, the last agreed first.' })
  async hires(@Args() filter: HireFilterArgs, @CurrentActor() actor: Actor): Promise<HirePageView> {
    const page = Math.max(1, filter.page ?? 1);
    const territory = await this.control.territoryOf(actor);
    const { total, items } = territory ? await this.hiresRead.page(territory, filter, page) : { total: 0, items: [] };
    return { total, page, pageSize: HIRES_PAGE, items: await this.reader.views(items, actor, 'control-hires') };
  }

  @RequiresRole('inspector', 'staff', 'employer')
  @Query(() => HireHistoryView, { nullable: true, description: 'Everything written about a hire, its chain checked, and what was known at an instant.' })
  async hireHistory(
    @Args('applicationId', { type: () => ID }) applicationId: Id,
    @Args('asOf', { type: () => DateTimeScalar, nullable: true }) asOf: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<HireHistoryView | null> {
    return (await this.reader.history(applicationId, asOf ?? null, actor, 'control-history'))?.view ?? null;
  }
}
