import { Args, ID, Int, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor, type Id, NotFound, ReadModels, type Receipt } from '#kernel';
import { CurrentActor, RequiresRole } from '#kernel/api';
import { ModerationDesk } from '../application/moderation-desk.js';
import { NeedDesk, type NeedForm } from '../application/need-desk.js';
import { SupplierDesk } from '../application/supplier-desk.js';
import type { Answer } from '../domain/transaction-fact.js';
import { criteriaOf } from './criteria.js';
import { commandOf } from './command-of.js';
import { NeedContactInput, NeedInput, QualifyInput, TransactionInput } from './need.inputs.js';
import { NeedPresenter } from './need-presenter.js';
import { NeedView } from './need.views.js';

/** What a need's answer reads. */
const READ = ['marketplace.needs', 'marketplace.need-suppliers'];
const onId = { type: () => ID };
const optionalId = { type: () => ID, nullable: true } as const;

const formOf = (input: NeedInput): NeedForm => ({
  ...{ kind: input.kind, title: input.title, description: input.description, wholeFrance: input.wholeFrance ?? false, place: input.place || null, sectors: input.sectors ?? [] },
  ...{ startsOn: input.startsOn ?? null, deadline: input.deadline, amount: input.amount || null, shareAmount: input.shareAmount ?? false, questions: input.questions ?? [] },
  ...{ responseKinds: input.responseKinds, anonymous: input.anonymous ?? false, link: input.link ?? null, email: input.email ?? null, phone: input.phone ?? null },
});

@Resolver(() => NeedView)
export class NeedMutationsResolver {
  constructor(
    private readonly desk: NeedDesk,
    private readonly moderation: ModerationDesk,
    private readonly suppliers: SupplierDesk,
    private readonly readModels: ReadModels,
    private readonly presenter: NeedPresenter,
  ) {}

  @RequiresRole('buyer', 'employer', 'supplier')
  @Mutation(() => NeedView, { description: 'Keeps a draft; `id` of the draft to change, a new one without.' })
  saveNeed(@Args('id', optionalId) id: Id | null, @Args('input') input: NeedInput, @Args('command', onId) command: Id, @CurrentActor() actor: Actor): Promise<NeedView> {
    return this.#write('save', id ?? null, input, command, actor);
  }

  @RequiresRole('buyer', 'employer', 'supplier')
  @Mutation(() => NeedView, { description: 'Saves and submits to the team.' })
  publishNeed(@Args('id', optionalId) id: Id | null, @Args('input') input: NeedInput, @Args('command', onId) command: Id, @CurrentActor() actor: Actor): Promise<NeedView> {
    return this.#write('publish', id ?? null, input, command, actor);
  }

  @RequiresRole('buyer', 'employer', 'supplier')
  @Mutation(() => NeedView, { description: 'Gives another contact to a need of my organisation, when the one it had was erased with the account that gave it. The name is mine.' })
  async giveNeedContact(@Args('id', onId) id: Id, @Args('input') input: NeedContactInput, @Args('command', onId) command: Id, @CurrentActor() actor: Actor): Promise<NeedView> {
    const { email = null, phone = null, link = null } = input;
    return this.#answer(id, await this.desk.giveContact(id, { email, phone, link }, commandOf(command, actor, { ids: { id }, texts: { email, phone, link } })), actor);
  }

  @RequiresRole('staff')
  @Mutation(() => NeedView, { description: 'Completes the need and replaces its list of matching suppliers.' })
  async matchNeed(@Args('id', onId) id: Id, @Args('input') input: QualifyInput, @Args('command', onId) command: Id, @CurrentActor() actor: Actor): Promise<NeedView> {
    return this.#answer(id, await this.moderation.match(id, criteriaOf(input), commandOf(command, actor, { ids: { id } })), actor);
  }

  @RequiresRole('staff')
  @Mutation(() => NeedView, { description: 'Adds a supplier by hand to the kept list, before validation; the next search of suppliers replaces the list.' })
  async addNeedSupplier(@Args('id', onId) id: Id, @Args('supplierId', onId) supplierId: Id, @Args('command', onId) command: Id, @CurrentActor() actor: Actor): Promise<NeedView> {
    return this.#answer(id, await this.moderation.add(id, supplierId, commandOf(command, actor, { ids: { id, supplierId } })), actor);
  }

  @RequiresRole('staff')
  @Mutation(() => NeedView, { description: 'Takes a supplier off the kept list, before validation.' })
  async removeNeedSupplier(@Args('id', onId) id: Id, @Args('supplierId', onId) supplierId: Id, @Args('command', onId) command: Id, @CurrentActor() actor: Actor): Promise<NeedView> {
    return this.#answer(id, await this.moderation.remove(id, supplierId, commandOf(command, actor, { ids: { id, supplierId } })), actor);
  }

  @RequiresRole('staff')
  @Mutation(() => NeedView, { description: 'How much the need is worth exactly, in whole euros, above 0; without it, its bracket counts again. Read by whoever may read its amount.' })
  async setNeedAmount(@Args('id', onId) id: Id, @Args('amount', { type: () => Int, nullable: true }) amount: number | null, @Args('command', onId) command: Id, @CurrentActor() actor: Actor): Promise<NeedView> {
    return this.#answer(id, await this.moderation.setAmount(id, amount ?? null, commandOf(command, actor, { ids: { id } })), actor);
  }

