import { Injectable } from '@nestjs/common';
import { Clock, derivedId, type Id, type Receipt, Streams, SYSTEM } from '#kernel';
import type { Letter, Recipient } from '../contract.js';
import { message, type MessageCommand, messageStream } from '../domain/message.decider.js';

type Without<C> = C extends unknown ? Omit<C, 'messageId' | 'at'> : never;

/** The same news for the same person is one message. */
const messageIdOf = (letter: Letter, to: Recipient): Id => derivedId('message', ...Object.entries({ ...letter, ...to }).sort().flat());

/** The streams of messages. */
@Injectable()
export class Outbox {
  constructor(
    private readonly streams: Streams,
    private readonly clock: Clock,
  ) {}

  /** Asked for again with the same letter and recipient, it is the same message. `cause`: the id of the fact it tells, null when time alone has passed. */
  request(letter: Letter, to: Recipient, cause: Id | null): Promise<Receipt> {
    const messageId = messageIdOf(letter, to);
    return this.tell(messageId, { do: 'request', letter, to }, derivedId('request message', messageId), cause);
  }

  tell(messageId: Id, what: Without<MessageCommand>, command: Id, causation: Id | null = null): Promise<Receipt> {
    const at = new Date(this.clock.now()).toISOString();
    return this.streams.handle(messageStream(messageId), message, { ...what, messageId, at } as MessageCommand, { command, actor: SYSTEM, causation });
  }

  async state(messageId: Id) {
    return (await this.streams.load(messageStream(messageId), message)).state;
  }
}
