import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { answer, pageProviders, text, turn } from '../../test/graphql';
import { EditPage } from './edit.page';

const file = {
  id: 'p1', masked: false, displayName: 'FICTIVE Prune', title: 'MME', firstName: 'Prune', lastName: 'Fictive', birthDate: '1990-05-20', nir: '290053000400171', nirReason: null,
  franceTravailId: null, franceTravailReason: 'FORGOTTEN', email: null, phone: null, address: '1 rue de l’Essai', postCode: '30000', city: 'Nîmes', insee: '30189',
  department: '30', checkedOn: '2026-03-10', toCheck: false, history: [],
};

async function saved(suite?: string) {
  const fixture = TestBed.createComponent(EditPage);
  fixture.componentRef.setInput('id', 'p1');
  fixture.componentRef.setInput('suite', suite);
  await answer('Candidate', { candidate: file });
  await answer('LastNirCorrection', { lastNirCorrection: null });
  const root = fixture.nativeElement as HTMLElement;
  root.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
  await answer('UpdateCandidate', { updateCandidate: file });
  await turn();
  return { root, url: TestBed.inject(Router).url };
}

describe('changing a file', () => {
  beforeEach(() => void TestBed.configureTestingModule({ providers: pageProviders() }));

  it('leads back to the page that asked for it, on this site only, or to the file', async () => {
    for (const [suite, url] of [['/embaucher?candidat=p1', '/embaucher?candidat=p1'], ['//ailleurs.test', '/'], [undefined, '/candidats/p1']] as const) {
      TestBed.resetTestingModule().configureTestingModule({ providers: pageProviders() });
      expect((await saved(suite)).url).toBe(url);
    }
  });

  it('does not change a number on file, whose correction may be asked for [emplois/CAN-27]', async () => {
    const { root } = await saved();
    expect([...root.querySelectorAll('label')].map(text)).not.toContain('Numéro de sécurité sociale');
    expect(text(root)).toContain(file.nir);
    expect(root.querySelector('a[href="/candidats/p1/numero"]')).not.toBeNull();
  });
});
