import { defineEntity, p } from '@mikro-orm/core';
import { type Id, projection } from '#kernel';
import type { ApplicationEvent } from '../domain/application.state.js';

type AcceptanceEvent = Extract<ApplicationEvent, { type: 'hiring.AcceptanceRequested' | 'hiring.AcceptanceWithdrawn' | 'hiring.ApplicationAccepted' }>;
/** An application whose acceptance waits for the person's stream: for a blink, or since a crash. */
export interface AcceptanceUnderWay {
  readonly id: Id;
  /** ISO instant. */
  readonly askedAt: string;
}

const AcceptanceUnderWayEntity = defineEntity({
  name: 'HiringAcceptanceUnderWay',
  tableName: 'hiring_acceptance_under_way',
  schema: 'read',
  indexes: [{ properties: ['askedAt'] }],
  properties: { id: p.uuid().primary(), askedAt: p.text() },
});

export const acceptancesUnderWay = projection<AcceptanceEvent, AcceptanceUnderWay>({
  name: 'hiring.acceptances-under-way',
  version: 1,
  entity: AcceptanceUnderWayEntity,
  handles: ['hiring.AcceptanceRequested', 'hiring.AcceptanceWithdrawn', 'hiring.ApplicationAccepted'],
  keys: ({ data }) => data.applicationId,
  evolve: (_, event) => {
    const { type, data } = event as unknown as AcceptanceEvent;
    return type === 'hiring.AcceptanceRequested' ? { id: data.applicationId, askedAt: data.at } : null;
  },
});
