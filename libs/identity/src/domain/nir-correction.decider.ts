import { addDays, type Day, type Decider, type Id, NotFound, Refusal } from '#kernel';
import { type CorrectionRequest, type CorrectionRequests, evolve, lastOf, type NirCorrectionEvent } from './nir-correction.state.js';

/** What was written in a request is erased that many days after it was handled [emplois/RGPD-6]. */
export const DAYS_KEPT = 182;

interface OnRequest {
  readonly candidateId: Id;
  readonly requestId: Id;
}
interface Handling extends OnRequest {
  readonly today: Day;
}
export type NirCorrectionCommand =
  | (OnRequest & { readonly do: 'request'; readonly numbersId: Id; readonly justificationId: Id })
  | (Handling & { readonly do: 'accept' })
  | (Handling & { readonly do: 'refuse'; readonly explanationId: Id })
  | (Handling & { readonly do: 'forget' });

const isKept = ({ handledOn }: CorrectionRequest, today: Day): boolean => handledOn === null || addDays(handledOn, DAYS_KEPT) > today;

/** Asking the team to correct a number that cannot be changed otherwise: one request at a time for a person [emplois/CAN-27]. */
export const nirCorrection: Decider<CorrectionRequests, NirCorrectionCommand, NirCorrectionEvent> = {
  initial: {},
  evolve,
  decide: (command, requests) => {
    const { candidateId, requestId } = command;
    if (command.do === 'request') {
      if (lastOf(requests)?.state === 'pending') throw new Refusal('identity/nir-correction-pending');
      const { numbersId, justificationId } = command;
      return [{ type: 'identity.NirCorrectionRequested', data: { candidateId, requestId, numbersId, justificationId } }];
    }
    const request = requests[requestId];
    if (!request) throw new NotFound('identity/nir-correction-unknown');
    const { today: on } = command;
    if (command.do === 'forget') {
      if (request.forgotten || isKept(request, on)) return [];
      return [{ type: 'identity.NirCorrectionForgotten', data: { candidateId, requestId } }];
    }
    if (request.state !== 'pending') throw new Refusal('identity/nir-correction-handled');
    if (command.do === 'accept') return [{ type: 'identity.NirCorrectionAccepted', data: { candidateId, requestId, on } }];
    return [{ type: 'identity.NirCorrectionRefused', data: { candidateId, requestId, explanationId: command.explanationId, on } }];
  },
};
