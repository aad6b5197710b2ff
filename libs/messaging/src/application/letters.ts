import { Injectable } from '@nestjs/common';
import { KernelConfig } from '#kernel';
import { MarketplaceQueries, type NeedSummary } from '#marketplace';
import { OrganisationsQueries } from '#organisations';
import type { GivenUp, Letter, Recipient } from '../contract.js';
import { type LaidOut, layOut } from '../domain/layout.js';
import { draftOf, isOvertaken, type ToAuthor, type ToSupplier, wordsOf } from '../domain/letters/letters.js';
import type { Draft } from '../domain/letters/draft.js';
import { presentedLetter } from '../domain/letters/presented.fr.js';
import { unreadLetter } from '../domain/letters/reminders.fr.js';
import type { Mail } from './mailer.js';
import { Readers } from './readers.js';

export type Written = LaidOut & Pick<Mail, 'to'>;
export type NotWritten = Extract<GivenUp, 'nobody' | 'overtaken' | 'same-address'>;
type Answer = { readonly draft: Draft; readonly to: Mail['to'] } | NotWritten;

const sameAddress = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** Writes a message out at the moment it leaves, or is looked at: until then there are only ids. */
@Injectable()
export class Letters {
  readonly #address: string;

  constructor(
    private readonly readers: Readers,
    private readonly organisations: OrganisationsQueries,
    private readonly marketplace: MarketplaceQueries,
    config: KernelConfig,
  ) {
    this.#address = (config.publicUrl ?? '').replace(/\/+$/, '');
  }

  /** Or why not: there is nobody to read it (erased, or gone from the organisation it is about), what it asks for has been done, or another copy goes to that address. */
  async write(letter: Letter, to: Recipient): Promise<Written | NotWritten> {
    const need = await this.marketplace.summary(letter.needId);
    if (!need) return 'nobody';
    const answer = 'supplierId' in letter ? await this.#toSupplier(letter, need, to) : await this.#toAuthor(letter, need, to);
    return typeof answer === 'string' ? answer : { ...layOut(answer.draft, answer.to.name, this.#address), to: answer.to };
  }

  async #toAuthor(letter: ToAuthor, need: NeedSummary, recipient: Recipient): Promise<Answer> {
    const to = 'accountId' in recipient ? await this.readers.member(recipient.accountId, need.buyerId) : null;
    if (!to) return 'nobody';
    if (isOvertaken(letter, need)) return 'overtaken';
    const words = wordsOf(letter);
    return { draft: draftOf(letter, need, words && (await this.readers.words(words, null))), to };
  }

  async #toSupplier({ kind, needId, supplierId }: ToSupplier, need: NeedSummary, recipient: Recipient): Promise<Answer> {
    const supplier = await this.marketplace.targeted(needId, supplierId);
    if (!supplier) return 'nobody';
    if (supplier.answered || need.closed || (kind === 'unread' && supplier.seen)) return 'overtaken';
    const contact = await this.readers.contact(supplierId, supplier.name, supplier.contactId);
    const to = 'accountId' in recipient ? await this.readers.member(recipient.accountId, supplierId) : contact;
    if (!to) return 'nobody';
    // One message for each address [marche/SEND-14].
    if ('accountId' in recipient && contact && sameAddress(contact.address, to.address)) return 'same-address';
    if (kind === 'unread') return { draft: unreadLetter(need, supplier), to };
    const buyer = need.anonymous ? null : ((await this.organisations.organisations([need.buyerId])).get(need.buyerId)?.name ?? null);
    return { draft: presentedLetter(need, supplier, buyer), to };
  }
}
