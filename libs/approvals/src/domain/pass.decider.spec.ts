import { describe, expect, it } from '@jest/globals';
import { derivedId } from '#kernel';
import { spec } from '#testing';
import type { ApprovalsEvent } from '../contract.js';
import { type CoverHire, pass, type WithdrawCover } from './pass.decider.js';
import { passFrom } from './pass-dates.js';
import { latestPass } from './pass.state.js';

const [candidateId, companyId] = [derivedId('candidate'), derivedId('company')];
const application = (n: number) => derivedId('application', n);
const passOf = (n: number) => derivedId('pass', n);
const prescriber = { id: derivedId('diagnosis'), author: 'prescriber', expiresOn: '2026-09-01' } as const;

const cover = (given: Partial<CoverHire> = {}, n = 1): CoverHire => ({
  do: 'cover', candidateId, applicationId: application(n), companyId, companyKind: 'ACI', startsOn: '2026-03-20', today: '2026-03-10', diagnosis: prescriber,
  nir: 'known', franceTravail: 'known', sentByAuthorisedPrescriber: false, passId: passOf(n), numbersSeen: -1, ...given,
});
const withdraw = (n: number): WithdrawCover => ({ do: 'withdraw', candidateId, applicationId: application(n) });
const granted = (start: string, n = 1): ApprovalsEvent => ({
  type: 'approvals.PassGranted',
  data: { passId: passOf(n), candidateId, applicationId: application(n), companyId, companyKind: 'ACI', diagnosisId: prescriber.id, diagnosisAuthor: 'prescriber', ...passFrom(start), numbersSeen: -1 },
});
const covered = (startsOn: string, isNew: boolean, n = 1, by = n): ApprovalsEvent => ({
  type: 'approvals.HireCovered',
  data: { passId: passOf(by), candidateId, applicationId: application(n), companyId, startsOn, isNew },
});
const withdrawn = (n: number, by: number): ApprovalsEvent => ({ type: 'approvals.HireCoverWithdrawn', data: { passId: passOf(by), candidateId, applicationId: application(n) } });
const { given, when } = spec(pass);

describe('covering a hire', () => {
  it('grants a first PASS, from the day the contract starts [emplois/PASS-4]', () => when(cover()).then(granted('2026-03-20'), covered('2026-03-20', true)));

  it('keeps for ever where it comes from, beside the kind of the company [emplois/PASS-7]', () => {
    const origin = { siret: '00000000000018', sender: 'prescriber', prescriberKind: 'FT' };
    when(cover({ origin })).thenExpect(([first]) => expect(first).toMatchObject({ type: 'approvals.PassGranted', data: { companyKind: 'ACI', origin } }));
  });

  it('uses the PASS the person has, for another employer too: nobody holds two [emplois/PASS-5]', () =>
    given(granted('2025-06-01'), covered('2025-06-01', true)).when(cover({}, 2)).then(covered('2026-03-20', false, 2, 1)));

  it('asks for no diagnosis under a valid PASS, nor who the person is', () =>
    given(granted('2025-06-01'), covered('2025-06-01', true)).when(cover({ diagnosis: null, nir: 'none', franceTravail: 'forgotten' }, 2)).then(covered('2026-03-20', false, 2, 1)));

  it('accepts a contract that starts on the last day of the PASS, and explains the refusal of the day after [emplois/ACP-3]', () => {
    const path = given(granted('2024-03-12'), covered('2024-03-12', true));
    path.when(cover({ startsOn: '2026-03-11' }, 2)).then(covered('2026-03-11', false, 2, 1));
    path.when(cover({ startsOn: '2026-03-12' }, 2)).thenRefused('approvals/hire-after-pass-end', {
      facts: { end: '2026-03-11' },
      checks: [{ rule: 'emplois/ACP-3', met: false, enough: { latestStart: '2026-03-11' } }],
    });
  });

  it('moves a PASS that has not started to an earlier contract, its end with it [emplois/PASS-11]', () => {
    const path = given(granted('2026-05-01'), covered('2026-05-01', true));
    const moved: ApprovalsEvent = { type: 'approvals.PassStartMoved', data: { passId: passOf(1), candidateId, start: '2026-03-20', end: '2028-03-18' } };
    path.when(cover({}, 2)).then(moved, covered('2026-03-20', false, 2, 1));
    path.when(cover({ startsOn: '2026-05-02' }, 2)).then(covered('2026-05-02', false, 2, 1));
  });

  it('never moves a PASS that has started, be it today [emplois/PASS-11]', () =>
    given(granted('2026-03-10'), covered('2026-03-10', true)).when(cover({ startsOn: '2026-03-09' }, 2)).then(covered('2026-03-09', false, 2, 1)));

  it('does nothing the second time, and refuses to change the day behind the application’s back', () => {
    const path = given(granted('2026-03-20'), covered('2026-03-20', true));
    path.when(cover()).thenNothing();
    path.when(cover({ startsOn: '2026-03-21' })).thenRefused('approvals/hire-already-covered', { facts: { startsOn: '2026-03-20' } });
  });

  it('needs a diagnosis still valid that day [emplois/PASS-6]', () => {
    when(cover({ diagnosis: null })).thenRefused('approvals/diagnosis-required', { checks: [{ rule: 'emplois/PASS-6', met: false }] });
    when(cover({ diagnosis: { ...prescriber, expiresOn: '2026-03-10' } })).thenRefused('approvals/diagnosis-required');
  });

  it('is left to staff when nothing tells the person from a namesake', () => {
    when(cover({ nir: 'none', franceTravail: 'forgotten' })).thenNothing();
    when(cover({ nir: 'none', franceTravail: 'not_registered' })).then(granted('2026-03-20'), covered('2026-03-20', true));
    when(cover({ nir: 'known', franceTravail: 'forgotten' })).then(granted('2026-03-20'), covered('2026-03-20', true));
  });

  describe('once staff have checked who the person is', () => {
    const checked = (given: Partial<CoverHire> = {}, n = 1) => cover({ nir: 'none', franceTravail: 'forgotten', today: '2026-05-04', checkedForHireOf: '2026-03-10', ...given }, n);

    it('grants the PASS from the day the contract started, on the diagnosis of the day it was agreed [emplois/ACP-10]', () => {
      when(checked({ diagnosis: { ...prescriber, expiresOn: '2026-03-11' } })).then(granted('2026-03-20'), covered('2026-03-20', true));
      when(checked({ diagnosis: { ...prescriber, expiresOn: '2026-03-10' } })).thenRefused('approvals/diagnosis-required');
    });

    it('uses the PASS another employer got for the person meanwhile: nobody holds two [emplois/PASS-5]', () =>
      given(granted('2026-04-01', 2), covered('2026-04-01', true, 2)).when(checked()).then(covered('2026-03-20', false, 1, 2)));

    it('still checks the waiting period [emplois/PASS-13]', () =>
      void given(granted('2023-01-01', 2), covered('2023-01-01', true, 2)).when(checked({ diagnosis: { ...prescriber, author: 'employer' } })).thenRefused('approvals/in-waiting-period'));
  });

  it('is for inclusion employers only', () => void when(cover({ companyKind: 'GEIQ' })).thenRefused('approvals/not-an-iae-employer'));
});

