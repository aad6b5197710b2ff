import { describe, expect, it } from '@jest/globals';
import { InvalidInput } from '#kernel';
import { monthsOf, questionOf } from './question.js';

const today = '2026-03-10';
const gard = { region: null, department: '30' };
const occitanie = { region: '76', department: null };
const nation = { region: null, department: null };

describe('what a visitor may ask of the figures', () => {
  it('the public gets closed months only, the last twelve unless it says otherwise', () => {
    expect(questionOf({}, null, today)).toEqual({ from: '2025-03', to: '2026-02', kind: null, region: null, department: null, masked: true });
    expect(questionOf({ from: '2026-03', to: '2026-03' }, null, today)).toMatchObject({ from: '2026-02', to: '2026-02' });
  });

  it('an inspector who names no territory is answered about his own, the current month included [pilotage/A-14]', () => {
    expect(questionOf({}, gard, today)).toMatchObject({ to: '2026-03', department: '30', masked: false });
    expect(questionOf({}, occitanie, today)).toMatchObject({ region: '76', department: null, masked: false });
    expect(questionOf({}, nation, today)).toMatchObject({ region: null, department: null, masked: false });
  });

  it('may be narrowed inside one’s own territory, and is the public’s outside it [pilotage/A-04]', () => {
    expect(questionOf({ department: '34' }, occitanie, today)).toMatchObject({ region: '76', department: '34', masked: false });
    expect(questionOf({ department: '59' }, occitanie, today)).toMatchObject({ region: null, department: '59', masked: true });
    expect(questionOf({ region: '32', department: '34' }, occitanie, today)).toMatchObject({ masked: false });
    expect(questionOf({ region: '76' }, gard, today)).toMatchObject({ region: '76', department: null, masked: true });
    expect(questionOf({ region: '76', department: '30' }, gard, today)).toMatchObject({ department: '30', masked: false });
    expect(questionOf({ department: '34' }, gard, today)).toMatchObject({ masked: true });
    expect(questionOf({ department: '59' }, nation, today)).toMatchObject({ department: '59', masked: false });
  });

  it.each([
    [{ from: '2026-13' }, 'pilotage/unknown-month'],
    [{ region: '77' }, 'pilotage/unknown-region'],
    [{ department: '20' }, 'pilotage/unknown-department'],
    [{ kind: 'SARL' }, 'pilotage/unknown-kind'],
    [{ from: '2026-02', to: '2026-01' }, 'pilotage/period-reversed'],
  ])('%j is sent back, field by field', (asked, code) => {
    const refusal = (() => {
      try {
        return questionOf(asked, null, today);
      } catch (error) {
        return error;
      }
    })();
    expect(refusal).toBeInstanceOf(InvalidInput);
    expect((refusal as InvalidInput).fields).toMatchObject([{ code }]);
  });

  it('every month of the period has its line, empty or not', () => expect(monthsOf({ from: '2025-11', to: '2026-02' })).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']));
});
