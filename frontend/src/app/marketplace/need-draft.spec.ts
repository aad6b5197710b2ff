import { describe, expect, it } from '@jest/globals';
import { emptyDraft, inputOf, type NeedDraft, problemsOf, problemsOfDraft, suggestedQuestions, withKind } from './need-draft';

const today = '2026-11-21';
const complete: NeedDraft = { ...emptyDraft, kind: 'QUOTE', title: 'Nettoyage', description: 'Deux fois par semaine', place: { code: '35238', label: 'Rennes (35)' }, deadline: '2026-12-01', responseKinds: ['EMAIL'], email: 'achats@exemple.test' };
const fields = (draft: NeedDraft): string[] => problemsOf(draft, today).map((p) => p.field);

describe('the form of a need', () => {
  it('lets a complete need leave, and names each field that is missing', () => {
    expect(fields(complete)).toEqual([]);
    expect(fields(emptyDraft)).toEqual(['kind', 'title', 'description', 'place', 'deadline', 'responseKinds']);
  });

  it('accepts the whole of France instead of a place', () => {
    expect(fields({ ...complete, place: null, wholeFrance: true })).toEqual([]);
    expect(inputOf({ ...complete, wholeFrance: true }).place).toBeNull();
  });

  it('takes a deadline of today, refuses yesterday, and a deadline after the start', () => {
    expect(fields({ ...complete, deadline: today })).toEqual([]);
    expect(fields({ ...complete, deadline: '2026-11-20' })).toEqual(['deadline']);
    expect(fields({ ...complete, startsOn: '2026-11-30' })).toEqual(['deadline']);
  });

  it('asks for what each way of answering needs', () => {
    expect(fields({ ...complete, email: '' })).toEqual(['email']);
    expect(fields({ ...complete, responseKinds: ['TEL'] })).toEqual(['phone']);
    expect(fields({ ...complete, responseKinds: ['EXTERN'] })).toEqual(['link']);
    expect(fields({ ...complete, link: 'javascript:alert(1)' })).toEqual(['link']);
    expect(fields({ ...complete, email: 'achats' })).toEqual(['email']);
    expect(fields({ ...complete, responseKinds: ['TEL'], phone: 'demandez Camille' })).toEqual(['phone']);
    expect(fields({ ...complete, kind: 'PROJ', anonymous: true, responseKinds: [] })).toEqual([]);
  });

  it('neither asks nor sends what an anonymous buyer does not see', () => {
    const anonymous: NeedDraft = { ...complete, kind: 'PROJ', anonymous: true, responseKinds: ['TEL', 'EXTERN'], email: 'achats' };
    expect(fields(anonymous)).toEqual([]);
    expect(inputOf(anonymous)).toMatchObject({ anonymous: true, responseKinds: [], email: null, phone: null, link: null });
  });

  it('answers a call for tenders at its link, and suggests five questions for the others', () => {
    expect(withKind(emptyDraft, 'TENDER')).toMatchObject({ questions: [], responseKinds: ['EXTERN'] });
    expect(withKind(emptyDraft, 'QUOTE').questions).toEqual(suggestedQuestions);
    expect(withKind({ ...emptyDraft, questions: ['La mienne'] }, 'QUOTE').questions).toEqual(['La mienne']);
    expect(withKind({ ...emptyDraft, kind: 'PROJ', anonymous: true }, 'QUOTE').anonymous).toBe(false);
  });

  it('keeps a draft with little more than a title, and drops empty questions', () => {
    expect(problemsOfDraft({ ...emptyDraft, kind: 'QUOTE', title: 'Nettoyage', deadline: '2026-12-01' }, today)).toEqual([]);
    expect(problemsOfDraft(emptyDraft, today).map((p) => p.field)).toEqual(['kind', 'title', 'deadline']);
    expect(inputOf({ ...complete, questions: ['  ', ' Sous quel délai ? '], shareAmount: true })).toMatchObject({ questions: ['Sous quel délai ?'], shareAmount: false });
  });
});
