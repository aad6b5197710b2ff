import { projection, ProjectionSet, type RecordedEvent } from '#kernel';
import type { MessagingEvent } from '../contract.js';
import { MessageEntity, type MessageRow } from './message.row.js';

const evolve = (row: MessageRow | null, recorded: RecordedEvent<MessagingEvent>): MessageRow | null => {
  const event = recorded as unknown as MessagingEvent;
  if (event.type === 'messaging.MessageRequested') {
    const { messageId: id, letter, to: recipient, at } = event.data;
    return { id, letter, recipient, status: 'waiting', reason: null, requestedAt: at, dueAt: at, position: recorded.position };
  }
  if (!row) return null;
  switch (event.type) {
    case 'messaging.MessageDelayed':
      return { ...row, dueAt: event.data.retryAt };
    case 'messaging.MessageSent':
      return { ...row, status: 'sent' };
    case 'messaging.MessageGivenUp':
      return { ...row, status: 'given-up', reason: event.data.reason };
  }
};

/** One row per message. */
export const messages = projection<MessagingEvent, MessageRow>({
  name: 'messaging.messages',
  version: 1,
  entity: MessageEntity,
  handles: ['messaging.MessageRequested', 'messaging.MessageDelayed', 'messaging.MessageSent', 'messaging.MessageGivenUp'],
  keys: ({ data }) => data.messageId,
  evolve,
});

export const messagingProjections = new ProjectionSet([messages]);