describe('the waiting period', () => {
  const expired = given(granted('2023-01-01'), covered('2023-01-01', true)); // ended on 2024-12-30
  const employer = { ...prescriber, author: 'employer' } as const;

  it('blocks a new PASS, an employer’s own diagnosis does not lift it [emplois/PASS-13]', () => {
    expired.when(cover({ diagnosis: employer }, 2)).thenRefused('approvals/in-waiting-period', {
      facts: { waitingUntil: '2026-12-30' },
      checks: [{ rule: 'emplois/PASS-13', met: false, inputs: { endedOn: '2024-12-30', waitingUntil: '2026-12-30', lifted: null }, enough: { prescriberDiagnosis: true } }],
    });
  });

  it('is lifted by a valid prescriber diagnosis, or a prescriber’s sending [emplois/PASS-13]', () => {
    expired.when(cover({}, 2)).thenExpect((events) => expect(events[0]!.type).toBe('approvals.PassGranted'));
    expired.when(cover({ diagnosis: employer, sentByAuthorisedPrescriber: true }, 2)).thenExpect((events) => expect(events[0]!.type).toBe('approvals.PassGranted'));
    expired.when(cover({ diagnosis: { ...prescriber, expiresOn: '2026-03-10' } }, 2)).thenRefused('approvals/in-waiting-period');
  });

  it('is over two years and a day after the end, as if there had been no PASS [emplois/PASS-14]', () => {
    const late = (today: string) => cover({ diagnosis: { ...employer, expiresOn: '2027-06-01' }, today, startsOn: today }, 2);
    expired.when(late('2026-12-30')).thenRefused('approvals/in-waiting-period');
    expired.when(late('2026-12-31')).thenExpect((events) => expect(events[0]!.type).toBe('approvals.PassGranted'));
    expect(latestPass(expired.state(), '2026-12-30')?.end).toBe('2024-12-30');
    expect(latestPass(expired.state(), '2026-12-31')).toBeNull();
  });
});

describe('a hire that will not be', () => {
  it('takes its PASS with it when nothing else uses it [emplois/CNL-2] [emplois/PASS-17]', () =>
    given(granted('2026-03-20'), covered('2026-03-20', true))
      .when(withdraw(1))
      .then(withdrawn(1, 1), { type: 'approvals.PassCancelled', data: { passId: passOf(1), candidateId, applicationId: application(1), ...passFrom('2026-03-20') } }));

  it('leaves the PASS to the other hires [emplois/CNL-2] [emplois/PASS-17]', () =>
    given(granted('2025-06-01'), covered('2025-06-01', true), covered('2026-03-20', false, 2, 1)).when(withdraw(1)).then(withdrawn(1, 1)));

  it('is withdrawn once', () => when(withdraw(1)).thenNothing());

  it('makes room for a new PASS when the person is hired again [emplois/CNL-4]', () =>
    given(granted('2026-03-20'), covered('2026-03-20', true), withdrawn(1, 1), { type: 'approvals.PassCancelled', data: { passId: passOf(1), candidateId, applicationId: application(1), ...passFrom('2026-03-20') } })
      .when(cover({ passId: passOf(9) }))
      .thenExpect(([first]) => expect(first).toMatchObject({ type: 'approvals.PassGranted', data: { passId: passOf(9) } })));
});
