import { describe, expect, it } from '@jest/globals';
import { InvalidInput } from '#kernel';
import { monthsOf, questionOf } from './question.js';

const now = Date.parse('2026-03-10T09:00:00Z');
const gard = { region: null, department: '30' };
const occitanie = { region: '76', department: null };
const nation = { region: null, department: null };

describe('what a visitor may ask of the figures', () => {
  it('the public gets closed months only, the last twelve unless it says otherwise', () => {
    expect(questionOf({}, null, now)).toEqual({ from: '2025-03', to: '2026-02', kind: null, region: null, department: null, masked: true, validAt: '2026-02-28', knownAt: Date.parse('2026-03-01T00:00:00+01:00') - 1 });
    expect(questionOf({ from: '2026-03', to: '2026-03' }, null, now)).toMatchObject({ from: '2026-02', to: '2026-02' });
  });

  it('an inspector who names no territory is answered about his own, the current month included [pilotage/A-14]', () => {
    expect(questionOf({}, gard, now)).toMatchObject({ to: '2026-03', department: '30', masked: false });
    expect(questionOf({}, occitanie, now)).toMatchObject({ region: '76', department: null, masked: false });
    expect(questionOf({}, nation, now)).toMatchObject({ region: null, department: null, masked: false });
  });

  it('may be narrowed inside one’s own territory, and is the public’s outside it [pilotage/A-04]', () => {
    expect(questionOf({ department: '34' }, occitanie, now)).toMatchObject({ region: '76', department: '34', masked: false });
    expect(questionOf({ department: '59' }, occitanie, now)).toMatchObject({ region: null, department: '59', masked: true });
    expect(questionOf({ region: '32', department: '34' }, occitanie, now)).toMatchObject({ masked: false });
    expect(questionOf({ region: '76' }, gard, now)).toMatchObject({ region: '76', department: null, masked: true });
    expect(questionOf({ region: '76', department: '30' }, gard, now)).toMatchObject({ department: '30', masked: false });
    expect(questionOf({ department: '34' }, gard, now)).toMatchObject({ masked: true });
    expect(questionOf({ department: '59' }, nation, now)).toMatchObject({ department: '59', masked: false });
  });

  it('whoever is in scope may ask for what the public is told, of the country too', () => {
    expect(questionOf({ asPublic: true }, gard, now)).toEqual(questionOf({}, null, now));
    expect(questionOf({ asPublic: true, department: '30' }, gard, now)).toMatchObject({ department: '30', masked: true });
  });

  it.each([
    [{ from: '2026-13' }, 'pilotage/unknown-month'],
    [{ region: '77' }, 'pilotage/unknown-region'],
    [{ department: '20' }, 'pilotage/unknown-department'],
    [{ kind: 'SARL' }, 'pilotage/unknown-kind'],
    [{ from: '2026-02', to: '2026-01' }, 'pilotage/period-reversed'],
    [{ from: '2026-04' }, 'pilotage/month-to-come'],
    [{ asOf: '2026-03-11' }, 'pilotage/day-to-come'],
    [{ knownAt: '2026-03-10T23:00:00Z' }, 'pilotage/day-to-come'],
  ])('%j is sent back, field by field', (asked, code) => {
    const refusal = (() => {
      try {
        return questionOf(asked, null, now);
      } catch (error) {
        return error;
      }
    })();
    expect(refusal).toBeInstanceOf(InvalidInput);
    expect((refusal as InvalidInput).fields).toMatchObject([{ code }]);
  });

  it('the public is told what was true and known when a month ended, whatever moment it names', () => {
    const january = { validAt: '2026-01-31', to: '2026-01' };
    for (const asOf of ['2026-01-31', '2026-02-01', '2026-02-27']) expect(questionOf({ asOf }, null, now)).toMatchObject(january);
    expect(questionOf({ asOf: '2026-01-30' }, null, now)).toMatchObject({ validAt: '2025-12-31', to: '2025-12' });
    expect(questionOf({ asOf: '2026-03-10' }, null, now)).toMatchObject({ validAt: '2026-02-28' });
    const knownAt = Date.parse('2026-02-01T00:00:00+01:00') - 1;
    for (const instant of ['2026-02-01T00:00:00+01:00', '2026-02-15T12:00:00Z', '2026-02-28T22:59:59Z']) expect(questionOf({ knownAt: instant }, null, now)).toMatchObject({ knownAt, to: '2026-01' });
    // What was answered can be asked again by its own moment.
    expect(questionOf({ asOf: '2026-01-31', knownAt: new Date(knownAt).toISOString() }, null, now)).toMatchObject({ validAt: '2026-01-31', knownAt });
    expect(questionOf({ knownAt: '2026-03-10T22:59:59.999Z' }, null, now)).toEqual(questionOf({}, null, now));
  });

  it('whoever is in scope names any day and any instant, and now is no limit at all', () => {
    expect(questionOf({ asOf: '2026-02-11', knownAt: '2026-03-01T10:00:00.000Z' }, gard, now)).toMatchObject({ validAt: '2026-02-11', knownAt: Date.parse('2026-03-01T10:00:00Z'), to: '2026-02' });
    expect(questionOf({ asOf: '2026-03-10', knownAt: '2026-03-10T20:00:00.000Z' }, gard, now)).toMatchObject({ validAt: null, knownAt: null, to: '2026-03' });
    expect(questionOf({ department: '59', asOf: '2026-02-11' }, gard, now)).toMatchObject({ masked: true, validAt: '2026-01-31' });
  });

  it('every month of the period has its line, empty or not', () => expect(monthsOf({ from: '2025-11', to: '2026-02' })).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']));
});
