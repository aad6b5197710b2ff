import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { answer, byLabel, byRole, pageProviders, refuse, text, type } from '../../test/graphql';
import { ErasePage } from './erase.page';

const person = { id: 'p1', kind: 'candidate', displayName: 'FICTIVE Prune', birthDate: '1990-05-20', email: 'p…e@c….test', erasedAt: null, goes: ['Identité'], stays: ['L’histoire des candidatures'] };

describe('erasing a person', () => {
  let root: HTMLElement;
  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: pageProviders() });
    HTMLDialogElement.prototype.showModal = () => undefined;
    HTMLDialogElement.prototype.close = () => undefined;
    root = TestBed.createComponent(ErasePage).nativeElement as HTMLElement;
    await answer('ErasureReasons', { erasureReasons: [{ code: 'request', label: 'La personne l’a demandé' }] });
  });
  const search = (typed: string) => {
    type(byLabel(root, 'Identifiant ou adresse e-mail'), typed);
    root.querySelector('form')!.dispatchEvent(new Event('submit'));
  };
  const press = (name: string, within: HTMLElement = root) => {
    byRole(within, 'button', name).click();
    TestBed.tick();
  };

  it('asks for a reason, then for the word, and only then erases, once', async () => {
    search('prune@courriel.test');
    expect(await answer('PersonToErase', { personToErase: person })).toEqual({ search: 'prune@courriel.test' });
    await answer('PassOfPersonToErase', { pass: { start: '2026-01-01', end: '2027-12-31', state: 'VALID', stateLabel: 'PASS IAE valide' } });
    expect(text(root)).toContain('FICTIVE Prune');
    expect(text(root)).toContain('un PASS IAE en cours');
    press('Effacer définitivement');
    expect(text(root)).toContain('Choisissez la raison de l’effacement.');
    const reason = byLabel(root, 'Raison de l’effacement');
    reason.value = 'request';
    reason.dispatchEvent(new Event('change'));
    press('Effacer définitivement');
    const dialog = root.querySelector('dialog')!;
    press('Effacer pour toujours', dialog);
    expect(text(dialog)).toContain('Saisissez le mot EFFACER');
    type(byLabel(dialog, 'Pour confirmer'), 'EFFACER');
    press('Effacer pour toujours', dialog);
    expect(await answer('ErasePerson', { erasePerson: { ...person, kind: null } })).toMatchObject({ id: 'p1', reason: 'request' });
    expect(text(root)).toContain('Tout ce que la plateforme savait de FICTIVE Prune a disparu');
    expect(root.querySelector('section')).toBeNull();
  });

  it('says beside the field that nobody was found, and shows who is erased already without a button', async () => {
    search('personne@courriel.test');
    await refuse('PersonToErase', 'Personne ne correspond.', { code: 'identity/person-unknown' });
    expect(byLabel(root, 'Identifiant ou adresse e-mail').getAttribute('aria-invalid')).toBe('true');
    search('p1');
    await answer('PersonToErase', { personToErase: { ...person, kind: null, displayName: 'Personne effacée', birthDate: null, email: null, erasedAt: '2026-03-10T09:00:00.000Z' } });
    expect(text(root)).toContain('ont déjà été effacées');
    expect([...root.querySelectorAll('section button')]).toEqual([]);
  });
});
