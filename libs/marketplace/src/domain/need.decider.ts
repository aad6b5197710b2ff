import { type Actor, type Day, type Decider, NotFound, Refusal } from '#kernel';
import { declareInterest, type DeclareInterest, decline, type Decline, view, type View } from './interest.js';
import { adjust, type Adjust, expire, type Expire, match, type Match, type Moderate, moderate } from './moderation.js';
import { keptAmount, type SetAmount, setAmount } from './need-amount.js';
import { type EraseContact, eraseContact, type GiveContact, giveContact } from './need-contact.js';
import { hide, type Hide } from './need-hiding.js';
import { openLink, type OpenLink } from './need-link.js';
import { checkDraft, checkNeed, type WrittenNeed } from './need-content.js';
import { evolve, type Need, type NeedEvent } from './need.state.js';
import { planSending, type PlanSending, sendBatch, type SendBatch } from './sending.js';
import { isBuyerOf, requireStatus } from './status.js';
import { recordTransaction, type RecordTransaction } from './transactions.js';

export interface ByActor {
  readonly actor: Actor;
  readonly today: Day;
}
export type Write = { readonly do: 'save' | 'publish'; readonly written: WrittenNeed } & ByActor;
export type NeedCommand = Write | Match | Adjust | Moderate | SetAmount | Expire | EraseContact | GiveContact | View | DeclareInterest | Decline | Hide | RecordTransaction | PlanSending | SendBatch | OpenLink;

/** Only its own organisation writes a need, and only while it is a draft [marche/NEED-25]. */
const write = ({ do: what, written, actor, today: on }: Write, state: Need): readonly NeedEvent[] => {
  if (state) {
    if (!isBuyerOf(state.place.buyerId, actor)) throw new NotFound('marketplace/unknown-need');
    requireStatus(state, 'draft');
  } else if (!isBuyerOf(written.place.buyerId, actor)) throw new Refusal('marketplace/buyers-only');
  if (what === 'publish') checkNeed(written, on);
  else checkDraft(written);
  const data = { ...written.place, ...keptAmount(state?.place, written.place), ...written.content, author: actor.id, on };
  return [what === 'publish' ? { type: 'marketplace.NeedSubmitted', data } : { type: 'marketplace.NeedDrafted', data }];
};

const decide = (command: NeedCommand, state: Need): readonly NeedEvent[] => {
  if (command.do === 'save' || command.do === 'publish') return write(command, state);
  if (!state) throw new NotFound('marketplace/unknown-need');
  switch (command.do) {
    case 'match':
      return match(command, state);
    case 'adjust':
      return adjust(command, state);
    case 'validate':
    case 'sendBack':
    case 'reject':
      return moderate(command, state);
    case 'setAmount':
      return setAmount(command, state);
    case 'expire':
      return expire(command, state);
    case 'eraseContact':
      return eraseContact(command, state);
    case 'giveContact':
      return giveContact(command, state);
    case 'view':
      return view(command, state);
    case 'declareInterest':
      return declareInterest(command, state);
    case 'decline':
      return decline(command, state);
    case 'hide':
    case 'showAgain':
      return hide(command, state);
    case 'recordTransaction':
      return recordTransaction(command, state);
    case 'planSending':
      return planSending(command, state);
    case 'sendBatch':
      return sendBatch(command, state);
    case 'openLink':
      return openLink(command, state);
  }
};

/** Stream `need-<id>`. */
export const need: Decider<Need, NeedCommand, NeedEvent> = { initial: null, evolve, decide };

