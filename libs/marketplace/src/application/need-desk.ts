import { Injectable } from '@nestjs/common';
import { Clock, type CommandContext, derivedId, type Id, NotFound, type Receipt, Refusal, Streams } from '#kernel';
import { IdentityCommands } from '#identity';
import { OrganisationsQueries } from '#organisations';
import { departmentOf, perimeterOf } from '#reference';
import type { NeedKind, NeedPlace, ResponseKind } from '../contract.js';
import type { WrittenNeed } from '../domain/need-content.js';
import { type Reaching, reachingOf } from '../domain/reaching.js';
import { need, type NeedCommand } from '../domain/need.decider.js';
import { type Need, type NeedEvent, needStream } from '../domain/need.state.js';
import { buys } from '../domain/status.js';
import type { Answer } from '../domain/transaction-fact.js';

export interface NeedForm {
  readonly kind: string;
  readonly title: string;
  readonly description: string;
  readonly wholeFrance: boolean;
  readonly place: string | null;
  readonly sectors: readonly string[];
  readonly startsOn: string | null;
  readonly deadline: string;
  readonly amount: string | null;
  readonly shareAmount: boolean;
  readonly questions: readonly string[];
  readonly responseKinds: readonly string[];
  readonly anonymous: boolean;
  readonly link: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}
export interface NeedWritten {
  readonly needId: Id;
  readonly receipt: Receipt;
}
export interface Outcome {
  readonly answer: Answer;
  readonly supplierId: Id | null;
  readonly amount: number | null;
  readonly feedback?: string | null;
}
interface Words {
  readonly id: Id;
  readonly kind: string;
  readonly text: string;
}

const contactWords = (id: Id, reaching: Reaching): Words => ({ id, kind: 'need-contact', text: JSON.stringify(reaching) });
const filled = (text: string | null): string | null => text?.trim() || null;

/** What a need is told to do, and the words that go with it: these are kept in the vault, once the decision is known to be possible. */
@Injectable()
export class NeedDesk {
  constructor(
    private readonly streams: Streams,
    private readonly vault: IdentityCommands,
    private readonly organisations: OrganisationsQueries,
    private readonly clock: Clock,
  ) {}

  /** A new need without an id, else the draft that has it. */
  async write(what: 'save' | 'publish', id: Id | null, form: NeedForm, context: CommandContext): Promise<NeedWritten> {
    const needId = id ?? derivedId(context.command, 'need');
    if (id && !(await this.state(id))) throw new NotFound('marketplace/unknown-need');
    const { written, words } = await this.#read(needId, form, context);
    return { needId, receipt: await this.decide(needId, { do: what, written, actor: context.actor, today: this.clock.today() }, context, words) };
  }

  /** The contact goes with the account that gave it; a colleague’s stays. */
  eraseContact(needId: Id, accountId: Id, context: CommandContext): Promise<Receipt> {
    return this.decide(needId, { do: 'eraseContact', accountId, actor: context.actor, today: this.clock.today() }, context);
  }

  /** Another contact, whose name is that of the account that gives it. */
  giveContact(needId: Id, given: Reaching, context: CommandContext): Promise<Receipt> {
    const [contactId, reaching] = [derivedId(context.command, 'contact'), reachingOf(given)];
    return this.decide(needId, { do: 'giveContact', contactId, reaching, actor: context.actor, today: this.clock.today() }, context, [contactWords(contactId, reaching)]);
  }

  /** `feedback`: free words of the buyer or of a supplier; the team, which says how it ended, has none. */
  recordTransaction(needId: Id, { feedback = null, ...said }: Outcome, context: CommandContext): Promise<Receipt> {
    const text = context.actor.role === 'staff' ? null : filled(feedback);
    const words = text ? [{ id: derivedId(context.command, 'feedback'), kind: 'transaction-feedback', text }] : [];
    return this.decide(needId, { do: 'recordTransaction', ...said, feedbackId: words[0]?.id ?? null, actor: context.actor, today: this.clock.today() }, context, words);
  }

  async state(needId: Id): Promise<Need> {
    return (await this.streams.load(needStream(needId), need)).state;
  }

  async decide(needId: Id, command: NeedCommand, context: CommandContext, words: readonly Words[] = []): Promise<Receipt> {
    const stream = needStream(needId);
    if (words.length > 0) {
      const events = await this.streams.events(stream);
      if (!events.some(({ meta }) => meta.command === context.command)) {
        need.decide(command, (events as readonly NeedEvent[]).reduce(need.evolve, need.initial));
        for (const each of words) await this.vault.keepText({ ...each, person: context.actor.id }, context);
      }
    }
    return this.streams.handle(stream, need, command, context);
  }

  async #read(needId: Id, form: NeedForm, { command, actor }: CommandContext): Promise<{ written: WrittenNeed; words: readonly Words[] }> {
    const buyer = buys(actor) && actor.organisation ? (await this.organisations.organisations([actor.organisation])).get(actor.organisation) : undefined;
    if (!buyer) throw new Refusal('marketplace/buyers-only');
    const [description, reaching] = [filled(form.description), reachingOf(form)];
    const [descriptionId, contactId] = [derivedId(command, 'description'), derivedId(command, 'contact')];
    const contact = Object.values(reaching).some(Boolean) ? contactWords(contactId, reaching) : null;
    const place: NeedPlace = {
      ...{ needId, buyerId: buyer.id, buyerKind: buyer.kind, buyerDepartment: buyer.department ?? '', needKind: form.kind as NeedKind },
      ...{ department: departmentOfNeed(form), sectors: [...new Set(form.sectors)], bracket: form.amount },
    };
    const content = {
      ...{ title: form.title.trim(), descriptionId, contactId: contact?.id ?? null, wholeFrance: form.wholeFrance, place: form.place },
      ...{ startsOn: form.startsOn, deadline: form.deadline, shareAmount: form.shareAmount, anonymous: form.anonymous },
      questions: form.questions.map((question) => question.trim()).filter(Boolean),
      responseKinds: [...new Set(form.responseKinds)] as ResponseKind[],
    };
    return { written: { place, content, description, reaching }, words: [...(description ? [{ id: descriptionId, kind: 'need-description', text: description }] : []), ...(contact ? [contact] : [])] };
  }
}

const departmentOfNeed = ({ wholeFrance, place }: NeedForm): string | null => {
  const perimeter = !wholeFrance && place ? perimeterOf(place) : null;
  const code = perimeter?.kind === 'city' ? perimeter.department : perimeter?.kind === 'department' ? perimeter.code : null;
  return code && departmentOf(code) ? code : null;
};
