import { describe, it } from '@jest/globals';
import { derivedId } from '#kernel';
import { spec } from '#testing';
import type { ApprovalsEvent } from '../contract.js';
import { passFrom } from './pass-dates.js';
import { pass } from './pass.decider.js';
import type { RescheduleHire } from './reschedule.js';

const [candidateId, companyId, passId] = [derivedId('candidate'), derivedId('company'), derivedId('pass')];
const application = (n: number) => derivedId('application', n);
const granted = (start: string): ApprovalsEvent => ({
  type: 'approvals.PassGranted',
  data: { passId, candidateId, applicationId: application(1), companyId, companyKind: 'ACI', diagnosisId: null, diagnosisAuthor: null, ...passFrom(start), numbersSeen: -1 },
});
const covered = (startsOn: string, n = 1): ApprovalsEvent => ({ type: 'approvals.HireCovered', data: { passId, candidateId, applicationId: application(n), companyId, startsOn, isNew: n === 1 } });
const rescheduled = (startsOn: string, n = 1): ApprovalsEvent => ({ type: 'approvals.HireRescheduled', data: { passId, candidateId, applicationId: application(n), startsOn } });
const withdrawn: ApprovalsEvent = { type: 'approvals.HireCoverWithdrawn', data: { passId, candidateId, applicationId: application(1) } };
const moved = (start: string, end: string): ApprovalsEvent => ({ type: 'approvals.PassStartMoved', data: { passId, candidateId, start, end } });
const reschedule = (startsOn: string, n = 1, today = '2026-03-10'): RescheduleHire => ({ do: 'reschedule', candidateId, applicationId: application(n), startsOn, today });
const { given, when } = spec(pass);
const hired = given(granted('2026-03-20'), covered('2026-03-20'));

describe('a contract that will start another day', () => {
  it('takes a PASS that has not started with it, later or earlier, its end recomputed [emplois/ACP-11] [emplois/PASS-11]', () => {
    hired.when(reschedule('2026-03-25')).then(rescheduled('2026-03-25'), moved('2026-03-25', '2028-03-23'));
    hired.when(reschedule('2026-03-15')).then(rescheduled('2026-03-15'), moved('2026-03-15', '2028-03-13'));
  });

  it('leaves a PASS that has started where it is, be it today [emplois/PASS-11]', () => {
    const started = given(granted('2026-03-10'), covered('2026-03-10'), covered('2026-03-20', 2), withdrawn);
    started.when(reschedule('2026-03-25', 2)).then(rescheduled('2026-03-25', 2));
  });

  it('never puts the PASS off beyond another contract under it', () => {
    const two = given(granted('2026-03-20'), covered('2026-03-20'), covered('2026-03-22', 2));
    two.when(reschedule('2026-03-25')).then(rescheduled('2026-03-25'), moved('2026-03-22', '2028-03-20'));
    two.when(reschedule('2026-03-25', 2)).then(rescheduled('2026-03-25', 2));
  });

  it('is told once, and means nothing to a PASS that covers no such hire', () => {
    given(granted('2026-03-20'), covered('2026-03-20'), rescheduled('2026-03-25'), moved('2026-03-25', '2028-03-23')).when(reschedule('2026-03-25')).thenNothing();
    hired.when(reschedule('2026-03-25', 2)).thenNothing();
    when(reschedule('2026-03-25')).thenNothing();
  });
});
