import { defineEntity, p } from '@mikro-orm/core';
import type { Day, Id } from '#kernel';
import type { RelationSource } from '../contract.js';
import type { Said } from './need.row.js';

export interface NeedSupplierRow {
  /** Need and supplier. */
  readonly id: string;
  readonly needId: Id;
  readonly supplierId: Id;
  readonly source: RelationSource;
  /** The day the need was sent to it. */
  readonly contactedOn: Day | null;
  /** What the link it was sent bears. */
  readonly relationId: Id | null;
  /** The day somebody first followed that link. */
  readonly linkOpenedOn: Day | null;
  /** The day somebody there first opened the need. */
  readonly viewedOn: Day | null;
  readonly interestedOn: Day | null;
  readonly declinedOn: Day | null;
  /** The day it was taken off the supplier's own list. */
  readonly hiddenOn: Day | null;
  /** It no longer matches: for everybody it is not of the list. */
  readonly withdrawnOn: Day | null;
  readonly answersId: Id | null;
  readonly reasonId: Id | null;
  /** The account that declared interest. */
  readonly interestedBy: Id | null;
  readonly rank: number | null;
  readonly said: Said | null;
}

export const NeedSupplierEntity = defineEntity({
  name: 'MarketplaceNeedSupplier',
  tableName: 'marketplace_need_supplier',
  schema: 'read',
  indexes: [{ properties: ['supplierId', 'needId'] }, { properties: ['needId'] }],
  properties: {
    id: p.text().primary(),
    needId: p.uuid(),
    supplierId: p.uuid(),
    source: p.text(),
    contactedOn: p.date().nullable(),
    relationId: p.uuid().nullable(),
    linkOpenedOn: p.date().nullable(),
    viewedOn: p.date().nullable(),
    interestedOn: p.date().nullable(),
    declinedOn: p.date().nullable(),
    hiddenOn: p.date().nullable(),
    withdrawnOn: p.date().nullable(),
    answersId: p.uuid().nullable(),
    reasonId: p.uuid().nullable(),
    interestedBy: p.uuid().nullable(),
    rank: p.integer().nullable(),
    said: p.json<Said>().nullable(),
  },
});
