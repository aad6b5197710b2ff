import { defineEntity, p } from '@mikro-orm/core';
import { type Day, type Id, projection } from '#kernel';
import type { ApprovalsEvent } from '../contract.js';

export interface CoverRow {
  /** The application. */
  readonly id: Id;
  readonly passId: Id;
  readonly candidateId: Id;
  readonly companyId: Id;
  readonly startsOn: Day;
}

export const CoverEntity = defineEntity({
  name: 'ApprovalsCover',
  tableName: 'approvals_cover',
  schema: 'read',
  indexes: [{ properties: ['companyId', 'passId'] }],
  properties: { id: p.uuid().primary(), passId: p.uuid(), candidateId: p.uuid(), companyId: p.uuid(), startsOn: p.date() },
});

type CoverEvent = Extract<ApprovalsEvent, { type: `approvals.Hire${string}` }>;

/** Which hires a PASS covers now: it is their employers' list of PASS [emplois/PASS-21]. */
export const coverRows = projection<CoverEvent, CoverRow>({
  name: 'approvals.cover',
  version: 2,
  entity: CoverEntity,
  handles: ['approvals.HireCovered', 'approvals.HireRescheduled', 'approvals.HireCoverWithdrawn'],
  keys: ({ data }) => data.applicationId,
  evolve: (row, event) => {
    const { type, data } = event as CoverEvent;
    switch (type) {
      case 'approvals.HireRescheduled':
        return row && { ...row, startsOn: data.startsOn };
      case 'approvals.HireCovered':
        return { id: data.applicationId, passId: data.passId, candidateId: data.candidateId, companyId: data.companyId, startsOn: data.startsOn };
      case 'approvals.HireCoverWithdrawn':
        return null;
    }
  },
});
