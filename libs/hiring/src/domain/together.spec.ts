import { describe, expect, it } from '@jest/globals';
import { newId, Refusal } from '#kernel';
import { actors } from '#testing';
import { MOST_TOGETHER, requireTogether } from './together.js';

const NOTHING = { answer: null, reason: null, shareReason: false, privateAnswer: null };
const asked = (action: string, more: object = {}) => ({ ...NOTHING, action, ids: [newId()], ...more });
const refusalOf = (action: string, more: object = {}, kind = 'ACI') => {
  try {
    requireTogether(asked(action, more), actors.employer('together', { organisationKind: kind }));
    return null;
  } catch (error) {
    return (error as Refusal).code;
  }
};

describe('deciding on several applications at once', () => {
  it('never accepts, and never cancels a hire [emplois/REF-10]', () => {
    for (const action of ['accept', 'cancelHire', 'toString', '']) expect(refusalOf(action)).toBe('hiring/not-together');
    for (const action of ['putUnderStudy', 'addToPool']) expect(refusalOf(action)).toBeNull();
  });

  it('wants one application at least and fifty at most, each counted once', () => {
    expect(refusalOf('putUnderStudy', { ids: [] })).toBe('hiring/nothing-selected');
    const most = Array.from({ length: MOST_TOGETHER }, () => newId());
    expect(refusalOf('putUnderStudy', { ids: [...most, most[0]] })).toBeNull();
    expect(refusalOf('putUnderStudy', { ids: [...most, newId()] })).toBe('hiring/too-many-selected');
  });

  it('wants the answer, and to decline a reason this company may give, before any application is touched', () => {
    expect(refusalOf('postpone', { answer: '  ' })).toBe('hiring/answer-required');
    expect(refusalOf('refuse', { reason: 'not_mobile' })).toBe('hiring/answer-required');
    expect(refusalOf('refuse', { answer: 'Non.' })).toBe('hiring/reason-not-available');
    expect(refusalOf('refuse', {})).toBe('input/invalid');
    expect(refusalOf('refuse', { reason: 'non_eligible', answer: 'Non.' })).toBeNull();
    expect(refusalOf('refuse', { reason: 'non_eligible', answer: 'Non.' }, 'GEIQ')).toBe('hiring/reason-not-available');
  });
});
