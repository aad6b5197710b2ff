import { eventTypes } from '#kernel';
import type { ApplicationsExported, HiringEvent } from '../contract.js';

export const hiringEventTypes = eventTypes<(HiringEvent | ApplicationsExported)['type']>({
  'hiring.EligibilityDiagnosed': { version: 1 },
  'hiring.DiagnosisReplaced': { version: 1 },
  'hiring.ApplicationSubmitted': { version: 1 },
  'hiring.ApplicationPutUnderStudy': { version: 1 },
  'hiring.ApplicationPostponed': { version: 1 },
  'hiring.ApplicationAddedToPool': { version: 1 },
  'hiring.AcceptanceRequested': { version: 1 },
  'hiring.AcceptanceWithdrawn': { version: 1 },
  'hiring.ApplicationAccepted': { version: 1 },
  'hiring.ApplicationRefused': { version: 1 },
  'hiring.ApplicationMadeObsolete': { version: 1 },
  'hiring.PassDelivered': { version: 1 },
  'hiring.PassDeliveryRefused': { version: 1 },
  'hiring.ApplicationArchived': { version: 1 },
  'hiring.ApplicationUnarchived': { version: 1 },
  'hiring.CommentAdded': { version: 1 },
  'hiring.CommentRemoved': { version: 1 },
  'hiring.HireDatesChanged': { version: 1 },
  'hiring.ApplicationsExported': { version: 1 },
  'hiring.HireCancelled': { version: 1 },
});
