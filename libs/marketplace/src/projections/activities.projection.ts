import { type DomainEvent, projection, type RecordedEvent } from '#kernel';
import type { OfferEvent } from '../domain/offer.decider.js';
import { ActivityEntity, type ActivityRow } from './activity.row.js';
import { fact } from './fact.js';

type Handled = Extract<OfferEvent, DomainEvent<'marketplace.ActivitySet' | 'marketplace.ActivityRemoved'>>;

const keyOf = ({ supplierId, activityId }: Handled['data']) => `${supplierId}:${activityId}`;

export const evolveActivity = (_: ActivityRow | null, event: RecordedEvent<Handled>): ActivityRow | null => {
  const { type, data } = fact(event);
  if (type === 'marketplace.ActivityRemoved') return null;
  const { supplierId, sector, prestaTypes, range, distance, zones } = data;
  return { id: keyOf(data), supplierId, sector, prestaTypes, range, distance, zones };
};

export const activities = projection<Handled, ActivityRow>({
  name: 'marketplace.activities',
  version: 1,
  entity: ActivityEntity,
  handles: ['marketplace.ActivitySet', 'marketplace.ActivityRemoved'],
  keys: ({ data }) => keyOf(data),
  evolve: evolveActivity,
});
