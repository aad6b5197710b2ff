import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import type { Actor, Id } from '#kernel';
import { CurrentActor, RequiresRole } from '#kernel/api';
import { SupplierDesk } from '../application/supplier-desk.js';
import type { GeoRange, PrestaType } from '../contract.js';
import { commandOf } from './command-of.js';
import { SupplierAnswers } from './supplier-answers.js';
import { ActivityInput, OfferInput } from './supplier.inputs.js';
import { SupplierView } from './supplier.view.js';

const onId = { type: () => ID };

/** A supplier's own entry: all members have the same rights. */
@RequiresRole('employer', 'supplier')
@Resolver()
export class OfferMutationsResolver {
  constructor(
    private readonly desk: SupplierDesk,
    private readonly answers: SupplierAnswers,
  ) {}

  @Mutation(() => SupplierView)
  async setOffer(@Args('input') input: OfferInput, @Args('command', onId) command: Id, @CurrentActor() actor: Actor): Promise<SupplierView> {
    const { presentation, email, phone = null } = input;
    return this.answers.of(await this.desk.present(await this.#own(actor), { presentation, email, phone }, commandOf(command, actor, { texts: { email, phone } })), actor.organisation!);
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
    return this.answers.of(await this.desk.setActivity(await this.#own(actor), id ?? null, activity, commandOf(command, actor, { ids: { id } })), actor.organisation!);
  }

  @Mutation(() => SupplierView)
  async removeActivity(@Args('id', onId) id: Id, @Args('command', onId) command: Id, @CurrentActor() actor: Actor): Promise<SupplierView> {
    return this.answers.of(await this.desk.removeActivity(await this.#own(actor), id, commandOf(command, actor, { ids: { id } })), actor.organisation!);
  }

  #own({ organisation }: Actor): Promise<Id> {
    return this.answers.known(organisation);
  }
}
