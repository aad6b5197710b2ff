import { type Decider, type Id, NotFound, Refusal } from '#kernel';
import type { CandidateDimensions, CandidateNumbers, IdentityEvent } from '../contract.js';

export type CandidateEvent = Extract<IdentityEvent, { type: `identity.Candidate${string}` }>;
type Facts = CandidateDimensions & CandidateNumbers;

export type CandidateCommand =
  | { readonly type: 'register'; readonly candidateId: Id; readonly facts: Facts }
  | { readonly type: 'change'; readonly candidateId: Id; readonly fields: readonly string[]; readonly facts: Facts }
  | { readonly type: 'confirm'; readonly candidateId: Id }
  | { readonly type: 'erase'; readonly candidateId: Id; readonly reason: string };

export interface CandidateState {
  readonly registered: boolean;
  readonly erased: boolean;
}

export const candidateStream = (candidateId: Id) => `candidate-${candidateId}`;

export const candidate: Decider<CandidateState, CandidateCommand, CandidateEvent> = {
  initial: { registered: false, erased: false },
  evolve: ({ erased }, { type }) => ({ registered: true, erased: erased || type === 'identity.CandidateErased' }),
  decide: (command, { registered, erased }) => {
    const { candidateId } = command;
    if (command.type === 'erase') return erased ? [] : [{ type: 'identity.CandidateErased', data: { candidateId, reason: command.reason } }];
    if (erased) throw new Refusal('identity/person-erased');
    if (command.type === 'register') return registered ? [] : [{ type: 'identity.CandidateRegistered', data: { candidateId, ...command.facts } }];
    if (!registered) throw new NotFound('identity/candidate-unknown');
    if (command.type === 'confirm') return [{ type: 'identity.CandidateConfirmed', data: { candidateId } }];
    const { fields, facts } = command;
    return fields.length === 0 ? [] : [{ type: 'identity.CandidateChanged', data: { candidateId, fields, ...facts } }];
  },
};
