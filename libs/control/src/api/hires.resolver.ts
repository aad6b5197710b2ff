import { Args, ArgsType, Field, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Clock, dayOf, type Id } from '#kernel';
import { CurrentActor, DateTimeScalar, DayScalar, RequiresRole } from '#kernel/api';
import { IdentityQueries } from '#identity';
import { erasedCandidate } from '#identity/views';
import { OrganisationsQueries } from '#organisations';
import { employerRef, unknownEmployer } from '#organisations/views';
import { ControlQueries } from '../contract.js';
import { factsOf, knownAt } from '../domain/known.js';
import { isVisibleToEmployer } from '../domain/visible.js';
import type { HireRow } from '../projections/hire.projection.js';
import { HireHistories } from '../projections/hire-history.js';
import { type HireFilter, Hires, HIRES_PAGE } from '../projections/hires.js';
import { breakSentence } from './break.fr.js';
import { HireHistoryView, HirePageView, type HireView } from './hire.types.js';
import { entryView } from './history.view.js';

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
    private readonly histories: HireHistories,
    private readonly control: ControlQueries,
    private readonly people: IdentityQueries,
    private readonly organisations: OrganisationsQueries,
    private readonly clock: Clock,
  ) {}

  @RequiresRole('inspector', 'staff')
  @Query(() => HirePageView, { description: 'Hires of the inspector’s territory, the last agreed first.' })
  async hires(@Args() filter: HireFilterArgs, @CurrentActor() actor: Actor): Promise<HirePageView> {
    const page = Math.max(1, filter.page ?? 1);
    const territory = await this.control.territoryOf(actor);
    const { total, items } = territory ? await this.hiresRead.page(territory, filter, page) : { total: 0, items: [] };
    return { total, page, pageSize: HIRES_PAGE, items: await this.views(items, actor, 'control-hires') };
  }

  @RequiresRole('inspector', 'staff', 'employer')
  @Query(() => HireHistoryView, { nullable: true, description: 'Everything written about a hire, its chain checked, and what was known at an instant.' })
  async hireHistory(
    @Args('applicationId', { type: () => ID }) applicationId: Id,
    @Args('asOf', { type: () => DateTimeScalar, nullable: true }) asOf: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<HireHistoryView | null> {
    const row = await this.hiresRead.openable(applicationId, actor);
    if (!row) return null;
    const { events, breaks } = await this.histories.of(row);
    const shown = actor.role === 'employer' ? events.filter((event) => isVisibleToEmployer(event, row)) : events;
    const [[hire], accounts, organisations] = await Promise.all([
      this.views([row], actor, 'control-history'),
      this.people.accountNames([...new Set(shown.filter(({ meta }) => meta.role !== 'candidate' && meta.role !== 'system').map(({ meta }) => meta.actor))]),
      this.organisations.organisations([...new Set(shown.flatMap(({ meta }) => meta.organisation ?? []))]),
    ]);
    const instant = asOf ?? new Date(this.clock.now()).toISOString();
    return {
      hire: hire!,
      intact: breaks.length === 0,
      broken: breaks.map(breakSentence),
      asOf: asOf ?? null,
      entries: shown.map((event) => entryView(event, { accounts, organisations })),
      known: factsOf(knownAt(shown, instant), dayOf(instant)),
    };
  }

  private async views(rows: readonly HireRow[], viewer: Actor, purpose: string): Promise<HireView[]> {
    if (rows.length === 0) return [];
    const [people, companies] = await Promise.all([
      this.people.summaries([...new Set(rows.map(({ candidateId }) => candidateId))], { viewer, purpose }),
      this.organisations.organisations([...new Set(rows.map(({ companyId }) => companyId))]),
    ]);
    return rows.map(({ id, candidateId, companyId, kind, department, startsOn, agreedOn, selfPrescription, passNumber, cancelled }) => {
      const company = companies.get(companyId);
      const candidate = people.get(candidateId) ?? erasedCandidate(candidateId);
      return { applicationId: id, candidate, company: company ? employerRef(company) : unknownEmployer(companyId, kind), department, startsOn, agreedOn, selfPrescription, passNumber, cancelled };
    });
  }
}
