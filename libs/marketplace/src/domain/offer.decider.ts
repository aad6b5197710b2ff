import { type Actor, type Day, type Decider, type DomainEvent, type Id, InvalidInput, NotFound, Refusal } from '#kernel';
import type { Activity, MarketplaceEvent } from '../contract.js';
import { activityOf, checkActivity, MAX_ACTIVITIES, normal } from './activity.js';
import { reachesSomebody } from './open-words.js';
import { isEmail, isPhone, type Reaching } from './reaching.js';

type Listing = 'marketplace.OfferDelisted' | 'marketplace.OfferRelisted';
export type OfferEvent = Extract<MarketplaceEvent, DomainEvent<'marketplace.OfferPresented' | 'marketplace.OfferContactErased' | Listing | 'marketplace.ActivitySet' | 'marketplace.ActivityRemoved'>>;
interface On {
  readonly supplierId: Id;
  readonly actor: Actor;
  readonly today: Day;
}
export type OfferCommand = On &
  (
    | { readonly do: 'present'; readonly presentation: string; readonly contactId: Id; readonly reaching: Reaching }
    | { readonly do: 'eraseContact'; readonly accountId: Id }
    /** `fresh`: a new one, else one of theirs changes. */
    | { readonly do: 'setActivity'; readonly activity: Activity; readonly fresh: boolean }
    | { readonly do: 'removeActivity'; readonly activityId: Id }
    /** The team's: out of the directory, and back. */
    | { readonly do: 'delist' }
    | { readonly do: 'relist' }
  );
export interface Offer {
  /** Who gave the contact that is shown. */
  readonly contactBy: Id | null;
  readonly activities: ReadonlyMap<Id, Activity>;
  readonly delisted: boolean;
}

const MAX_PRESENTATION = 2000;
/** Who works there, or the platform: all members have the same rights [marche/USR-11]. */
const requireOwn = ({ actor, supplierId }: On): void => {
  const member = (actor.role === 'supplier' || actor.role === 'employer') && actor.organisation === supplierId;
  if (!member && actor.role !== 'system') throw new NotFound('marketplace/unknown-supplier');
};

const requireTeam = ({ actor }: On): void => {
  if (actor.role !== 'staff') throw new NotFound('marketplace/unknown-supplier');
};

export const offerStream = (supplierId: Id): string => `offer-${supplierId}`;

/** Stream `offer-<supplierId>`: what a supplier does, and where. */
export const offer: Decider<Offer, OfferCommand, OfferEvent> = {
  initial: { contactBy: null, activities: new Map(), delisted: false },
  evolve(state, event) {
    const { activities } = state;
    if (event.type === 'marketplace.OfferPresented') return { ...state, contactBy: event.data.by };
    if (event.type === 'marketplace.OfferContactErased') return { ...state, contactBy: null };
    if (event.type === 'marketplace.OfferDelisted') return { ...state, delisted: true };
    if (event.type === 'marketplace.OfferRelisted') return { ...state, delisted: false };
    const next = new Map(activities);
    if (event.type === 'marketplace.ActivityRemoved') next.delete(event.data.activityId);
    else next.set(event.data.activityId, activityOf(event.data));
    return { ...state, activities: next };
  },
  decide(command, { activities, contactBy, delisted }) {
    const { supplierId, today: on } = command;
    if (command.do === 'delist' || command.do === 'relist') {
      requireTeam(command);
      const data = { supplierId, by: command.actor.id, on };
      if (delisted === (command.do === 'delist')) return [];
      return [delisted ? { type: 'marketplace.OfferRelisted', data } : { type: 'marketplace.OfferDelisted', data }];
    }
    requireOwn(command);
    if (command.do === 'present') return [present(command)];
    if (command.do === 'eraseContact') return contactBy === command.accountId ? [{ type: 'marketplace.OfferContactErased', data: { supplierId, on } }] : [];
    if (command.do === 'removeActivity') {
      if (!activities.has(command.activityId)) throw new NotFound('marketplace/unknown-activity');
      return [{ type: 'marketplace.ActivityRemoved', data: { supplierId, activityId: command.activityId, on } }];
    }
    const activity = normal(command.activity);
    checkActivity(activity);
    const before = activities.get(activity.activityId);
    if (!before && !command.fresh) throw new NotFound('marketplace/unknown-activity');
    if (!before && activities.size >= MAX_ACTIVITIES) throw new Refusal('marketplace/too-many-activities', { max: MAX_ACTIVITIES });
    if (before && JSON.stringify(before) === JSON.stringify(activity)) return [];
    return [{ type: 'marketplace.ActivitySet', data: { supplierId, ...activity, on } }];
  },
};

const present = ({ supplierId, presentation, contactId, reaching: { email, phone }, actor, today: on }: Extract<OfferCommand, { do: 'present' }>): OfferEvent => {
  const words = presentation.trim();
  const problems = [
    ...(words.length <= MAX_PRESENTATION ? [] : [{ field: 'presentation', code: 'marketplace/text-too-long', facts: { max: MAX_PRESENTATION } }]),
    ...(reachesSomebody(words) ? [{ field: 'presentation', code: 'marketplace/contact-in-open-words' }] : []),
    ...(email ? [] : [{ field: 'email', code: 'marketplace/offer-email-missing' }]),
    ...(email && !isEmail(email) ? [{ field: 'email', code: 'marketplace/email-malformed' }] : []),
    ...(phone && !isPhone(phone) ? [{ field: 'phone', code: 'marketplace/phone-malformed' }] : []),
  ];
  if (problems.length > 0) throw new InvalidInput(problems);
  return { type: 'marketplace.OfferPresented', data: { supplierId, presentation: words, contactId, by: actor.id, on } };
};
