import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { answer, byRole, pageProviders, text } from '../../test/graphql';
import { NirCorrectionNote } from './nir-correction-note';

async function open(last: object | null) {
  const fixture = TestBed.createComponent(NirCorrectionNote);
  fixture.componentRef.setInput('candidateId', 'p1');
  fixture.componentRef.setInput('link', '/mon-espace/numero');
  await answer('LastNirCorrection', { lastNirCorrection: last });
  return fixture.nativeElement as HTMLElement;
}

describe('beside a number that is read-only', () => {
  beforeEach(() => void TestBed.configureTestingModule({ providers: pageProviders() }));

  it('one may ask for its correction, unless a request waits [emplois/CAN-27]', async () => {
    expect(byRole(await open(null), 'a', 'Demander la correction du numéro').getAttribute('href')).toBe('/mon-espace/numero');
    const waiting = await open({ state: 'pending', handledOn: null, explanation: null });
    expect(text(waiting)).toContain('est en attente');
    expect(waiting.querySelector('a')).toBeNull();
  });

  it('one reads why it was refused, and may ask again [emplois/CAN-27]', async () => {
    const root = await open({ state: 'refused', handledOn: '2026-03-10', explanation: 'Le numéro enregistré est le bon.' });
    expect(text(root)).toContain('Réponse du 10 mars 2026 : Le numéro enregistré est le bon.');
    expect(byRole(root, 'a', 'Demander la correction du numéro')).toBeTruthy();
  });
});
