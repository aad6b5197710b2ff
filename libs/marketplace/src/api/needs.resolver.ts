import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Clock, type Id, isId, NotFound } from '#kernel';
import { CurrentActor, Public, RequiresRole } from '#kernel/api';
import { ModerationDesk } from '../application/moderation-desk.js';
import { comparisonOf } from '../domain/amount-comparison.js';
import { isBuyerOf } from '../domain/status.js';
import { type Listed, NeedLists, NEEDS_PAGE, type NeedsAsked, SUPPLIERS_PAGE } from '../projections/need-lists.js';
import type { NeedRow } from '../projections/need.row.js';
import { SupplierDirectory } from '../projections/supplier-directory.js';
import { criteriaOf } from './criteria.js';
import { AmountFilter, QualifyInput } from './need.inputs.js';
import { pageOf } from './command-of.js';
import { NeedPresenter } from './need-presenter.js';
import { MatchPreviewView, NeedPageView, NeedSupplierPageView } from './need-page.views.js';
import { NeedView } from './need.views.js';
import { supplierRef, SupplierRefView, unknownSupplier } from './supplier-ref.view.js';

const page = { type: () => Int, defaultValue: 1 } as const;
const optional = { type: () => String, nullable: true } as const;
const SAMPLE = 20;
const asked = (status: string | null, kind: string | null, number: number): NeedsAsked => ({ status: status || null, kind: kind || null, page: pageOf(number) });

@Resolver()
export class NeedsResolver {
  constructor(
    private readonly lists: NeedLists,
    private readonly presenter: NeedPresenter,
    private readonly moderation: ModerationDesk,
    private readonly directory: SupplierDirectory,
    private readonly clock: Clock,
  ) {}

  @RequiresRole('buyer', 'employer', 'supplier')
  @Query(() => NeedPageView, { description: 'Needs of my organisation: open first, then the last published.' })
  async needs(@Args('status', optional) status: string | null, @Args('kind', optional) kind: string | null, @Args('page', page) number: number, @CurrentActor() actor: Actor): Promise<NeedPageView> {
    return this.#page(await this.lists.ofBuyer(actor.organisation!, this.clock.today(), asked(status, kind, number)), number, actor);
  }

  @RequiresRole('employer', 'supplier')
  @Query(() => NeedPageView, { description: 'Published needs my organisation matches; state: matched (open and unanswered), interested, declined, closed without an answer, or hidden, which no other state shows.' })
  async receivedNeeds(@Args('state', optional) state: string | null, @Args('kind', optional) kind: string | null, @Args('page', page) number: number, @CurrentActor() actor: Actor): Promise<NeedPageView> {
    const { rows, total, counts, unread } = await this.lists.received(actor.organisation!, this.clock.today(), asked(state, kind, number));
    const shown = rows.map(({ relation, ...need }) => ({ need, relation }));
    return { items: await this.presenter.views(shown, actor, 'needs-list'), page: number, pageSize: NEEDS_PAGE, total, counts: [...counts], unread: [...unread] };
  }

  @RequiresRole('employer', 'supplier')
  @Query(() => Int, { description: 'How many open needs wait for my organisation’s answer.' })
  async needsToAnswer(@CurrentActor() actor: Actor): Promise<number> {
    return actor.organisation ? this.lists.unanswered(actor.organisation, this.clock.today()) : 0;
  }

  @RequiresRole('staff')
  @Query(() => NeedPageView, { description: 'For the team; submitted unless said otherwise, the longest waiting first.' })
  async needsToValidate(
    @Args('status', { ...optional, defaultValue: 'submitted' }) status: string | null,
    @Args('kind', optional) kind: string | null,
    @Args('amount', { type: () => AmountFilter, nullable: true }) amount: AmountFilter | null,
    @Args('page', page) number: number,
    @CurrentActor() actor: Actor,
  ): Promise<NeedPageView> {
    const worth = amount ? comparisonOf(amount.operator, amount.amount) : null;
    return this.#page(await this.lists.ofAll(this.clock.today(), { ...asked(status, kind, number), amount: worth }), number, actor);
  }

  @Public()
  @Query(() => NeedView, { nullable: true, description: 'As this viewer may see it: its buyer, the team, suppliers who match it or have its address; once it is published, anybody, without how to reach its buyer nor what suppliers answered (`publicView`). Null when it is none of theirs.' })
  async need(@Args('id', { type: () => ID }) id: Id, @CurrentActor() actor: Actor | null): Promise<NeedView | null> {
    return isId(id) ? this.presenter.one(id, actor) : null;
  }

  @RequiresRole('buyer', 'employer', 'supplier', 'staff')
  @Query(() => NeedSupplierPageView, { description: 'Author and staff; tab: all, viewed (answered or not), matched (unanswered), interested or declined.' })
  async needSuppliers(
    @Args('id', { type: () => ID }) id: Id,
    @Args('tab', { defaultValue: 'all' }) tab: string,
    @Args('page', page) number: number,
    @CurrentActor() actor: Actor,
  ): Promise<NeedSupplierPageView> {
    const need = await this.lists.one(id);
    if (!need || (actor.role !== 'staff' && !isBuyerOf(need.buyerId, actor))) throw new NotFound('marketplace/unknown-need');
    // Until the team has validated, who is matched is its own affair; a list made for an earlier text is nobody's.
    if (need.criteria === null || (actor.role !== 'staff' && need.status !== 'validated')) return { items: [], page: number, pageSize: SUPPLIERS_PAGE, total: 0, counts: [], viewed: 0 };
    const { rows, total, counts, viewed } = await this.lists.suppliersOf(id, tab === 'all' ? null : tab, pageOf(number));
    return { items: await this.presenter.suppliers(need, rows, actor), page: number, pageSize: SUPPLIERS_PAGE, total, counts: [...counts], viewed };
  }

  @RequiresRole('buyer', 'employer', 'supplier', 'staff')
  @Query(() => [SupplierRefView], { description: 'Whom a contract may have been signed with: all the suppliers the need was sent to, those interested first.' })
  async contractPartners(@Args('id', { type: () => ID }) id: Id, @CurrentActor() actor: Actor): Promise<SupplierRefView[]> {
    const need = await this.lists.one(id);
    if (!need || (actor.role !== 'staff' && !isBuyerOf(need.buyerId, actor))) throw new NotFound('marketplace/unknown-need');
    return need.status === 'validated' ? this.#refs(await this.lists.partnersOf(id)) : [];
  }

  @RequiresRole('staff')
  @Query(() => MatchPreviewView, { description: 'Who would be matched; nothing is written.' })
  async needMatches(@Args('id', { type: () => ID }) id: Id, @Args('input') input: QualifyInput): Promise<MatchPreviewView> {
    if (!isId(id)) throw new NotFound('marketplace/unknown-need');
    const found = await this.moderation.matching(id, criteriaOf(input));
    const sample = found.slice(0, SAMPLE).map(({ supplierId }) => supplierId);
    return { total: found.length, sample: await this.#refs(sample) };
  }

  async #refs(ids: readonly Id[]): Promise<SupplierRefView[]> {
    const cards = await this.directory.cards(ids);
    return ids.map((id) => (cards.has(id) ? supplierRef(cards.get(id)!) : unknownSupplier(id)));
  }

  async #page({ rows, total, counts }: Listed<NeedRow>, number: number, actor: Actor): Promise<NeedPageView> {
    const items = await this.presenter.views(rows.map((need) => ({ need, relation: null })), actor, 'needs-list');
    return { items, page: number, pageSize: NEEDS_PAGE, total, counts: [...counts], unread: [] };
  }
}
