import { describe, expect, it } from '@jest/globals';
import { actors } from '#testing';
import { displayName, maskedName, normaliseName, sortName } from './names.js';
import { mayChangeSignInEmail, mayEdit, mayRead } from './rights.js';

const candidate = { id: actors.candidate().id, createdBy: actors.orienter('who registered').id };

describe('The data of a candidate', () => {
  it('is read by authorised prescribers, employers and staff, and edited by them [emplois/AUT-7]', () => {
    for (const viewer of [actors.prescriber(), actors.employer(), actors.staff()])
      expect([mayRead(viewer, candidate), mayEdit(viewer, candidate)]).toEqual([true, true]);
  });

  it('is read by an orienter only when they registered the candidate [emplois/AUT-7]', () => {
    expect(mayRead(actors.orienter(), candidate)).toBe(false);
    expect(mayRead(actors.orienter('who registered'), candidate)).toBe(true);
  });

  it('is read by the candidate, not by another', () => {
    expect(mayRead(actors.candidate(), candidate)).toBe(true);
    expect(mayRead(actors.candidate('another'), candidate)).toBe(false);
  });

  it('has one part that is a key, the e-mail one signs in with: changed by the person and the team only', () => {
    expect([actors.candidate(), actors.staff()].map((actor) => mayChangeSignInEmail(actor, candidate))).toEqual([true, true]);
    for (const other of [actors.prescriber(), actors.employer(), actors.orienter('who registered'), actors.candidate('another')])
      expect(mayChangeSignInEmail(other, candidate)).toBe(false);
  });

  it('is read but not edited by an inspector, and neither by buyers and suppliers', () => {
    expect([mayRead(actors.inspector(), candidate), mayEdit(actors.inspector(), candidate)]).toEqual([true, false]);
    for (const viewer of [actors.buyer(), actors.supplier()]) expect(mayRead(viewer, candidate)).toBe(false);
  });
});

describe('A name', () => {
  it('shows first letters and an ellipsis when it is masked [emplois/AUT-7]', () => {
    expect(maskedName({ firstName: 'jean', lastName: 'Élan' })).toEqual({ firstName: 'J…', lastName: 'É…' });
  });

  it('is compared without accents, case or hyphens [emplois/CAN-25]', () => {
    expect(normaliseName(' Anne-Lise  CŒUR ')).toBe('anne lise coeur');
    expect(normaliseName('Noël')).toBe(normaliseName('NOEL'));
  });

  it('is shown and sorted last name first', () => {
    expect(displayName({ firstName: 'Prune', lastName: 'Étalon' })).toBe('ÉTALON Prune');
    expect(sortName({ firstName: 'Prune', lastName: 'Étalon' })).toBe('etalon prune');
  });
});
