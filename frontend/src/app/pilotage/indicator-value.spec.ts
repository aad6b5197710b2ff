import { describe, expect, it } from '@jest/globals';
import { indicatorValue } from './indicator-value';

const told = (unit: string, ...values: (number | null)[]) => values.map((value) => indicatorValue({ value, unit }));

describe('the value of an indicator', () => {
  it('never leaves its unit at the end of a line', () => {
    for (const text of [...told('%', 0.308), ...told('jours', 11.5), ...told('€', 96448)]) expect(text).not.toContain(' ');
  });

  it('is in the singular below two, as French counts', () => expect(told('jours', 0, 1.5, 2).map((text) => text.replace(/\s/gu, ' '))).toEqual(['0 jour', '1,5 jour', '2 jours']));

  it('is a dash when nothing can be told', () => expect(told('€', null)).toEqual(['–']));
});
