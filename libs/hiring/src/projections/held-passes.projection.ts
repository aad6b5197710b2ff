import { defineEntity, p } from '@mikro-orm/core';
import { type Day, type Id, projection } from '#kernel';
import type { ApprovalsEvent } from '#approvals';

export interface HeldPassRow {
  readonly id: Id;
  readonly candidateId: Id;
  readonly start: Day;
  readonly end: Day;
  readonly cancelled: boolean;
}

export const HeldPassEntity = defineEntity({
  name: 'HiringHeldPass',
  tableName: 'hiring_held_pass',
  schema: 'read',
  indexes: [{ properties: ['candidateId'] }],
  properties: { id: p.uuid().primary(), candidateId: p.uuid(), start: p.date(), end: p.date(), cancelled: p.boolean() },
});

type PassEvent = Extract<ApprovalsEvent, { type: `approvals.Pass${'Granted' | 'StartMoved' | 'Cancelled'}` }>;

/** The dates of people's PASS: lists of applications are narrowed by what they make of today [emplois/VIS-4]. */
export const heldPassRows = projection<PassEvent, HeldPassRow>({
  name: 'hiring.held-pass',
  version: 1,
  entity: HeldPassEntity,
  handles: ['approvals.PassGranted', 'approvals.PassStartMoved', 'approvals.PassCancelled'],
  keys: ({ data }) => data.passId,
  evolve: (row, event) => {
    const { type, data } = event as unknown as PassEvent;
    const { passId: id, candidateId, start, end } = data;
    return { id, candidateId, start, end, cancelled: type === 'approvals.PassCancelled' || (row?.cancelled ?? false) };
  },
});
