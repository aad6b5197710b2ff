import { Args, Field, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Clock, type Id } from '#kernel';
import { CurrentActor, RequiresRole } from '#kernel/api';
import { IdentityQueries } from '#identity';
import { erasedCandidate } from '#identity/views';
import type { Pass } from '../contract.js';
import { PassAccess } from '../projections/pass-access.js';
import { PASS_PAGE, Passes } from '../projections/passes.js';
import { PassView, passView } from './pass.view.js';

@ObjectType('PassPage')
export class PassPageView {
  @Field(() => Int) total!: number;
  @Field(() => Int) page!: number;
  @Field(() => Int) pageSize!: number;
  @Field(() => [PassView]) items!: PassView[];
}

@Resolver()
export class PassesResolver {
  constructor(
    private readonly passes: Passes,
    private readonly access: PassAccess,
    private readonly people: IdentityQueries,
    private readonly clock: Clock,
  ) {}

  @RequiresRole('candidate', 'employer', 'prescriber', 'staff')
  @Query(() => PassView, { nullable: true, description: 'The PASS of a person that counts today, for those who may see it.' })
  async pass(@Args('candidateId', { type: () => ID }) candidateId: Id, @CurrentActor() actor: Actor): Promise<PassView | null> {
    if (!(await this.access.maySee(actor, candidateId))) return null;
    const found = await this.passes.latest(candidateId, this.clock.today());
    if (!found) return null;
    const [view] = await this.views([found], actor, 'pass');
    const hire = actor.role === 'employer' && actor.organisation ? await this.passes.hireUnder(found.passId, actor.organisation) : null;
    return { ...view!, attestation: hire && `/api/hires/${hire}/attestation.pdf` };
  }

  @RequiresRole('employer', 'prescriber')
  @Query(() => PassPageView, { name: 'passes', description: 'PASS of the people hired here, or of those we sent applications for.' })
  async list(
    @Args('state', { type: () => String, nullable: true }) state: string | null,
    @Args('search', { type: () => String, nullable: true, description: 'Part of the person’s name.' }) search: string | null,
    @Args('endsWithin', { type: () => Int, nullable: true, description: 'Months, 1, 3 or 7: ending sooner than that.' }) endsWithin: number | null,
    @Args('contract', { type: () => String, nullable: true, description: 'For employers: current (or over for less than 90 days), or over.' }) contract: string | null,
    @Args('page', { type: () => Int, nullable: true, defaultValue: 1 }) page: number | null,
    @CurrentActor() actor: Actor,
  ): Promise<PassPageView> {
    const asked = Math.max(1, page ?? 1);
    const { total, items } = await this.passes.page(actor, { state: state ?? null, search: search ?? null, endsWithin: endsWithin ?? null, contract: contract ?? null }, asked, this.clock.today());
    return { total, page: asked, pageSize: PASS_PAGE, items: await this.views(items, actor, 'passes-list') };
  }

  private async views(found: readonly Pass[], viewer: Actor, purpose: string): Promise<PassView[]> {
    const today = this.clock.today();
    const people = await this.people.summaries(found.map(({ candidateId }) => candidateId), { viewer, purpose });
    return found.map((each) => passView(each, today, people.get(each.candidateId) ?? erasedCandidate(each.candidateId)));
  }
}
