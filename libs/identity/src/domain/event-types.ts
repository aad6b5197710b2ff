import { eventTypes } from '#kernel';
import type { IdentityEvent } from '../contract.js';

export const identityEvents = eventTypes<IdentityEvent['type']>({
  'identity.AccountOpened': { version: 1 },
  'identity.CandidateRegistered': { version: 1 },
  'identity.CandidateChanged': { version: 1 },
  'identity.CandidateConfirmed': { version: 1 },
  'identity.CandidateErased': { version: 1 },
  'identity.AccountErased': { version: 1 },
  'identity.NirCorrectionRequested': { version: 1 },
  'identity.NirCorrectionAccepted': { version: 1 },
  'identity.NirCorrectionRefused': { version: 1 },
  'identity.NirCorrectionForgotten': { version: 1 },
});
