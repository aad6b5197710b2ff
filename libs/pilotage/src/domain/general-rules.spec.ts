import { describe, expect, it } from '@jest/globals';
import { derivedId, type RecordedEvent } from '#kernel';
import type { Fact } from './fact.js';
import { foldFacts } from './fold.fixture.js';

const [applicationId, candidateId, companyId, passId] = ['application', 'candidate', 'company', 'pass'].map((what) => derivedId(what, 1));
const place = { applicationId, candidateId, companyId, companyKind: 'ACI', companyDepartment: '30', sender: 'prescriber' };
const told = (...events: readonly (readonly [type: string, at: string, data: object])[]): readonly Fact[] =>
  foldFacts(events.map(([type, at, data], n) => ({ id: derivedId('event', n), stream: 'x', position: n + 1, type, data, meta: { occurred: at, recorded: at } }) as unknown as RecordedEvent));
const sent = (at: string, on: string) => ['hiring.ApplicationSubmitted', at, { ...place, on, at }] as const;
const accepted = (at: string, on: string, pass: object | null = null) => ['hiring.ApplicationAccepted', at, { ...place, on, submittedOn: '', startsOn: on, pass, selfPrescription: true }] as const;
const refused = (at: string, on: string) => ['hiring.ApplicationRefused', at, { ...place, on, submittedOn: '', reason: 'other', automatic: false }] as const;
const months = (facts: readonly Fact[]) => Object.fromEntries(facts.filter(({ sign }) => sign > 0).map(({ measure, month }) => [measure, month]));

describe('every figure', () => {
  it('is of the month of submission, a hire of the month of its first acceptance [pilotage/G-5]', () => {
    const january = sent('2025-01-20T09:00:00Z', '2025-01-20');
    expect(months(told(january, accepted('2025-03-04T09:00:00Z', '2025-03-04')))).toEqual({ application: 202501, accepted: 202501, response: 202501, hire: 202503, self_prescribed: 202503 });
    expect(months(told(january, refused('2025-04-02T09:00:00Z', '2025-04-02')))).toEqual({ application: 202501, refused: 202501, response: 202501 });
    const again = told(january, accepted('2025-03-04T09:00:00Z', '2025-03-04'), ['hiring.HireCancelled', '2025-03-05T09:00:00Z', { ...place, on: '2025-03-05', passId: null }], accepted('2025-06-04T09:00:00Z', '2025-06-04'));
    expect(again.filter(({ measure }) => measure === 'hire').map(({ month, sign }) => [month, sign])).toEqual([[202503, 1]]);
  });

  it('is of the territory of its own day: an application where it was sent, a hire where the employer has moved to since [pilotage/G-6]', () => {
    const [on, pass] = ['2025-03-04', { passId, number: 'XXXXX0000001', start: '2025-03-04', end: '2027-03-03', isNew: true }];
    const granted = ['approvals.PassGranted', '2025-03-04T09:00:00Z', { passId, candidateId, applicationId, start: pass.start, end: pass.end }] as const;
    const elsewhere = ['hiring.ApplicationAccepted', '2025-03-04T09:00:00Z', { ...place, companyDepartment: '59', on, submittedOn: '', startsOn: on, pass, selfPrescription: true }] as const;
    const facts = told(sent('2025-01-20T09:00:00Z', '2025-01-20'), granted, elsewhere);
    const where = Object.fromEntries(facts.map(({ measure, department, region }) => [measure, `${department} ${region}`]));
    expect(where).toEqual({ application: '30 76', accepted: '30 76', response: '30 76', hire: '59 32', self_prescribed: '59 32', pass: '59 32' });
    const cancelled = told(sent('2025-01-20T09:00:00Z', '2025-01-20'), granted, elsewhere, ['hiring.HireCancelled', '2025-03-05T09:00:00Z', { ...place, companyDepartment: '59', on: '2025-03-05', passId }]);
    expect(cancelled.find(({ measure }) => measure === 'hire_cancelled')).toMatchObject({ department: '59', region: '32' });
  });

  it('counts days of Paris, and delays in whole periods of 24 hours from the instant of submission [pilotage/G-3]', () => {
    const granted = { passId, number: 'XXXXX0000001', start: '2025-02-01', end: '2027-01-31', isNew: true };
    const facts = told(
      sent('2025-01-30T22:00:00Z', '2025-01-30'),
      ['approvals.PassGranted', '2025-01-31T21:00:00Z', { passId, candidateId, applicationId, start: granted.start, end: granted.end }],
      accepted('2025-01-31T21:00:00Z', '2025-01-31', granted),
      // Half past midnight in Paris: the day after.
      ['approvals.PassCancelled', '2025-02-09T23:30:00Z', { passId, candidateId, applicationId, start: granted.start, end: granted.end }],
    );
    expect(facts.filter(({ measure }) => measure === 'pass_cancelled').map(({ day }) => day)).toEqual(['2025-02-10']);
    // Answered the day after, 23 hours later, then 24 hours later.
    const delay = (all: readonly Fact[]) => all.find(({ measure }) => measure === 'response')!.delayDays;
    expect(delay(facts)).toBe(0);
    expect(delay(told(sent('2025-01-30T22:00:00Z', '2025-01-30'), refused('2025-01-31T22:00:00Z', '2025-01-31')))).toBe(1);
  });
});
