import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock, type Deadline, DeadlineKind, derivedId, type Id, KernelConfig, type Receipt } from '#kernel';
import { type GivenUp, MessagingQueries } from '../contract.js';
import { TOO_OLD_MS } from '../domain/retries.js';
import { HandOvers } from './hand-over.js';
import { Letters } from './letters.js';
import { type Handed, Mailer } from './mailer.js';
import { Outbox } from './outbox.js';

/** In one look, so that a slow server keeps no other deadline waiting for long. */
const AT_ONCE = 50;
/** A server nobody can reach is left alone for that long, and what is due meanwhile counts as tried. */
const REST_MS = 60_000;
/** Whoever died between the server's yes and its being written down is forgiven once: the message may be sent twice, never more. */
const MOST_BEGUN = 2;

/** Sends what is due. The message is written out now, handed over, and only what the server has taken is noted as sent. */
@Injectable()
export class Delivery extends DeadlineKind implements OnApplicationBootstrap {
  readonly kind = 'messaging.delivery';
  readonly #log = new Logger('Delivery');
  #unreachableUntil = 0;

  constructor(
    private readonly outbox: Outbox,
    private readonly letters: Letters,
    private readonly mailer: Mailer,
    private readonly handOvers: HandOvers,
    private readonly queries: MessagingQueries,
    private readonly clock: Clock,
    private readonly config: KernelConfig,
  ) {
    super();
  }

  onApplicationBootstrap(): void {
    const { role, mail, mailbox } = this.config;
    if (!this.mailer.ready && role !== 'api' && mail !== 'off' && !mailbox) this.#log.warn('no mail leaves: SMTP_URL is not set, and messages wait until it is');
  }

  override async due(now: string, limit: number): Promise<readonly Deadline[]> {
    if (!this.mailer.ready || this.config.mail === 'off' || this.clock.now() < this.#unreachableUntil) return [];
    return (await this.queries.due(now, Math.min(limit, AT_ONCE))).map(({ id, dueAt }) => ({ kind: this.kind, subject: id, due: dueAt }));
  }

  override async fire({ subject, due }: Deadline): Promise<Receipt | void> {
    const state = await this.outbox.state(subject);
    if (state?.status !== 'waiting' || state.dueAt !== due) return;
    const told = (outcome: string): Id => derivedId(this.kind, subject, due, outcome);
    const giveUp = (reason: GivenUp) => this.#end(subject, this.outbox.tell(subject, { do: 'giveUp', reason }, told(reason)));
    if (this.clock.now() - Date.parse(state.requestedAt) > TOO_OLD_MS) return giveUp('too-old');
    const letter = await this.letters.write(state.letter, state.to);
    if (typeof letter === 'string') return giveUp(letter);
    if (this.clock.now() < this.#unreachableUntil) return this.outbox.tell(subject, { do: 'noteFailure', code: null, forGood: false }, told('failed'));
    if ((await this.handOvers.begin(subject, state.failures + 1)) > MOST_BEGUN) return giveUp('outcome-unknown');
    const handed = await this.mailer.hand({ ...letter, messageId: subject, at: state.requestedAt });
    return this.#end(subject, handed.taken ? this.outbox.tell(subject, { do: 'noteSent' }, told('sent')) : this.#failed(subject, handed, told('failed')));
  }

  #failed(messageId: Id, { code, forGood, reached }: Extract<Handed, { taken: false }>, command: Id): Promise<Receipt> {
    if (!reached) this.#unreachableUntil = this.clock.now() + REST_MS;
    this.#log.warn(`a message was not taken${code ? ` (${code})` : ''}${reached ? '' : ': the mail server cannot be reached'}`);
    return this.outbox.tell(messageId, { do: 'noteFailure', code, forGood }, command);
  }

  async #end(messageId: Id, telling: Promise<Receipt>): Promise<Receipt> {
    const receipt = await telling;
    await this.handOvers.end(messageId);
    return receipt;
  }
}
