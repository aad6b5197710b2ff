import type { DomainEvent, Id } from '#kernel';

/** What a message tells of a need, by ids: names, addresses and titles are looked up when it leaves. `rank`: how many were interested then; `wordsId`: what the team wrote, in the vault. */
export type Letter = { readonly needId: Id } & (
  | { readonly kind: 'interest'; readonly rank: number }
  | { readonly kind: 'sent-back' | 'rejected'; readonly wordsId: Id }
  | { readonly kind: 'expired' | 'validated' }
  | { readonly kind: 'presented' | 'unread'; readonly supplierId: Id }
  | { readonly kind: 'survey'; readonly when: 'deadline' | 'start' }
);
export type LetterKind = Letter['kind'];

/** Whom a message is for: somebody, or the address where a supplier receives needs. */
export type Recipient = { readonly accountId: Id } | { readonly supplierId: Id };

/**
 * Why a message never left: nobody is there to read it (erased, or no longer of the organisation), what it asks for has been done since, another copy goes to the same address, the server refused it for good,
 * did not take it however often it was asked, may have taken it twice already, or it had waited until it was of no use.
 */
export type GivenUp = 'nobody' | 'overtaken' | 'same-address' | 'refused' | 'not-taken' | 'outcome-unknown' | 'too-old';

/** Stream `message-<messageId>`, an id made of what the message tells: told twice, it is one message. Instants are ISO. */
export type MessagingEvent =
  | DomainEvent<'messaging.MessageRequested', { messageId: Id; letter: Letter; to: Recipient; at: string }>
  /** The server did not take it; `code`: what it answered, as a number, or null without an answer. */
  | DomainEvent<'messaging.MessageDelayed', { messageId: Id; attempt: number; code: number | null; retryAt: string }>
  /** The mail server has taken it; whether it was read nobody knows. */
  | DomainEvent<'messaging.MessageSent', { messageId: Id; attempt: number; at: string }>
  | DomainEvent<'messaging.MessageGivenUp', { messageId: Id; reason: GivenUp; code: number | null; at: string }>;

export abstract class MessagingQueries {
  /** Messages whose turn has come, the one that waits longest first. */
  abstract due(now: string, limit: number): Promise<readonly { readonly id: Id; readonly dueAt: string }[]>;
  /** How many have not left yet. */
  abstract waiting(): Promise<number>;
}
