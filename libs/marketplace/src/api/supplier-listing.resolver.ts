import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import type { Actor, Id } from '#kernel';
import { CurrentActor, RequiresRole } from '#kernel/api';
import { SupplierDesk } from '../application/supplier-desk.js';
import { commandOf } from './command-of.js';
import { SupplierAnswers } from './supplier-answers.js';
import { SupplierView } from './supplier.view.js';

const onId = { type: () => ID };

/** Who is in the directory is the team's affair [marche/SUP-11]. */
@RequiresRole('staff')
@Resolver()
export class SupplierListingResolver {
  constructor(
    private readonly desk: SupplierDesk,
    private readonly answers: SupplierAnswers,
  ) {}

  @Mutation(() => SupplierView, { description: 'Takes a supplier out of the directory: no search finds it, no need is matched to it, its page is the team’s and its own only.' })
  delistSupplier(@Args('id', onId) id: Id, @Args('command', onId) command: Id, @CurrentActor() actor: Actor): Promise<SupplierView> {
    return this.#list(id, false, command, actor);
  }

  @Mutation(() => SupplierView, { description: 'Puts it back as it was.' })
  relistSupplier(@Args('id', onId) id: Id, @Args('command', onId) command: Id, @CurrentActor() actor: Actor): Promise<SupplierView> {
    return this.#list(id, true, command, actor);
  }

  async #list(id: Id, listed: boolean, command: Id, actor: Actor): Promise<SupplierView> {
    const context = commandOf(command, actor, { ids: { id } });
    return this.answers.of(await this.desk.list(await this.answers.known(id), listed, context), id);
  }
}
