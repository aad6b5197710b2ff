import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { answer, byLabel, byRole, pageProviders, refuse, text, turn, type } from '../../test/graphql';
import { AskNirCorrectionPage } from './ask-nir-correction.page';

const NUMBER = '290053000400171';

async function open(last: object | null = null) {
  const fixture = TestBed.createComponent(AskNirCorrectionPage);
  fixture.componentRef.setInput('id', 'p1');
  await answer('Candidate', { candidate: { id: 'p1', displayName: 'FICTIVE Prune', nir: '290053000400266' } });
  await answer('LastNirCorrection', { lastNirCorrection: last });
  return fixture.nativeElement as HTMLElement;
}
const send = (root: HTMLElement) => {
  root.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
  TestBed.tick();
};

describe('asking for another number', () => {
  beforeEach(() => void TestBed.configureTestingModule({ providers: pageProviders() }));

  it('says what is wrong beside each field, before and after it is sent, then comes back to the file [emplois/CAN-27]', async () => {
    const root = await open();
    type(byLabel(root, 'Justification'), 'Court');
    send(root);
    for (const field of ['Numéro exact', 'Justification']) expect(byLabel(root, field).getAttribute('aria-invalid')).toBe('true');
    type(byLabel(root, 'Numéro exact'), NUMBER.replace('29005', '2 90 05 '));
    type(byLabel(root, 'Justification'), 'Deux chiffres intervertis.');
    send(root);
    const sent = await refuse('RequestNirCorrection', 'Non.', { code: 'input/invalid', fields: [{ field: 'nir', code: 'taken', message: 'Ce numéro est celui d’une autre personne.' }] });
    expect(sent).toMatchObject({ candidateId: 'p1', nir: NUMBER, justification: 'Deux chiffres intervertis.' });
    expect(byLabel(root, 'Numéro exact').getAttribute('aria-invalid')).toBe('true');
    send(root);
    expect((await answer('RequestNirCorrection', { requestNirCorrection: { state: 'pending' } }))['command']).toBe(sent['command']);
    await turn();
    expect(TestBed.inject(Router).url).toBe('/candidats/p1/modifier');
  });

  it('is not offered while a request waits [emplois/CAN-27]', async () => {
    const root = await open({ state: 'pending', handledOn: null, explanation: null });
    expect(text(root)).toContain('Une demande est déjà en attente');
    expect(root.querySelector('form')).toBeNull();
    expect(byRole(root, 'a', 'Revenir à la fiche').getAttribute('href')).toBe('/candidats/p1/modifier');
  });
});
