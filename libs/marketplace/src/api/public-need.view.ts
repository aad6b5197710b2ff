import type { Actor, Day } from '#kernel';
import type { Organisation } from '#organisations';
import { labelOf, NEED_KINDS_FOR_SUPPLIERS } from '#reference';
import { withoutReaching } from '../domain/open-words.js';
import type { NeedRow } from '../projections/need.row.js';
import type { NeedView } from './need.views.js';
import { amountFacts, buyerRef, openFacts } from './open-facts.js';
import { hiddenFromAnybody } from './visible.js';

/** Nobody but its buyer, the team and the suppliers who may answer reads these of a need. */
const KEPT = {
  ...{ prestaTypes: [], supplierKinds: [], perimeters: [], distance: null, includeCountry: false, outOfBracket: false, own: false, questions: [] },
  ...{ link: null, contact: null, submittedOn: null, moderation: null, counts: null, transaction: null, buyerSaid: null, mine: null, actions: [] },
};

/** A published need as anybody may read it, signed in or not: its buyer unless it is anonymous, its amount when it is shared, and never how to reach anybody [marche/VIS-01] [marche/VIS-07] [marche/VIS-11]. */
export const publicNeedView = (need: NeedRow, words: { readonly description: string | null; readonly buyer: Organisation | null }, actor: Actor | null, today: Day): NeedView => ({
  ...KEPT,
  ...openFacts(need, today),
  kindLabel: labelOf(NEED_KINDS_FOR_SUPPLIERS, need.kind),
  description: withoutReaching(words.description ?? ''),
  buyer: words.buyer && !need.anonymous ? buyerRef(words.buyer) : null,
  ...amountFacts(need, need.shareAmount),
  contactHidden: hiddenFromAnybody(need, actor, today),
  // What suppliers do to it moves the instant of its last change.
  ...{ lastChange: `${need.validatedOn}T00:00:00.000Z`, publicView: true, behind: false },
});
