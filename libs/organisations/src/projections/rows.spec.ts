import { describe, expect, it } from '@jest/globals';
import { type DomainEvent, type Projection, type RecordedEvent } from '#kernel';
import { ATELIER, STRASBOURG } from '../domain/fixtures.js';
import { companies, type CompanyRow } from './company.row.js';
import { jobs, type JobRow } from './job.row.js';
import { members, type MemberRow } from './member.row.js';
import { organisations, type OrganisationRow } from './organisation.row.js';
import { withApplication } from './recent-applications.js';

const recorded = (type: string, data: object, occurred = '2026-01-01T00:00:00.000Z') => ({ type, data, meta: { occurred } }) as unknown as RecordedEvent;
const fold = <R extends object>(projection: Projection, key: string, ...events: readonly RecordedEvent<DomainEvent>[]) =>
  events.filter((event) => [projection.keys(event)].flat().includes(key)).reduce<object | null>((row, event) => projection.evolve(row, event, key), null) as R | null;

const { companyId } = ATELIER;
const registered = recorded('organisations.CompanyRegistered', ATELIER);
const member = (type: 'MemberJoined' | 'MemberLeft', organisationType = 'company') => recorded(`organisations.${type}`, { organisationId: companyId, organisationType, accountId: 'a', admin: true });
const opened = recorded('organisations.JobOpened', { jobId: 'j', companyId, rome: 'A1203', title: 'Agent', contractType: 'FIXED_TERM_I', insee: null, department: '67', places: 2 });
const closed = recorded('organisations.JobClosed', { jobId: 'j', companyId }, '2026-02-01T00:00:00.000Z');

describe('the row of a company', () => {
  it('shows the brand, else the legal name [organisations/COM-18]', () => {
    expect(fold<CompanyRow>(companies, companyId, registered)?.name).toBe('Atelier du Pont Imaginaire');
    expect(fold<CompanyRow>(companies, companyId, registered, recorded('organisations.CompanyChanged', { ...ATELIER, brand: 'Le Pont' }))?.name).toBe('Le Pont');
  });
  it('counts its members and its open jobs', () => {
    expect(fold<CompanyRow>(companies, companyId, registered, member('MemberJoined'), opened)).toMatchObject({ members: 1, openJobs: 1, region: '44' });
    expect(fold<CompanyRow>(companies, companyId, registered, member('MemberJoined'), opened, closed, member('MemberLeft'))).toMatchObject({ members: 0, openJobs: 0 });
  });
  it('is not touched by the members of other kinds of organisations', () => expect(companies.keys(member('MemberJoined', 'prescriber'))).toEqual([]));
  it('remembers the applications of three weeks [organisations/COM-81]', () => {
    const recent = ['2026-01-01', '2026-01-10', '2026-01-10', '2026-01-31'].reduce(withApplication, {});
    expect(recent).toEqual({ '2026-01-31': 1 });
    expect(['2026-01-01', '2026-01-10', '2026-01-10'].reduce(withApplication, {})).toEqual({ '2026-01-01': 1, '2026-01-10': 2 });
  });
});

describe('the row of an organisation', () => {
  it('follows the authorisation of a prescriber [emplois/AUT-3]', () => {
    const prescriber = recorded('organisations.PrescriberRegistered', { prescriberId: 'p', siret: null, kind: 'FT', name: 'Agence imaginaire', authorised: true, ...STRASBOURG });
    expect(fold<OrganisationRow>(organisations, 'p', prescriber)).toMatchObject({ type: 'prescriber', authorised: true, region: '44' });
    expect(fold<OrganisationRow>(organisations, 'p', prescriber, recorded('organisations.AuthorisationChanged', { prescriberId: 'p', authorised: false }))?.authorised).toBe(false);
  });
  it('places an institution in the region of its département', () =>
    expect(fold<OrganisationRow>(organisations, 'i', recorded('organisations.InstitutionRegistered', { institutionId: 'i', kind: 'DDETS_IAE', name: 'DDETS imaginaire', department: '67', region: null }))?.region).toBe('44'));
});

describe('the row of a membership', () => {
  it('is kept, inactive, when the member leaves, and taken up again [organisations/MEM-5]', () => {
    const key = `${companyId}:a`;
    expect(fold<MemberRow>(members, key, member('MemberJoined'), member('MemberLeft'))).toMatchObject({ active: false, admin: false });
    expect(fold<MemberRow>(members, key, member('MemberJoined'), member('MemberLeft'), member('MemberJoined'))).toMatchObject({ active: true });
  });
});

describe('the row of a job', () => {
  it('is open until it is closed', () => {
    expect(fold<JobRow>(jobs, 'j', opened)?.open).toBe(true);
    expect(fold<JobRow>(jobs, 'j', opened, closed)).toMatchObject({ open: false, changedAt: '2026-02-01T00:00:00.000Z' });
  });
  it('is closed when a hire described it, and does not count among the open ones [organisations/JOB-10] [emplois/ACP-4]', () => {
    const described = recorded('organisations.HiredJobDescribed', { jobId: 'j', companyId, rome: 'K2204', title: 'Nettoyage de locaux', insee: '67482', department: '67' });
    expect(fold<JobRow>(jobs, 'j', described)).toMatchObject({ open: false, title: 'Nettoyage de locaux', insee: '67482' });
    expect(fold<CompanyRow>(companies, companyId, registered, described)?.openJobs).toBe(0);
    expect(fold<JobRow>(jobs, 'j', described, opened)).toMatchObject({ open: true, title: 'Agent', places: 2 });
  });
});
