import { Injectable } from '@nestjs/common';
import { Clock, type CommandContext, derivedId, type Id, NotFound, type Receipt, Streams } from '#kernel';
import { IdentityCommands } from '#identity';
import { type Activity, MarketplaceQueries } from '../contract.js';
import { offer, type OfferCommand, offerStream } from '../domain/offer.decider.js';
import { reachingOf } from '../domain/reaching.js';
import { NeedDesk } from './need-desk.js';

export interface OfferForm {
  readonly presentation: string;
  readonly email: string | null;
  readonly phone: string | null;
}

/** What suppliers do: say what they offer, answer needs. */
@Injectable()
export class SupplierDesk {
  constructor(
    private readonly streams: Streams,
    private readonly vault: IdentityCommands,
    private readonly desk: NeedDesk,
    private readonly directory: MarketplaceQueries,
    private readonly clock: Clock,
  ) {}

  async present(supplierId: Id, { presentation, ...given }: OfferForm, context: CommandContext): Promise<Receipt> {
    const { email, phone } = reachingOf({ ...given, link: null });
    const id = derivedId(context.command, 'contact');
    const command: OfferCommand = { do: 'present', presentation, contactId: id, reaching: { email, phone, link: null }, ...this.#on(supplierId, context) };
    offer.decide(command, offer.initial);
    await this.vault.keepText({ id, person: context.actor.id, kind: 'offer-contact', text: JSON.stringify({ email, phone, link: null }) }, context);
    return this.#handle(command, context);
  }

  /** The contact goes with the account that gave it; a colleague’s stays. */
  eraseContact(supplierId: Id, accountId: Id, context: CommandContext): Promise<Receipt> {
    return this.#handle({ do: 'eraseContact', accountId, ...this.#on(supplierId, context) }, context);
  }

  /** A new activity without an id. */
  setActivity(supplierId: Id, id: Id | null, given: Omit<Activity, 'activityId'>, context: CommandContext): Promise<Receipt> {
    const activity = { activityId: id ?? derivedId(context.command, 'activity'), ...given };
    return this.#handle({ do: 'setActivity', activity, fresh: id === null, ...this.#on(supplierId, context) }, context);
  }

  removeActivity(supplierId: Id, activityId: Id, context: CommandContext): Promise<Receipt> {
    return this.#handle({ do: 'removeActivity', activityId, ...this.#on(supplierId, context) }, context);
  }

  /** The team's: in the directory, or out of it. */
  list(supplierId: Id, listed: boolean, context: CommandContext): Promise<Receipt> {
    const what = this.#on(supplierId, context);
    return this.#handle(listed ? { do: 'relist', ...what } : { do: 'delist', ...what }, context);
  }

  /** A supplier the need was not sent to is looked up in the directory: it comes by the need's address. */
  async view(needId: Id, context: CommandContext): Promise<Receipt> {
    const { organisation } = context.actor;
    const known = (await this.desk.state(needId))?.suppliers.has(organisation ?? '') ?? true;
    const newcomer = organisation && !known ? await this.directory.place(organisation) : null;
    return this.desk.decide(needId, { do: 'view', newcomer, actor: context.actor, today: this.clock.today() }, context);
  }

  /** The answers to the buyer's questions, in their order. */
  declareInterest(needId: Id, given: readonly string[], context: CommandContext): Promise<Receipt> {
    const answers = given.map((answer) => answer.trim());
    const words = answers.length > 0 ? [{ id: derivedId(context.command, 'answers'), kind: 'need-answers', text: JSON.stringify(answers) }] : [];
    const answered = answers.map(Boolean);
    return this.desk.decide(needId, { do: 'declareInterest', answersId: words[0]?.id ?? null, answered, actor: context.actor, today: this.clock.today() }, context, words);
  }

  decline(needId: Id, reason: string, context: CommandContext): Promise<Receipt> {
    const words = reason.trim() ? [{ id: derivedId(context.command, 'reason'), kind: 'need-refusal', text: reason.trim() }] : [];
    return this.desk.decide(needId, { do: 'decline', reasonId: words[0]?.id ?? null, actor: context.actor, today: this.clock.today() }, context, words);
  }

  /** Off the supplier's own list, or back on it. */
  hide(what: 'hide' | 'showAgain', needId: Id, context: CommandContext): Promise<Receipt> {
    return this.desk.decide(needId, { do: what, actor: context.actor, today: this.clock.today() }, context);
  }

  #on(supplierId: Id, { actor }: CommandContext) {
    if (!supplierId) throw new NotFound('marketplace/unknown-supplier');
    return { supplierId, actor, today: this.clock.today() };
  }

  #handle(command: OfferCommand, context: CommandContext): Promise<Receipt> {
    return this.streams.handle(offerStream(command.supplierId), offer, command, context);
  }
}
