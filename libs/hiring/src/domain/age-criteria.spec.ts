import { describe, expect, it } from '@jest/globals';
import { ageOn } from '#kernel';
import { criteriaOfAge } from './age-criteria.js';

const on = (birth: string) => criteriaOfAge(ageOn(birth, '2026-03-10'));

describe('The criteria that a birth date says', () => {
  it('make a senior on the 50th birthday, not the day before [emplois/IAE-17]', () => {
    expect(on('1976-03-10')).toEqual(['SENIOR']);
    expect(on('1976-03-11')).toEqual([]);
  });

  it('make nobody young from the 26th birthday on [emplois/IAE-17]', () => {
    expect(on('2000-03-10')).toEqual([]);
    expect(on('2000-03-11')).toEqual(['JEUNE']);
  });
});
