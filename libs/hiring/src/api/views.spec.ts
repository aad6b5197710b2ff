import { describe, expect, it } from '@jest/globals';
import { actors } from '#testing';
import { employerOf, id } from '../domain/fixtures/applications.js';
import type { ApplicationRow } from '../projections/application.row.js';
import type { DiagnosisWithPass } from '../projections/diagnosis-lists.js';
import { diagnosisView, mayReadDiagnosis } from './diagnosis.view.js';
import { visible } from './visible.js';

const today = '2026-03-10';
const row = {
  companyId: id('company'),
  status: 'refused',
  refusalReason: 'no_position',
  reasonShared: false,
  answerId: id('answer'),
  privateAnswerId: id('private'),
} as ApplicationRow;
const candidate = actors.candidate('her', { id: id('candidate') });

describe('what a viewer reads of an application', () => {
  it('for the candidate: the answer, the reason once shared, never the one to the prescriber [emplois/REF-5]', () => {
    expect(visible(row, candidate)).toMatchObject({ answerId: id('answer'), refusalReason: null, privateAnswerId: null });
    expect(visible({ ...row, reasonShared: true }, candidate)).toMatchObject({ refusalReason: 'no_position', privateAnswerId: null });
    for (const viewer of [actors.prescriber(), actors.orienter(), employerOf(), actors.staff()])
      expect(visible(row, viewer)).toMatchObject({ answerId: id('answer'), refusalReason: 'no_position', privateAnswerId: id('private') });
  });

  it('offers actions to the receiving company only, those its status allows', () => {
    expect(visible(row, employerOf()).actions).toEqual(['accept', 'archive']);
    expect(visible({ ...row, archivedAt: '2026-03-01T09:00:00.000Z' }, employerOf()).actions).toEqual(['accept', 'unarchive']);
    expect(visible({ ...row, status: 'postponed', archivedAt: '2026-03-01T09:00:00.000Z' }, employerOf()).actions).toContain('unarchive');
    expect(visible({ ...row, status: 'accepted' }, employerOf()).actions).toEqual(['cancelHire']);
    expect(visible(row, actors.prescriber()).actions).toEqual([]);
    expect(visible(row, actors.employer('another')).actions).toEqual([]);
  });
});

describe('what a viewer reads of a diagnosis', () => {
  const own: DiagnosisWithPass = {
    id: id('diagnosis'),
    candidateId: id('candidate'),
    author: 'employer',
    organisation: id('company'),
    by: id('employer'),
    criteria: ['RSA'],
    madeOn: '2026-01-01',
    expiresOn: '2026-04-03',
    passId: null,
  };

  it('an employer’s is for that employer, and for the person once it led to a PASS [emplois/IAE-12]', () => {
    expect(mayReadDiagnosis(own, employerOf())).toBe(true);
    expect(mayReadDiagnosis(own, actors.employer('another'))).toBe(false);
    expect(mayReadDiagnosis(own, candidate)).toBe(false);
    expect(mayReadDiagnosis({ ...own, passId: id('pass') }, candidate)).toBe(true);
    expect(mayReadDiagnosis({ ...own, author: 'prescriber' }, candidate)).toBe(true);
    expect(mayReadDiagnosis({ ...own, author: 'prescriber' }, actors.orienter())).toBe(false);
  });

  it('lives as long as the valid PASS born from it [emplois/IAE-11]', () => {
    const pass = {
      passId: id('pass'),
      candidateId: id('candidate'),
      number: null,
      start: '2026-01-02',
      end: '2028-01-01',
      state: 'VALID',
      remainingDays: 600,
      waitingUntil: null,
    } as const;
    expect(diagnosisView({ ...own, passId: id('pass') }, 'x', pass, '2026-06-01')).toMatchObject({ expiresOn: '2028-01-01', valid: true });
    expect(diagnosisView(own, 'x', pass, '2026-06-01')).toMatchObject({ expiresOn: '2026-04-03', valid: false });
    expect(diagnosisView({ ...own, passId: id('pass') }, 'x', { ...pass, end: '2026-03-09' }, today)).toMatchObject({
      expiresOn: '2026-04-03',
      valid: true,
    });
  });
});
