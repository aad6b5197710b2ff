import { eventTypes } from '#kernel';
import type { ApprovalsEvent } from '../contract.js';

export const approvalsEventTypes = eventTypes<ApprovalsEvent['type']>({
  'approvals.PassGranted': { version: 1 },
  'approvals.PassStartMoved': { version: 1 },
  'approvals.HireCovered': { version: 1 },
  'approvals.HireRescheduled': { version: 1 },
  'approvals.HireCoverWithdrawn': { version: 1 },
  'approvals.PassCancelled': { version: 1 },
  'approvals.PassNumbered': { version: 1 },
});
