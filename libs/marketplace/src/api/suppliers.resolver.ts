import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor } from '#kernel';
import { CurrentActor, Public, RequiresRole } from '#kernel/api';
import { IdentityQueries } from '#identity';
import { AMOUNT_BRACKETS, BUYER_KINDS, findPerimeters, GEO_RANGES, NEED_KINDS, NEED_KINDS_FOR_SUPPLIERS, NEED_STATUSES, perimeterOf, PRESTA_TYPES, RESPONSE_KINDS, SECTOR_GROUPS, SUPPLIER_KINDS, supplierFamily } from '#reference';
import { SupplierDirectory } from '../projections/supplier-directory.js';
import { PAGE_SIZE, SupplierSearch } from '../projections/supplier-search.js';
import { ContactView, contactView, fullName, keptContact } from './contacts.js';
import { PerimeterView, perimeterView, SectorGroupView } from './list.views.js';
import { MarketplaceLabelsView } from './marketplace-labels.views.js';
import { bracketView } from './open-facts.js';
import { supplierQuestion } from './supplier-question.js';
import { SupplierFilter } from './supplier.inputs.js';
import { supplierHit } from './supplier-hit.js';
import { SupplierPageView } from './supplier-hit.views.js';
import { supplierView, SupplierView } from './supplier.view.js';

/** Public: anybody may look for a supplier; named contacts are for buyers [marche/SRCH-01]. */
@Public()
@Resolver(() => SupplierView)
export class SuppliersResolver {
  constructor(
    private readonly search: SupplierSearch,
    private readonly directory: SupplierDirectory,
    private readonly identity: IdentityQueries,
  ) {}

  @Query(() => [SectorGroupView])
  sectors(): SectorGroupView[] {
    return SECTOR_GROUPS.map(({ code, label, sectors }) => ({ code, label, sectors: sectors.map((sector) => ({ ...sector, group: code, groupLabel: label })) }));
  }

  @Query(() => [PerimeterView])
  perimeters(@Args('search') search: string, @Args('limit', { type: () => Int, defaultValue: 10 }) limit: number): PerimeterView[] {
    return findPerimeters(search.slice(0, 80), Math.min(Math.max(1, limit), 20)).map(perimeterView);
  }

  @Query(() => [PerimeterView], { description: 'The places of these codes; a code that does not exist is left out.' })
  perimetersByCode(@Args('codes', { type: () => [String] }) codes: string[]): PerimeterView[] {
    return codes.slice(0, 20).flatMap((code) => perimeterOf(code) ?? []).map(perimeterView);
  }

  @Query(() => MarketplaceLabelsView)
  marketplaceLabels(): MarketplaceLabelsView {
    return {
      supplierKinds: SUPPLIER_KINDS.map(({ code, label }) => ({ code, label, family: supplierFamily(code) })),
      ...{ prestaTypes: PRESTA_TYPES, ranges: GEO_RANGES, needKinds: NEED_KINDS, needKindsForSuppliers: NEED_KINDS_FOR_SUPPLIERS, needStatuses: NEED_STATUSES },
      ...{ amountBrackets: AMOUNT_BRACKETS.map(bracketView), responseKinds: RESPONSE_KINDS, buyerKinds: BUYER_KINDS },
    };
  }

  @Query(() => SupplierPageView)
  async suppliers(
    @Args('filter', { type: () => SupplierFilter, nullable: true }) filter: SupplierFilter | null,
    @Args('page', { type: () => Int, defaultValue: 1 }) page: number,
  ): Promise<SupplierPageView> {
    const { question, warnings } = supplierQuestion(filter ?? {}, page);
    const { total, items } = await this.search.find(question);
    // Local to the first place chosen only.
    return { total, page, pageSize: PAGE_SIZE, warnings: [...warnings], items: items.map((found) => supplierHit(found, question.perimeters[0])) };
  }

  @Query(() => SupplierView, { nullable: true })
  async supplier(@Args('id', { type: () => ID }) id: string, @CurrentActor() actor: Actor | null): Promise<SupplierView | null> {
    const row = await this.directory.one(id);
    return row && (!row.delisted || actor?.role === 'staff' || actor?.organisation === row.id) ? supplierView(row) : null;
  }

  @RequiresRole('employer', 'supplier')
  @Query(() => SupplierView, { nullable: true, description: 'The entry of the organisation one works in.' })
  async myOffer(@CurrentActor() actor: Actor): Promise<SupplierView | null> {
    const row = actor.organisation ? await this.directory.one(actor.organisation) : null;
    return row && supplierView(row);
  }

  @ResolveField(() => ContactView, { nullable: true, description: 'Buyers and the supplier itself; see `contactHidden`.' })
  async contact(@Parent() { row }: SupplierView, @CurrentActor() actor: Actor | null): Promise<ContactView | null> {
    if (!actor || hidden(row, actor)) return null;
    const [texts, names] = await Promise.all([this.identity.texts([{ id: row.contactId!, organisation: row.id }], { viewer: actor, purpose: 'supplier-contact' }), this.identity.accountNames([row.contactBy!])]);
    return contactView(keptContact(texts.get(row.contactId!)), fullName(names.get(row.contactBy!)), row.name, null);
  }

  @ResolveField(() => String, { nullable: true, description: 'Why there is no contact: sign-in, buyers-only, none; null when it is shown.' })
  contactHidden(@Parent() { row }: SupplierView, @CurrentActor() actor: Actor | null): string | null {
    return hidden(row, actor);
  }
}

/** [marche/SUP-90] */
const hidden = ({ id, contactId }: SupplierView['row'], actor: Actor | null): string | null => {
  if (!actor) return 'sign-in';
  if (actor.role !== 'buyer' && actor.role !== 'staff' && actor.organisation !== id) return 'buyers-only';
  return contactId ? null : 'none';
};
