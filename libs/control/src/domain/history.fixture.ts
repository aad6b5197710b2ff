import { addDays, derivedId, type Day } from '#kernel';
import type { ApprovalsEvent } from '#approvals';
import type { HistoryEvent } from './history-events.js';

const id = (name: string) => derivedId('control fixture', name);
export const ids = {
  application: id('application'), other: id('other application'), candidate: id('candidate'), company: id('company'), elsewhere: id('another company'), pass: id('pass'), stranger: id('somebody else’s pass'),
  diagnosis: id('diagnosis'), elsewhereDiagnosis: id('diagnosis elsewhere'), prescriber: id('prescriber'), prescriberOrganisation: id('prescriber organisation'), employer: id('employer'), ddets: id('ddets'),
};
const place = { applicationId: ids.application, candidateId: ids.candidate, companyId: ids.company, companyKind: 'ACI' as const, companyDepartment: '30' };
const dimensions = { sex: 'F' as const, age: 31, department: '30', qpv: true, zrr: false };
const [start, end]: [Day, Day] = ['2026-03-20', addDays('2026-03-20', 729)];
const numbered = (passId: string, number: string): ApprovalsEvent => ({ type: 'approvals.PassNumbered', data: { passId, candidateId: ids.candidate, number } });

/** A hire as the platform writes it: who is first, then where, then what. One line per append, one minute apart. */
export const HISTORY: readonly (readonly ['prescriber' | 'employer' | 'system', string, HistoryEvent])[] = [
  ['prescriber', `candidate-${ids.candidate}`, { type: 'identity.CandidateRegistered', data: { candidateId: ids.candidate, ...dimensions, nir: 'known', franceTravail: 'known' } }],
  ['employer', `diagnosis-${ids.candidate}`, { type: 'hiring.EligibilityDiagnosed', data: { diagnosisId: ids.elsewhereDiagnosis, candidateId: ids.candidate, author: 'employer', organisation: ids.elsewhere, organisationKind: 'EI', by: ids.employer, criteria: ['AAH'], on: '2026-02-20', expiresOn: '2026-05-23' } }],
  ['prescriber', `diagnosis-${ids.candidate}`, { type: 'hiring.EligibilityDiagnosed', data: { diagnosisId: ids.diagnosis, candidateId: ids.candidate, author: 'prescriber', organisation: ids.prescriberOrganisation, organisationKind: 'FT', by: ids.prescriber, criteria: ['RSA', 'QPV'], on: '2026-03-02', expiresOn: '2026-09-02' } }],
  ['prescriber', `application-${ids.application}`, { type: 'hiring.ApplicationSubmitted', data: { ...place, sender: 'prescriber', senderId: ids.prescriber, senderOrganisation: ids.prescriberOrganisation, senderOrganisationKind: 'FT', jobs: [], messageId: null, on: '2026-03-02', at: '2026-03-02T09:03:00.000Z', candidate: dimensions } }],
  ['system', 'pass-numbers', numbered(ids.stranger, 'XXXXX0000001')],
  ['employer', `pass-${ids.candidate}`, { type: 'approvals.PassGranted', data: { passId: ids.pass, candidateId: ids.candidate, applicationId: ids.application, companyId: ids.company, companyKind: 'ACI', diagnosisId: ids.diagnosis, diagnosisAuthor: 'prescriber', start, end, numbersSeen: 0 } }],
  ['employer', `pass-${ids.candidate}`, { type: 'approvals.HireCovered', data: { passId: ids.pass, candidateId: ids.candidate, applicationId: ids.application, companyId: ids.company, startsOn: start, isNew: true } }],
  ['system', 'pass-numbers', numbered(ids.pass, 'XXXXX0000002')],
  ['employer', `application-${ids.application}`, { type: 'hiring.ApplicationAccepted', data: { ...place, startsOn: start, endsOn: null, jobId: null, pass: { passId: ids.pass, number: 'XXXXX0000002', start, end, isNew: true }, diagnosisId: ids.diagnosis, selfPrescription: false, manualDelivery: false, answerId: null, advisor: null, submittedOn: '2026-03-02', sender: 'prescriber', on: '2026-03-02', candidate: dimensions } }],
  ['employer', `pass-${ids.candidate}`, { type: 'approvals.HireCovered', data: { passId: ids.pass, candidateId: ids.candidate, applicationId: ids.other, companyId: ids.elsewhere, startsOn: '2026-04-01', isNew: false } }],
];
