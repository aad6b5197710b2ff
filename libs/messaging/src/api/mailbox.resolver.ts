import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { KernelConfig, NotFound } from '#kernel';
import { RequiresRole } from '#kernel/api';
import { Letters } from '../application/letters.js';
import { MAILBOX_PAGE, MessageLists } from '../projections/message-lists.js';
import type { MessageRow } from '../projections/message.row.js';
import { type MailboxMessageView, MailboxView, MailStateView } from './mailbox.views.js';

const WILL_NOT_LEAVE = {
  nobody: { subject: 'Message sans destinataire', text: 'La personne à qui il s’adressait n’est plus là : il ne partira pas.' },
  'same-address': { subject: 'Copie inutile', text: 'Le même message part déjà à cette adresse : celui-ci ne partira pas.' },
  overtaken: { subject: 'Message dépassé', text: 'Ce qu’il demandait a été fait entre-temps : il ne partira pas.' },
};

/** Where invented people try the platform out and no mail leaves, the team reads what would have left. Nothing is kept but ids: each message is written out when it is looked at. */
@RequiresRole('staff')
@Resolver()
export class MailboxResolver {
  constructor(
    private readonly lists: MessageLists,
    private readonly letters: Letters,
    private readonly config: KernelConfig,
  ) {}

  @Query(() => MailStateView, { description: 'Whether mail leaves.' })
  async mailState(): Promise<MailStateView> {
    return { server: !!this.config.smtpUrl, waiting: await this.lists.waiting(), mailbox: this.config.mailbox ?? false };
  }

  @Query(() => MailboxView, { description: 'Messages that wait because no mail server is set, the last first; only with demonstration accounts, never in production.' })
  async mailbox(@Args('page', { type: () => Int, defaultValue: 1 }) asked: number): Promise<MailboxView> {
    if (!this.config.mailbox) throw new NotFound('messaging/no-mailbox');
    const page = Math.max(1, asked);
    const { total, rows } = await this.lists.page(page);
    return { total, page, pageSize: MAILBOX_PAGE, items: await Promise.all(rows.map((row) => this.#view(row))) };
  }

  async #view({ id, letter, recipient, requestedAt: at }: MessageRow): Promise<MailboxMessageView> {
    const written = await this.letters.write(letter, recipient);
    if (typeof written === 'string') return { id, at, to: null, path: null, ...WILL_NOT_LEAVE[written] };
    const { to, subject, text, path } = written;
    return { id, at, to: to.name ? `${to.name} <${to.address}>` : to.address, subject, text, path };
  }
}
