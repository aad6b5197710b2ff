import { describe, expect, it } from '@jest/globals';
import { derivedId, type RuleCheck } from '#kernel';
import { actors } from '#testing';
import { assess, type EligibilityQuestion } from './assess.js';
import type { Diagnosis } from './diagnosis.js';

const today = '2026-03-10';
const aci = actors.employer('aci');
const prescriber = actors.prescriber();
const waiting: RuleCheck = { rule: 'emplois/PASS-13', code: 'approvals/check/waiting-period', met: true, inputs: {}, enough: {} };
const diagnosis = (
  author: 'prescriber' | 'employer',
  organisation = author === 'employer' ? aci.organisation! : prescriber.organisation!,
): Diagnosis => ({
  ...{ id: derivedId(author), author, organisation, criteria: [], on: today, expiresOn: '2026-06-10' },
});
const ask = (given: Partial<EligibilityQuestion>) =>
  assess({
    company: { id: aci.organisation!, kind: 'ACI' },
    actor: aci,
    file: [],
    today,
    passEnd: null,
    identified: true,
    criteria: null,
    waiting,
    ...given,
  });

describe('whether a company may hire a person under the IAE', () => {
  it('is a yes with a valid PASS, even without any diagnosis [emplois/IAE-10]', () =>
    expect(ask({ passEnd: today })).toMatchObject({ eligible: true, by: 'pass', diagnosisRequired: false, canDiagnose: false }));

  it('is a yes with a prescriber’s diagnosis [emplois/JA-18]', () =>
    expect(ask({ file: [diagnosis('prescriber')] })).toMatchObject({
      eligible: true,
      by: 'prescriber_diagnosis',
      diagnosisRequired: false,
    }));

  it('says what would be enough when nothing is known [emplois/IAE-3]', () => {
    const answer = ask({});
    expect(answer).toMatchObject({ eligible: false, by: null, diagnosisRequired: true, canDiagnose: true });
    expect(answer.checks.find(({ rule }) => rule === 'emplois/IAE-3')).toMatchObject({ met: false, enough: { level1: 1, level2: 3 } });
  });

  it('can be asked with criteria not yet declared', () => {
    expect(ask({ criteria: ['CAP_BEP', 'TH'] })).toMatchObject({ eligible: false, by: null });
    expect(ask({ criteria: ['CAP_BEP', 'TH', 'PM'] })).toMatchObject({ eligible: true, by: 'employer_diagnosis' });
    expect(ask({ criteria: [], actor: prescriber })).toMatchObject({ eligible: true, by: 'prescriber_diagnosis' });
  });

  it('is a no during the waiting period, whatever the employer declares', () => {
    const answer = ask({ criteria: ['RSA'], waiting: { ...waiting, met: false } });
    expect(answer).toMatchObject({ eligible: false, canDiagnose: false });
    expect(answer.checks).toContainEqual({ ...waiting, met: false });
  });

  it('says before the hire that nothing identifies the person, which forbids nothing [emplois/ACP-1]', () => {
    const file = [diagnosis('prescriber')];
    const unknown = ask({ file, identified: false });
    expect(unknown.eligible).toBe(true);
    expect(unknown.checks.find(({ rule }) => rule === 'emplois/ACP-1')).toMatchObject({ met: false, enough: { numbers: ['nir', 'franceTravail'] } });
    expect(ask({ file }).checks.find(({ rule }) => rule === 'emplois/ACP-1')).toMatchObject({ met: true });
    expect(ask({ file, identified: false, passEnd: today }).checks.map(({ rule }) => rule)).not.toContain('emplois/ACP-1');
  });

  it('ignores the diagnosis of another employer [emplois/IAE-9]', () =>
    expect(ask({ file: [diagnosis('employer', derivedId('another'))] })).toMatchObject({ eligible: false, diagnosisRequired: true }));

  it('offers the diagnosis to no other employer [emplois/IAE-5]', () =>
    expect(ask({ actor: actors.employer('another') })).toMatchObject({ canDiagnose: false }));

  it('is not a question outside the IAE [emplois/ACP-8]', () =>
    expect(ask({ company: { id: derivedId('geiq'), kind: 'GEIQ' } })).toMatchObject({
      eligible: true,
      diagnosisRequired: false,
      by: null,
    }));
});
