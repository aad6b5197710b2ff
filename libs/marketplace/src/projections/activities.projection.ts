import { defineEntity, p } from '@mikro-orm/core';
import { type DomainEvent, type Id, projection, type RecordedEvent } from '#kernel';
import type { Activity } from '../contract.js';
import type { OfferEvent } from '../domain/offer.decider.js';
import { fact } from './fact.js';

type Handled = Extract<OfferEvent, DomainEvent<'marketplace.ActivitySet' | 'marketplace.ActivityRemoved'>>;

/** An activity by itself: sector, service type and place must be met by one and the same. */
export interface ActivityRow extends Omit<Activity, 'activityId'> {
  /** Supplier and activity. */
  readonly id: string;
  readonly supplierId: Id;
}

export const ActivityEntity = defineEntity({
  name: 'MarketplaceActivity',
  tableName: 'marketplace_activity',
  schema: 'read',
  properties: {
    id: p.text().primary(),
    supplierId: p.uuid().index(),
    sector: p.text().index(),
    prestaTypes: p.array(),
    range: p.text(),
    distance: p.integer().nullable(),
    zones: p.array(),
  },
});

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
