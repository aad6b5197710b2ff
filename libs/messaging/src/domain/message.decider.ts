import { type Decider, type Id, Refusal } from '#kernel';
import type { GivenUp, Letter, MessagingEvent, Recipient } from '../contract.js';
import { later, PAUSES_MS } from './retries.js';

interface Requested {
  readonly letter: Letter;
  readonly to: Recipient;
  readonly requestedAt: string;
  /** Tries that failed. */
  readonly failures: number;
  readonly dueAt: string;
  readonly status: 'waiting' | 'sent' | 'given-up';
}
/** Null: nobody has asked for it. */
export type Message = Requested | null;

/** `code`: what the server answered. */
export type MessageCommand = { readonly messageId: Id; readonly at: string } & (
  | { readonly do: 'request'; readonly letter: Letter; readonly to: Recipient }
  | { readonly do: 'noteSent' }
  | { readonly do: 'noteFailure'; readonly code: number | null; readonly forGood: boolean }
  | { readonly do: 'giveUp'; readonly reason: GivenUp }
);

export const messageStream = (messageId: Id): string => `message-${messageId}`;

const evolve = (state: Message, event: MessagingEvent): Message => {
  if (event.type === 'messaging.MessageRequested') {
    const { letter, to, at } = event.data;
    return { letter, to, requestedAt: at, failures: 0, dueAt: at, status: 'waiting' };
  }
  if (!state) return null;
  switch (event.type) {
    case 'messaging.MessageDelayed':
      return { ...state, failures: event.data.attempt, dueAt: event.data.retryAt };
    case 'messaging.MessageSent':
      return { ...state, status: 'sent' };
    case 'messaging.MessageGivenUp':
      return { ...state, status: 'given-up' };
  }
};

/** Asked for once, ended once: whatever comes after the end changes nothing. */
const decide = (command: MessageCommand, state: Message): readonly MessagingEvent[] => {
  const { messageId, at } = command;
  if (command.do === 'request') return state ? [] : [{ type: 'messaging.MessageRequested', data: { messageId, letter: command.letter, to: command.to, at } }];
  if (!state) throw new Refusal('messaging/unknown-message');
  if (state.status !== 'waiting') return [];
  const attempt = state.failures + 1;
  const givenUp = (reason: GivenUp, code: number | null): MessagingEvent => ({ type: 'messaging.MessageGivenUp', data: { messageId, reason, code, at } });
  switch (command.do) {
    case 'noteSent':
      return [{ type: 'messaging.MessageSent', data: { messageId, attempt, at } }];
    case 'noteFailure': {
      if (command.forGood) return [givenUp('refused', command.code)];
      const pause = PAUSES_MS[state.failures];
      return pause === undefined ? [givenUp('not-taken', command.code)] : [{ type: 'messaging.MessageDelayed', data: { messageId, attempt, code: command.code, retryAt: later(at, pause) } }];
    }
    case 'giveUp':
      return [givenUp(command.reason, null)];
  }
};

/** Stream `message-<id>`. */
export const message: Decider<Message, MessageCommand, MessagingEvent> = { initial: null, evolve, decide };
