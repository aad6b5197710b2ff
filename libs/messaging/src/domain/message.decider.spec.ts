import { describe, expect, it } from '@jest/globals';
import { spec } from '#testing';
import type { MessagingEvent } from '../contract.js';
import { message, type MessageCommand } from './message.decider.js';
import { later, PAUSES_MS } from './retries.js';

const messageId = '0190c0de-0000-7000-8000-000000000001';
const at = '2026-03-10T09:00:00.000Z';
const letter = { kind: 'interest', needId: '0190c0de-0000-7000-8000-000000000002', rank: 1 } as const;
const to = { accountId: '0190c0de-0000-7000-8000-000000000003' };
const requested: MessagingEvent = { type: 'messaging.MessageRequested', data: { messageId, letter, to, at } };
const sent: MessagingEvent = { type: 'messaging.MessageSent', data: { messageId, attempt: 1, at } };
const delayed = (attempt: number): MessagingEvent => ({ type: 'messaging.MessageDelayed', data: { messageId, attempt, code: 451, retryAt: later(at, PAUSES_MS[attempt - 1]!) } });
const failure = (code: number | null, forGood = false): MessageCommand => ({ do: 'noteFailure', messageId, at, code, forGood });

describe('a message', () => {
  it('is asked for once', () => {
    spec(message).when({ do: 'request', messageId, letter, to, at }).then(requested);
    spec(message).given(requested).when({ do: 'request', messageId, letter, to, at }).thenNothing();
  });

  it('is sent once', () => {
    spec(message).given(requested).when({ do: 'noteSent', messageId, at }).then(sent);
    spec(message).given(requested, sent).when({ do: 'noteSent', messageId, at }).thenNothing();
    spec(message).when({ do: 'noteSent', messageId, at }).thenRefused('messaging/unknown-message');
  });

  it('waits longer after each try that failed', () => {
    spec(message).given(requested).when(failure(451)).then(delayed(1));
    spec(message).given(requested, delayed(1)).when(failure(451)).then(delayed(2));
    expect([...PAUSES_MS].sort((a, b) => a - b)).toEqual(PAUSES_MS);
  });

  it('is given up after the last try, and at once when it is refused for good', () => {
    const tried = PAUSES_MS.map((_, n) => delayed(n + 1));
    spec(message).given(requested, ...tried).when(failure(null)).then({ type: 'messaging.MessageGivenUp', data: { messageId, reason: 'not-taken', code: null, at } });
    spec(message).given(requested).when(failure(550, true)).then({ type: 'messaging.MessageGivenUp', data: { messageId, reason: 'refused', code: 550, at } });
  });

  it('is not tried any more once it was given up', () => {
    const givenUp: MessagingEvent = { type: 'messaging.MessageGivenUp', data: { messageId, reason: 'nobody', code: null, at } };
    spec(message).given(requested).when({ do: 'giveUp', messageId, at, reason: 'nobody' }).then(givenUp);
    spec(message).given(requested, givenUp).when({ do: 'noteSent', messageId, at }).thenNothing();
  });
});
