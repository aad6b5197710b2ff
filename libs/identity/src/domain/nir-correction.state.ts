import type { Day, Id } from '#kernel';
import type { IdentityEvent } from '../contract.js';

export type NirCorrectionEvent = Extract<IdentityEvent, { type: `identity.NirCorrection${string}` }>;

/** What is in the vault of a request. */
export interface CorrectionIds {
  readonly numbersId: Id;
  readonly justificationId: Id;
  readonly explanationId: Id | null;
}
export interface CorrectionRequest extends CorrectionIds {
  readonly state: 'pending' | 'accepted' | 'refused';
  readonly handledOn: Day | null;
  readonly forgotten: boolean;
}
/** The requests about one person's number, oldest first. */
export type CorrectionRequests = Readonly<Record<Id, CorrectionRequest>>;

export const nirCorrectionStream = (candidateId: Id): string => `nir-correction-${candidateId}`;

export const evolve = (requests: CorrectionRequests, { type, data }: NirCorrectionEvent): CorrectionRequests => {
  const change = (changes: Partial<CorrectionRequest>): CorrectionRequests => ({
    ...requests,
    [data.requestId]: { ...requests[data.requestId]!, ...changes },
  });
  switch (type) {
    case 'identity.NirCorrectionRequested': {
      const { numbersId, justificationId } = data;
      return change({ state: 'pending', numbersId, justificationId, explanationId: null, handledOn: null, forgotten: false });
    }
    case 'identity.NirCorrectionAccepted':
      return change({ state: 'accepted', handledOn: data.on });
    case 'identity.NirCorrectionRefused':
      return change({ state: 'refused', handledOn: data.on, explanationId: data.explanationId });
    case 'identity.NirCorrectionForgotten':
      return change({ forgotten: true });
  }
};

export const lastOf = (requests: CorrectionRequests): CorrectionRequest | null => Object.values(requests).at(-1) ?? null;

export const textsOf = ({ numbersId, justificationId, explanationId }: CorrectionIds): readonly Id[] => [
  numbersId,
  justificationId,
  ...(explanationId ? [explanationId] : []),
];
