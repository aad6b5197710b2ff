import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { answer, byLabel, byRole, pageProviders, text } from '../../test/graphql';
import { applicationSample } from '../../test/samples';
import { PassesToDeliverPage } from './passes-to-deliver.page';

const waiting = { identified: false, identity: 'Ni numéro, ni identifiant.', application: applicationSample({ startsOn: '2026-11-20' }) };
const page = { passesToDeliver: { total: 1, page: 1, pageSize: 20, items: [waiting] } };

describe('the PASS that staff must check', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({ providers: pageProviders() });
    HTMLDialogElement.prototype.showModal = () => undefined;
    HTMLDialogElement.prototype.close = () => undefined;
  });

  it('are refused only with a reason, after a confirmation that says it is final [emplois/ACP-10]', async () => {
    const fixture = TestBed.createComponent(PassesToDeliverPage);
    const root = fixture.nativeElement as HTMLElement;
    await answer('PassesToDeliver', page);
    expect(text(root)).toContain('À vérifier');
    byRole(root, 'button', 'Refuser le PASS IAE de ' + (waiting.application['candidate'] as { displayName: string }).displayName).click();
    TestBed.tick();
    expect(text(root.querySelector('dialog'))).toContain('définitive');
    byRole(root.querySelector('dialog')!, 'button', 'Refuser le PASS IAE').click();
    TestBed.tick();
    expect(text(root)).toContain('Écrivez le motif du refus.');
    const field = byLabel(root, 'Motif du refus');
    field.value = 'Pièce d’identité non fournie.';
    field.dispatchEvent(new Event('input'));
    byRole(root.querySelector('dialog')!, 'button', 'Refuser le PASS IAE').click();
    const sent = await answer('RefusePassDelivery', { refusePassDelivery: { id: 'a1', passDelivery: 'refused' } });
    // The list read next is late: what has been decided is not asked again.
    await answer('PassesToDeliver', page);
    expect(text(root)).toContain('0 PASS IAE à délivrer');
    expect(sent).toMatchObject({ id: 'a1', explanation: 'Pièce d’identité non fournie.', command: expect.stringMatching(/^[0-9a-f-]{36}$/) });
  });
});
