import { describe, expect, it } from '@jest/globals';
import { derivedId, type Projection, type RecordedEvent } from '#kernel';
import { contractRows } from './contract.projection.js';
import { coverRows } from './cover.projection.js';
import { followRows } from './follow.projection.js';
import { passRows } from './pass.projection.js';

const [passId, candidateId, companyId, applicationId, sender] = ['pass', 'candidate', 'company', 'application', 'sender'].map((name) => derivedId(name)) as [string, string, string, string, string];
const event = (type: string, data: object) => ({ type, data }) as RecordedEvent;
/** Rows after the events, by key. */
const fold = (projection: Projection, ...events: readonly RecordedEvent[]) => {
  const rows = new Map<string, object>();
  for (const each of events)
    for (const key of [projection.keys(each)].flat()) {
      const row = projection.evolve(rows.get(key) ?? null, each, key);
      if (row) rows.set(key, row);
      else rows.delete(key);
    }
  return [...rows.values()];
};

const granted = event('approvals.PassGranted', { passId, candidateId, applicationId, companyId, start: '2026-05-01', end: '2028-04-29', numbersSeen: 3 });
const numbered = event('approvals.PassNumbered', { passId, candidateId, number: 'XXXXX0000005' });
const covered = event('approvals.HireCovered', { passId, candidateId, applicationId, companyId, startsOn: '2026-05-01', isNew: true });

describe('the read models of the PASS', () => {
  it('show a PASS with its number and the dates it was moved to', () => {
    const moved = event('approvals.PassStartMoved', { passId, candidateId, start: '2026-04-20', end: '2028-04-18' });
    expect(fold(passRows, granted, numbered, moved)).toEqual([{ id: passId, candidateId, number: 'XXXXX0000005', start: '2026-04-20', end: '2028-04-18', cancelled: false }]);
  });

  it('keep a cancelled PASS and its number [emplois/PASS-16]', () => {
    const cancelled = event('approvals.PassCancelled', { passId, candidateId, applicationId, start: '2026-05-01', end: '2028-04-29' });
    expect(fold(passRows, granted, numbered, cancelled)).toMatchObject([{ number: 'XXXXX0000005', cancelled: true }]);
  });

  it('take a PASS from an employer’s list when the hire will not be [emplois/PASS-21]', () => {
    expect(fold(coverRows, covered)).toEqual([{ id: applicationId, passId, candidateId, companyId, startsOn: '2026-05-01' }]);
    const rescheduled = event('approvals.HireRescheduled', { passId, candidateId, applicationId, startsOn: '2026-05-11' });
    expect(fold(coverRows, covered, rescheduled)).toMatchObject([{ startsOn: '2026-05-11' }]);
    expect(fold(coverRows, covered, event('approvals.HireCoverWithdrawn', { passId, candidateId, applicationId }))).toEqual([]);
  });

  it('know when the contract of a hire ends, as it was last agreed [emplois/PASS-21]', () => {
    const accepted = event('hiring.ApplicationAccepted', { applicationId, endsOn: '2026-10-31' });
    const changed = event('hiring.HireDatesChanged', { applicationId, endsOn: null });
    expect(fold(contractRows, accepted)).toEqual([{ id: applicationId, endsOn: '2026-10-31' }]);
    expect(fold(contractRows, accepted, changed)).toEqual([{ id: applicationId, endsOn: null }]);
    expect(fold(contractRows, accepted, event('hiring.HireCancelled', { applicationId }))).toEqual([]);
  });

  it('remember once who follows whom, however many applications there are [emplois/PASS-20]', () => {
    const submitted = event('hiring.ApplicationSubmitted', { candidateId, companyId, senderOrganisation: null, senderId: sender });
    const rows = fold(followRows, submitted, submitted);
    expect(rows).toHaveLength(2);
    expect(rows).toEqual(expect.arrayContaining([expect.objectContaining({ party: companyId, role: 'received' }), expect.objectContaining({ party: sender, role: 'sent' })]));
  });

  it('remember who made a diagnosis as following the person [emplois/IAE-7]', () => {
    const diagnosed = event('hiring.EligibilityDiagnosed', { candidateId, organisation: sender, author: 'prescriber' });
    expect(fold(followRows, diagnosed, diagnosed)).toMatchObject([{ candidateId, party: sender, role: 'diagnosed' }]);
  });
});
