import { describe, expect, it } from '@jest/globals';
import { InvalidInput } from '#kernel';
import { spec } from '#testing';
import { type CompanyEvent, companyDecider } from './company.decider.js';
import { ATELIER } from './fixtures.js';

const { companyId } = ATELIER;
const registered: CompanyEvent = { type: 'organisations.CompanyRegistered', data: ATELIER };
const joined = (accountId: string, admin: boolean): CompanyEvent => ({ type: 'organisations.MemberJoined', data: { organisationId: companyId, organisationType: 'company', accountId, admin } });
const left = (accountId: string): CompanyEvent => ({ type: 'organisations.MemberLeft', data: { organisationId: companyId, organisationType: 'company', accountId } });
const company = spec(companyDecider);
const fieldsOf = (decide: () => unknown): readonly { field: string; code: string }[] => {
  try {
    decide();
  } catch (error) {
    if (error instanceof InvalidInput) return error.fields;
    throw error;
  }
  return [];
};
const register = (change: object) => fieldsOf(() => companyDecider.decide({ kind: 'register', company: { ...ATELIER, ...change } }, companyDecider.initial));

describe('registering a company', () => {
  it('is written once, however often it is asked', () => {
    company.when({ kind: 'register', company: ATELIER }).then(registered);
    company.given(registered).when({ kind: 'register', company: ATELIER }).thenNothing();
  });
  it('opens it to spontaneous applications [organisations/COM-74]', () => expect(company.given(registered).state()).toMatchObject({ blocked: false, spontaneousOpen: true }));
  it('names every field that is wrong', () =>
    expect(register({ siret: '1', kind: 'ZZZ', name: ' ', naf: '81', postCode: '670', city: '', department: '99', lat: 4, lon: null }).map(({ field }) => field)).toEqual([
      'siret', 'kind', 'name', 'naf', 'postCode', 'city', 'department', 'lat',
    ]));
  it('asks a NAF of four digits and a letter [organisations/COM-16]', () => {
    expect(register({ naf: '81.30Z' })).toEqual([{ field: 'naf', code: 'organisations/naf' }]);
    expect(register({ naf: '8130Z' })).toEqual([]);
  });
  it('asks a post code of five digits [organisations/COM-17]', () => expect(register({ postCode: '6700' })).toEqual([{ field: 'postCode', code: 'organisations/post-code' }]));
});

describe('changing a company', () => {
  it('is written when something differs, and only then', () => {
    const { companyId: _, siret: __, kind: ___, source: ____, ...card } = ATELIER;
    company.given(registered).when({ kind: 'change', card }).thenNothing();
    company.given(registered).when({ kind: 'change', card: { ...card, brand: 'Le Pont' } }).then({ type: 'organisations.CompanyChanged', data: { companyId, ...card, brand: 'Le Pont' } });
  });
  it('that does not exist is refused', () => {
    company.when({ kind: 'recruit', blocked: true, spontaneousOpen: false }).thenRefused('organisations/unknown-company');
  });
  it('can block all applications, once', () => {
    const blocked: CompanyEvent = { type: 'organisations.RecruitmentSet', data: { companyId, blocked: true, spontaneousOpen: true } };
    company.given(registered).when({ kind: 'recruit', blocked: true, spontaneousOpen: true }).then(blocked);
    company.given(registered, blocked).when({ kind: 'recruit', blocked: true, spontaneousOpen: true }).thenNothing();
  });
});

describe('members', () => {
  it('the first is administrator, the second is not [organisations/MEM-4]', () => {
    company.given(registered).when({ kind: 'join', accountId: 'a' }).then(joined('a', true));
    company.given(registered, joined('a', true)).when({ kind: 'join', accountId: 'b' }).then(joined('b', false));
  });
  it('join once [organisations/MEM-1]', () => company.given(registered, joined('a', true)).when({ kind: 'join', accountId: 'a' }).thenNothing());
  it('who left come back as plain members, or administrator of an empty organisation [organisations/MEM-5]', () => {
    company.given(registered, joined('a', true), joined('b', true), left('b')).when({ kind: 'join', accountId: 'b' }).then(joined('b', false));
    company.given(registered, joined('a', true), left('a')).when({ kind: 'join', accountId: 'a' }).then(joined('a', true));
  });
  it('do not remove themselves [organisations/MEM-7]', () => {
    company.given(registered, joined('a', true)).when({ kind: 'leave', accountId: 'a', by: 'a' }).thenRefused('organisations/cannot-remove-oneself');
    company.given(registered, joined('a', true), joined('b', false)).when({ kind: 'leave', accountId: 'b', by: 'a' }).then(left('b'));
    company.given(registered, joined('a', true)).when({ kind: 'leave', accountId: 'b', by: 'a' }).thenNothing();
  });
});
