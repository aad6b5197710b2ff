import { defineEntity, p } from '@mikro-orm/core';
import type { Day, Id } from '#kernel';
import type { MatchCriteria, NeedContent, NeedKind, NeedStatus, TransactionFact } from '../contract.js';

export interface Said {
  readonly answer: 'yes' | 'no' | 'not_yet';
  readonly amount: number | null;
  readonly on: Day;
  readonly supplierId: Id | null;
  readonly feedbackId: Id | null;
}
export interface NeedRow extends NeedContent {
  readonly id: Id;
  readonly buyerId: Id;
  readonly author: Id;
  /** Who gave the contact; null without one, and once it is erased. */
  readonly contactBy: Id | null;
  readonly kind: NeedKind;
  readonly status: NeedStatus;
  readonly sectors: readonly string[];
  readonly bracket: string | null;
  /** Whole euros, said by the team. */
  readonly exactAmount: number | null;
  readonly criteria: MatchCriteria | null;
  readonly submittedOn: Day | null;
  readonly validatedOn: Day | null;
  /** What the team wrote when it came back or was rejected. */
  readonly moderationId: Id | null;
  /** Day of the latest modification request, until the need is published again. */
  readonly sentBackOn: Day | null;
  /** When the next batch of suppliers may be written to, ISO instant; null while nobody is to be. */
  readonly nextBatchAt: string | null;
  readonly matched: number;
  /** Suppliers it was sent to. */
  readonly contacted: number;
  readonly interested: number;
  /** Suppliers where somebody opened the need, or answered it. */
  readonly viewedBy: readonly Id[];
  /** Suppliers whose last word is no. */
  readonly declinedBy: readonly Id[];
  readonly buyerSaid: Said | null;
  readonly outcome: TransactionFact | null;
  /** Log position of the last change. */
  readonly changedAt: number;
  readonly lastChange: string;
}

export const NeedEntity = defineEntity({
  name: 'MarketplaceNeed',
  tableName: 'marketplace_need',
  schema: 'read',
  indexes: [{ properties: ['buyerId', 'status'] }, { properties: ['status', 'changedAt'] }, { properties: ['nextBatchAt'] }],
  properties: {
    id: p.uuid().primary(),
    buyerId: p.uuid(),
    author: p.uuid(),
    kind: p.text(),
    status: p.text(),
    title: p.text(),
    descriptionId: p.uuid(),
    contactId: p.uuid().nullable(),
    contactBy: p.uuid().nullable(),
    wholeFrance: p.boolean(),
    place: p.text().nullable(),
    sectors: p.json<readonly string[]>(),
    bracket: p.text().nullable(),
    exactAmount: p.integer().nullable(),
    startsOn: p.date().nullable(),
    deadline: p.date(),
    shareAmount: p.boolean(),
    questions: p.json<readonly string[]>(),
    responseKinds: p.json<readonly string[]>(),
    anonymous: p.boolean(),
    criteria: p.json<MatchCriteria>().nullable(),
    submittedOn: p.date().nullable(),
    validatedOn: p.date().nullable(),
    moderationId: p.uuid().nullable(),
    sentBackOn: p.date().nullable(),
    nextBatchAt: p.text().nullable(),
    matched: p.integer(),
    contacted: p.integer(),
    interested: p.integer(),
    viewedBy: p.array(),
    declinedBy: p.array(),
    buyerSaid: p.json<Said>().nullable(),
    outcome: p.json<TransactionFact>().nullable(),
    changedAt: p.bigint(),
    lastChange: p.text(),
  },
});
