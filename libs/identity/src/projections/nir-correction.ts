import { defineEntity, p } from '@mikro-orm/core';
import { type Id, projection } from '#kernel';
import { type CorrectionRequest, evolve, type NirCorrectionEvent } from '../domain/nir-correction.state.js';

export interface NirCorrectionRow extends CorrectionRequest {
  readonly id: Id;
  readonly candidateId: Id;
  /** ISO instant. */
  readonly requestedAt: string;
  readonly requestedBy: Id;
  readonly requestedIn: Id | null;
  readonly handledBy: Id | null;
}

export const NirCorrectionEntity = defineEntity({
  name: 'IdentityNirCorrection',
  tableName: 'identity_nir_correction',
  schema: 'read',
  indexes: [{ properties: ['state', 'requestedAt'] }],
  properties: {
    id: p.uuid().primary(),
    candidateId: p.uuid(),
    state: p.text(),
    numbersId: p.uuid(),
    justificationId: p.uuid(),
    explanationId: p.uuid().nullable(),
    requestedAt: p.text(),
    requestedBy: p.uuid(),
    requestedIn: p.uuid().nullable(),
    handledOn: p.date().nullable(),
    handledBy: p.uuid().nullable(),
    forgotten: p.boolean(),
  },
});

/** Requests about numbers, as the team lists them: who asked, what became of it, never the numbers themselves. */
export const nirCorrections = projection<NirCorrectionEvent, NirCorrectionRow>({
  name: 'identity.nir-correction',
  version: 1,
  entity: NirCorrectionEntity,
  handles: ['identity.NirCorrectionRequested', 'identity.NirCorrectionAccepted', 'identity.NirCorrectionRefused', 'identity.NirCorrectionForgotten'],
  keys: ({ data }) => data.requestId,
  evolve: (row, event, id) => {
    const { meta, data } = event;
    const request = evolve(row ? { [id]: row } : {}, event as unknown as NirCorrectionEvent)[id]!;
    if (row) return { ...row, ...request, handledBy: row.handledBy ?? meta.actor };
    return { ...request, id, candidateId: data.candidateId, requestedAt: meta.occurred, requestedBy: meta.actor, requestedIn: meta.organisation, handledBy: null };
  },
});
