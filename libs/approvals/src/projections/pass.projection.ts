import { defineEntity, p } from '@mikro-orm/core';
import { type Day, type Id, projection } from '#kernel';
import type { ApprovalsEvent } from '../contract.js';

export interface PassRow {
  readonly id: Id;
  readonly candidateId: Id;
  readonly number: string | null;
  readonly start: Day;
  readonly end: Day;
  /** Kept: its number is never given again [emplois/PASS-16]. */
  readonly cancelled: boolean;
}

export const PassEntity = defineEntity({
  name: 'ApprovalsPass',
  tableName: 'approvals_pass',
  schema: 'read',
  indexes: [{ properties: ['candidateId'] }, { properties: ['end', 'id'] }],
  properties: {
    id: p.uuid().primary(),
    candidateId: p.uuid(),
    number: p.text().nullable(),
    start: p.date(),
    end: p.date(),
    cancelled: p.boolean(),
  },
});

type PassEvent = Exclude<ApprovalsEvent, { type: `approvals.Hire${string}` }>;

/** One row per PASS ever granted. */
export const passRows = projection<PassEvent, PassRow>({
  name: 'approvals.pass',
  version: 1,
  entity: PassEntity,
  handles: ['approvals.PassGranted', 'approvals.PassStartMoved', 'approvals.PassCancelled', 'approvals.PassNumbered'],
  keys: ({ data }) => data.passId,
  evolve: (row, event) => {
    const { type, data } = event as PassEvent;
    switch (type) {
      case 'approvals.PassGranted':
        return { id: data.passId, candidateId: data.candidateId, number: null, start: data.start, end: data.end, cancelled: false };
      case 'approvals.PassStartMoved':
        return row && { ...row, start: data.start, end: data.end };
      case 'approvals.PassCancelled':
        return row && { ...row, cancelled: true };
      case 'approvals.PassNumbered':
        return row && { ...row, number: data.number };
    }
  },
  topics: ({ data }) => [`pass:${data.candidateId}`],
});
