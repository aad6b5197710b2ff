import { defineEntity, p } from '@mikro-orm/core';
import type { Id } from '#kernel';
import type { GivenUp, Letter, Recipient } from '../contract.js';

export interface MessageRow {
  readonly id: Id;
  readonly letter: Letter;
  readonly recipient: Recipient;
  readonly status: 'waiting' | 'sent' | 'given-up';
  readonly reason: GivenUp | null;
  readonly requestedAt: string;
  readonly dueAt: string;
  /** Log position, for lists. */
  readonly position: number;
}

/** Ids only: who it is for and what it says are looked up when somebody may see it. */
export const MessageEntity = defineEntity({
  name: 'MessagingMessage',
  tableName: 'messaging_message',
  schema: 'read',
  indexes: [{ properties: ['status', 'dueAt'] }, { properties: ['position'] }],
  properties: {
    id: p.uuid().primary(),
    letter: p.json<Letter>(),
    recipient: p.json<Recipient>(),
    status: p.text(),
    reason: p.text().nullable(),
    requestedAt: p.text(),
    dueAt: p.text(),
    position: p.bigint(),
  },
});
