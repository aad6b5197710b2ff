import { defineEntity, p } from '@mikro-orm/core';
import type { Id } from '#kernel';
import type { Activity } from '../contract.js';

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
