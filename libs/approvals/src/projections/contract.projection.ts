import { defineEntity, p } from '@mikro-orm/core';
import { type Day, type Id, projection } from '#kernel';
import type { HiringEvent } from '#hiring';

export interface ContractRow {
  /** The application. */
  readonly id: Id;
  /** Null: not known, or without end. */
  readonly endsOn: Day | null;
}

export const ContractEntity = defineEntity({
  name: 'ApprovalsContract',
  tableName: 'approvals_contract',
  schema: 'read',
  properties: { id: p.uuid().primary(), endsOn: p.date().nullable() },
});

type ContractEvent = Extract<HiringEvent, { type: 'hiring.ApplicationAccepted' | 'hiring.HireDatesChanged' | 'hiring.HireCancelled' }>;

/** When the contract of a hire ends: employers look for PASS by what became of the contract under them [emplois/PASS-21]. */
export const contractRows = projection<ContractEvent, ContractRow>({
  name: 'approvals.contract',
  version: 1,
  entity: ContractEntity,
  handles: ['hiring.ApplicationAccepted', 'hiring.HireDatesChanged', 'hiring.HireCancelled'],
  keys: ({ data }) => data.applicationId,
  evolve: (_, event) => {
    const { type, data } = event as unknown as ContractEvent;
    return type === 'hiring.HireCancelled' ? null : { id: data.applicationId, endsOn: data.endsOn };
  },
});
