import { eventTypes } from '#kernel';
import type { MarketplaceEvent } from '../contract.js';

export const marketplaceEventTypes = eventTypes<MarketplaceEvent['type']>({
  'marketplace.OfferPresented': { version: 1 },
  'marketplace.OfferContactErased': { version: 1 },
  'marketplace.OfferDelisted': { version: 1 },
  'marketplace.OfferRelisted': { version: 1 },
  'marketplace.ActivitySet': { version: 1 },
  'marketplace.ActivityRemoved': { version: 1 },
  'marketplace.NeedDrafted': { version: 1 },
  'marketplace.NeedSubmitted': { version: 1 },
  'marketplace.NeedSentBack': { version: 1 },
  'marketplace.NeedRejected': { version: 1 },
  'marketplace.NeedAmountSet': { version: 1 },
  'marketplace.NeedContactErased': { version: 1 },
  'marketplace.NeedContactGiven': { version: 1 },
  'marketplace.SuppliersMatched': { version: 1 },
  'marketplace.NeedValidated': { version: 1 },
  'marketplace.NeedViewed': { version: 1 },
  'marketplace.NeedOpenedByLink': { version: 1 },
  'marketplace.InterestDeclared': { version: 1 },
  'marketplace.NeedDeclined': { version: 1 },
  'marketplace.NeedHidden': { version: 1 },
  'marketplace.NeedShownAgain': { version: 1 },
  'marketplace.TransactionAnswered': { version: 1 },
  'marketplace.TransactionRecorded': { version: 1 },
  'marketplace.TransactionAmountChanged': { version: 1 },
});
