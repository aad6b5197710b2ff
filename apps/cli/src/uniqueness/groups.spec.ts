import { describe, expect, it } from '@jest/globals';
import { uniqueness } from './groups.js';

const person = (sex: string, age: string) => ({ sex, age });

describe('how far coarse dimensions tell people apart', () => {
  const people = [person('F', '30'), person('F', '30'), person('F', '31'), ...Array.from({ length: 5 }, () => person('M', '40'))];

  it('counts who is alone and who is among fewer than five', () => {
    expect(uniqueness(people, ['sex', 'age'])).toEqual({ dimensions: ['sex', 'age'], people: 8, alone: 1, few: 3 });
  });

  it('tells fewer apart with fewer dimensions', () => {
    expect(uniqueness(people, ['sex'])).toMatchObject({ alone: 0, few: 3 });
    expect(uniqueness([], ['sex'])).toMatchObject({ people: 0, alone: 0, few: 0 });
  });
});