  @RequiresRole('staff')
  @Mutation(() => NeedView, { description: 'Refused without a sector or without a matching supplier.' })
  async validateNeed(@Args('id', onId) id: Id, @Args('command', onId) command: Id, @CurrentActor() actor: Actor): Promise<NeedView> {
    return this.#answer(id, await this.moderation.validate(id, commandOf(command, actor, { ids: { id } })), actor);
  }

  @RequiresRole('staff')
  @Mutation(() => NeedView, { description: 'Back to draft, with what to change.' })
  async sendBackNeed(@Args('id', onId) id: Id, @Args('message') message: string, @Args('command', onId) command: Id, @CurrentActor() actor: Actor): Promise<NeedView> {
    return this.#answer(id, await this.moderation.turnDown('sendBack', id, message, commandOf(command, actor, { ids: { id }, texts: { message } })), actor);
  }

  @RequiresRole('staff')
  @Mutation(() => NeedView, { description: 'For good.' })
  async rejectNeed(@Args('id', onId) id: Id, @Args('reason') reason: string, @Args('command', onId) command: Id, @CurrentActor() actor: Actor): Promise<NeedView> {
    return this.#answer(id, await this.moderation.turnDown('reject', id, reason, commandOf(command, actor, { ids: { id }, texts: { reason } })), actor);
  }

  @RequiresRole('employer', 'supplier')
  @Mutation(() => Boolean, { description: 'Says that my organisation has opened this need; nothing more the next times. Whoever opens it by its address may then answer it.' })
  async viewNeed(@Args('id', onId) id: Id, @Args('command', onId) command: Id, @CurrentActor() actor: Actor): Promise<boolean> {
    await this.readModels.caughtUp(await this.suppliers.view(id, commandOf(command, actor, { ids: { id } })), READ);
    return true;
  }

  @RequiresRole('employer', 'supplier')
  @Mutation(() => NeedView, { description: '`answers` in the order of `questions`, all needed. The answer shows the contact.' })
  async declareInterest(
    @Args('id', onId) id: Id,
    @Args('answers', { type: () => [String], nullable: true }) answers: string[] | null,
    @Args('command', onId) command: Id,
    @CurrentActor() actor: Actor,
  ): Promise<NeedView> {
    const context = commandOf(command, actor, { ids: { id }, texts: { answers: (answers ?? []).join('\n') } });
    return this.#answer(id, await this.suppliers.declareInterest(id, answers ?? [], context), actor);
  }

  @RequiresRole('employer', 'supplier')
  @Mutation(() => NeedView)
  async declineNeed(@Args('id', onId) id: Id, @Args('reason') reason: string, @Args('command', onId) command: Id, @CurrentActor() actor: Actor): Promise<NeedView> {
    return this.#answer(id, await this.suppliers.decline(id, reason, commandOf(command, actor, { ids: { id }, texts: { reason } })), actor);
  }

  @RequiresRole('employer', 'supplier')
  @Mutation(() => NeedView, { description: 'Takes a closed need off the list my organisation received; its address still leads to it.' })
  async hideNeed(@Args('id', onId) id: Id, @Args('command', onId) command: Id, @CurrentActor() actor: Actor): Promise<NeedView> {
    return this.#answer(id, await this.suppliers.hide('hide', id, commandOf(command, actor, { ids: { id } })), actor);
  }

  @RequiresRole('employer', 'supplier')
  @Mutation(() => NeedView, { description: 'Puts it back on that list.' })
  async showNeedAgain(@Args('id', onId) id: Id, @Args('command', onId) command: Id, @CurrentActor() actor: Actor): Promise<NeedView> {
    return this.#answer(id, await this.suppliers.hide('showAgain', id, commandOf(command, actor, { ids: { id } })), actor);
  }

  @RequiresRole('buyer', 'employer', 'supplier', 'staff')
  @Mutation(() => NeedView, { description: 'Whether a contract was signed, as one side says it; the team says how it ended.' })
  async recordTransaction(@Args('id', onId) id: Id, @Args('input') input: TransactionInput, @Args('command', onId) command: Id, @CurrentActor() actor: Actor): Promise<NeedView> {
    const { answer, supplierId = null, amount = null, feedback = null } = input;
    const context = commandOf(command, actor, { ids: { id, supplierId }, texts: { feedback } });
    return this.#answer(id, await this.desk.recordTransaction(id, { answer: answer as Answer, supplierId, amount, feedback }, context), actor);
  }

  async #write(what: 'save' | 'publish', id: Id | null, input: NeedInput, command: Id, actor: Actor): Promise<NeedView> {
    const { description, link = null, email = null, phone = null } = input;
    const context = commandOf(command, actor, { ids: { id }, texts: { description, link, email, phone, questions: (input.questions ?? []).join('\n') } });
    const { needId, receipt } = await this.desk.write(what, id, formOf(input), context);
    return this.#answer(needId, receipt, actor);
  }

  async #answer(id: Id, receipt: Receipt, actor: Actor): Promise<NeedView> {
    const caughtUp = await this.readModels.caughtUp(receipt, READ);
    const view = await this.presenter.one(id, actor, !caughtUp);
    if (!view) throw new NotFound('marketplace/unknown-need');
    return view;
  }
}
