import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { answer, byLabel, byRole, pageProviders, refuse, text, type } from '../../test/graphql';
import { NirCorrectionPage } from './nir-correction.page';

const request = (change: object = {}) => ({
  id: 'r1', state: 'pending', stateLabel: 'En attente', requestedAt: '2026-03-10T09:00:00Z', requestedBy: 'Ana Essai', organisation: 'Agence Fictive', handledOn: null, handledBy: null,
  candidate: { id: 'p1', displayName: 'FICTIVE Prune', masked: false, birthDate: '1990-05-20', city: 'Nîmes', hasNir: true },
  currentNir: '290053000400169', wantedNir: '290053000400266', justification: 'Deux chiffres intervertis.', explanation: null, ...change,
});
const inDialog = (root: HTMLElement, name: string) => byRole(root.querySelector('dialog') ?? root, 'button', name);

async function open() {
  const fixture = TestBed.createComponent(NirCorrectionPage);
  fixture.componentRef.setInput('id', 'r1');
  await answer('NirCorrection', { nirCorrection: request() });
  return fixture.nativeElement as HTMLElement;
}

describe('answering a request about a number', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({ providers: pageProviders() });
    HTMLDialogElement.prototype.showModal = () => undefined;
    HTMLDialogElement.prototype.close = () => undefined;
  });

  it('asks before it corrects, shows both numbers, and leaves the request pending when that is refused [emplois/CAN-27]', async () => {
    const root = await open();
    byRole(root, 'button', 'Accepter la demande').click();
    TestBed.tick();
    for (const number of ['290053000400169', '290053000400266']) expect(text(root.querySelector('dialog'))).toContain(number);
    inDialog(root, 'Corriger le numéro').click();
    await refuse('AcceptNirCorrection', 'Ce numéro a été donné à une autre personne.', { code: 'identity/nir-correction-taken' });
    expect(text(root)).toContain('Ce numéro a été donné à une autre personne.');
    byRole(root, 'button', 'Accepter la demande').click();
    inDialog(root, 'Corriger le numéro').click();
    await answer('AcceptNirCorrection', { acceptNirCorrection: request({ state: 'accepted', stateLabel: 'Acceptée', handledOn: '2026-03-11', handledBy: 'Zoé Essai' }) });
    expect(text(root)).toContain('Acceptée le 11 mars 2026, par Zoé Essai');
    expect(text(root)).not.toContain('Accepter la demande');
  });

  it('refuses with words only [emplois/CAN-27]', async () => {
    const root = await open();
    byRole(root, 'button', 'Refuser la demande').click();
    TestBed.tick();
    inDialog(root, 'Refuser la demande').click();
    TestBed.tick();
    expect(text(root)).toContain('Écrivez le motif du refus.');
    type(byLabel(root, 'Motif du refus'), 'Le numéro enregistré est le bon.');
    inDialog(root, 'Refuser la demande').click();
    const sent = await answer('RefuseNirCorrection', { refuseNirCorrection: request({ state: 'refused', stateLabel: 'Refusée', explanation: 'Le numéro enregistré est le bon.' }) });
    expect(sent).toMatchObject({ id: 'r1', explanation: 'Le numéro enregistré est le bon.' });
    expect(text(root)).toContain('Refusée');
  });
});
