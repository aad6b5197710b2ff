import { eventTypes } from '#kernel';
import type { MessagingEvent } from '../contract.js';

export const messagingEventTypes = eventTypes<MessagingEvent['type']>({
  'messaging.MessageRequested': { version: 1 },
  'messaging.MessageDelayed': { version: 1 },
  'messaging.MessageSent': { version: 1 },
  'messaging.MessageGivenUp': { version: 1 },
});
