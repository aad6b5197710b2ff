import { describe, expect, it } from '@jest/globals';
import { InvalidInput } from '#kernel';
import { type AskedEmployers, employerQuestion } from './employer-question.js';

const asked = (change: Partial<AskedEmployers>): AskedEmployers => ({ place: '67482', distance: 25, kinds: [], job: null, page: 1, ...change });
const problems = (change: Partial<AskedEmployers>) => {
  try {
    employerQuestion(asked(change));
  } catch (error) {
    if (error instanceof InvalidInput) return error.fields.map(({ field, code }) => `${field}: ${code}`);
    throw error;
  }
  return [];
};

describe('looking for employers', () => {
  it('takes one of seven distances, 25 km when none is said [organisations/SEA-2]', () => {
    expect(employerQuestion(asked({ distance: null, kinds: null, page: null }))).toMatchObject({ distance: 25, kinds: [], page: 1 });
    for (const distance of [2, 5, 10, 15, 25, 50, 100]) expect(problems({ distance })).toEqual([]);
  });
  it('refuses an unknown distance or place, field by field [organisations/SEA-3]', () => {
    expect(problems({ distance: 30 })).toEqual(['distance: organisations/unknown-distance']);
    expect(problems({ place: 'nowhere', distance: 0 })).toEqual(['place: organisations/unknown-place', 'distance: organisations/unknown-distance']);
  });
  it('says why adapted companies are not there [organisations/SEA-6]', () => {
    expect(problems({ kinds: ['ACI', 'EA'] })).toEqual(['kinds: organisations/adapted-not-searched']);
    expect(problems({ kinds: ['EATT'] })).toEqual(['kinds: organisations/adapted-not-searched']);
    expect(problems({ kinds: ['ACI', 'AI', 'EI', 'EITI', 'ETTI', 'GEIQ', 'OPCS'] })).toEqual([]);
  });
  it('refuses a kind that does not exist and a page before the first', () => {
    expect(problems({ kinds: ['ZZ'] })).toEqual(['kinds: organisations/company-kind']);
    expect(problems({ page: 0 })).toEqual(['page: organisations/unknown-page']);
  });
});
