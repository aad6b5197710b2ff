import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, type Id, NotFound, ReadModels, type Receipt, Streams } from '#kernel';
import { CurrentActor, RequiresRole } from '#kernel/api';
import { SupplierDesk } from '../application/supplier-desk.js';
import type { GeoRange, PrestaType } from '../contract.js';
import { supplierNow } from '../projections/rows-now.js';
import { SupplierDirectory } from '../projections/supplier-directory.js';
import { commandOf } from './command-of.js';
import { ActivityInput, OfferInput } from './supplier.inputs.js';
import { SupplierView, supplierView } from './supplier.view.js';

const READ = ['marketplace.suppliers', 'marketplace.activities'];
const onId = { type: () => ID };

/** A supplier's own entry: all members have the same rights. */
@RequiresRole('employer', 'supplier')
@Resolver()
export class OfferMutationsResolver {
  constructor(
    private readonly desk: SupplierDesk,
    private readonly directory: SupplierDirectory,
    private readonly readModels: ReadModels,
    private readonly streams: Streams,
  ) {}

  @Mutation(() => SupplierView)
  async setOffer(@Args('input') input: OfferInput, @Args('command', onId) command: Id, @CurrentActor() actor: Actor): Promise<SupplierView> {
    const { presentation, email, phone = null } = input;
    return this.#answer(await this.desk.present(await this.#own(actor), { presentation, email, phone }, commandOf(command, actor, { texts: { email, phone } })), actor);
  }

  @Mutation(() => SupplierView, { description: '`id` of the activity to change, a new one without.' })
  async setActivity(
    @Args('id', { type: () => ID, nullable: true }) id: Id | null,
    @Args('input') input: ActivityInput,
    @Args('command', onId) command: Id,
    @CurrentActor() actor: Actor,
  ): Promise<SupplierView> {
    const { sector, range, distance = null } = input;
    const activity = { sector, range: range as GeoRange, distance, prestaTypes: [...new Set(input.prestaTypes)] as PrestaType[], zones: [...new Set(input.zones ?? [])] };
    return this.#answer(await this.desk.setActivity(await this.#own(actor), id ?? null, activity, commandOf(command, actor, { ids: { id } })), actor);
  }

  @Mutation(() => SupplierView)
  async removeActivity(@Args('id', onId) id: Id, @Args('command', onId) command: Id, @CurrentActor() actor: Actor): Promise<SupplierView> {
    return this.#answer(await this.desk.removeActivity(await this.#own(actor), id, commandOf(command, actor, { ids: { id } })), actor);
  }

  /** Some kinds of companies are never suppliers [marche/SUP-01]: said before anything is written. */
  async #own({ organisation }: Actor): Promise<Id> {
    if (!organisation || !((await this.directory.one(organisation)) ?? (await supplierNow(this.streams, organisation)))) throw new NotFound('marketplace/unknown-supplier');
    return organisation;
  }

  async #answer(receipt: Receipt, actor: Actor): Promise<SupplierView> {
    const caughtUp = await this.readModels.caughtUp(receipt, READ);
    const row = await (caughtUp ? this.directory.one(actor.organisation!) : supplierNow(this.streams, actor.organisation!));
    if (!row) throw new NotFound('marketplace/unknown-supplier');
    return supplierView(row, !caughtUp);
  }
}
