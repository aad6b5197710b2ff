import { describe, expect, it } from '@jest/globals';
import type { Membership } from '#organisations';
import { actingAs, currentMembership } from './acting-as.js';

const member = (id: string, given: Partial<Membership>): Membership => ({
  id,
  type: 'company',
  kind: 'ACI',
  name: id,
  siret: null,
  department: '30',
  city: null,
  authorised: false,
  admin: false,
  role: 'employer',
  ...given,
});
const company = member('company', {});
const agency = member('agency', { type: 'prescriber', kind: 'FT', role: 'prescriber', authorised: true });
const association = member('association', { type: 'prescriber', kind: 'OTHER', role: 'prescriber' });
const directorate = member('directorate', { type: 'institution', kind: 'DDETS_IAE', role: 'inspector' });

describe('Who an account acts as', () => {
  it('comes from the organisation chosen, not from the account [emplois/AUT-1]', () => {
    expect(actingAs('a', 'professional', company)).toMatchObject({
      role: 'employer',
      organisation: 'company',
      organisationKind: 'ACI',
      department: null,
    });
    expect(actingAs('a', 'professional', directorate)).toMatchObject({ role: 'inspector', department: '30' });
    expect(actingAs('c', 'candidate', null)).toMatchObject({ id: 'c', role: 'candidate', organisation: null });
    expect(actingAs('s', 'staff', null)).toMatchObject({ role: 'staff' });
  });

  it('is nobody for a professional without any organisation [emplois/AUT-2]', () => {
    expect(actingAs('a', 'professional', currentMembership([], 'company'))).toBeNull();
  });

  it('is an authorised prescriber only where the organisation is authorised [emplois/AUT-3]', () => {
    expect(actingAs('a', 'professional', agency)?.authorised).toBe(true);
    expect(actingAs('a', 'professional', association)?.authorised).toBe(false);
    expect(actingAs('a', 'professional', { ...company, authorised: true })?.authorised).toBe(false);
  });

  it('falls back to the first company, then prescriber, then institution when the choice is no longer one [organisations/USR-15]', () => {
    const all = [directorate, association, company, agency];
    expect(currentMembership(all, 'agency')).toBe(agency);
    expect(currentMembership(all, 'left')).toBe(company);
    expect(currentMembership([directorate, agency], null)).toBe(agency);
  });
});
