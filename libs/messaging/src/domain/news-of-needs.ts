import type { MarketplaceEvent } from '#marketplace';
import { isTold } from './interest-cadence.js';
import type { ToAuthor } from './letters/letters.js';

type Heard = Extract<MarketplaceEvent, { type: (typeof NEWS)[number] }>;

export const NEWS = ['marketplace.NeedSentBack', 'marketplace.NeedRejected', 'marketplace.NeedValidated', 'marketplace.InterestDeclared'] as const;

/** What the author of a need is told of a fact; `byItself`: nobody decided it, a delay has passed. Null: nothing. */
export const newsOf = (event: Heard, byItself: boolean): ToAuthor | null => {
  const { needId } = event.data;
  switch (event.type) {
    case 'marketplace.NeedSentBack':
      return { kind: 'sent-back', needId, wordsId: event.data.messageId };
    case 'marketplace.NeedRejected':
      return byItself ? { kind: 'expired', needId } : { kind: 'rejected', needId, wordsId: event.data.messageId };
    case 'marketplace.NeedValidated':
      return { kind: 'validated', needId };
    case 'marketplace.InterestDeclared':
      return isTold(event.data.rank) ? { kind: 'interest', needId, rank: event.data.rank } : null;
  }
};
