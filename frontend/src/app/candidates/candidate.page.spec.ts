import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { answer, byRole, pageProviders, text, turn } from '../../test/graphql';
import { CandidatePage } from './candidate.page';

const file = (change: object = {}) => ({
  id: 'p1', masked: false, displayName: 'FICTIVE Prune', title: 'MME', firstName: 'Prune', lastName: 'Fictive', birthDate: '1990-05-20', nir: null, nirReason: 'NO_NIR',
  franceTravailId: null, franceTravailReason: 'FORGOTTEN', email: null, phone: null, address: '1 rue de l’Essai', postCode: '30000', city: 'Nîmes', insee: '30189',
  department: '30', checkedOn: '2026-03-10', toCheck: true, history: [], ...change,
});

async function open(change: object = {}) {
  const fixture = TestBed.createComponent(CandidatePage);
  fixture.componentRef.setInput('id', 'p1');
  await answer('Candidate', { candidate: file(change) });
  await answer('CandidateRights', { diagnoses: [], pass: null });
  await turn();
  TestBed.tick();
  return fixture.nativeElement as HTMLElement;
}

describe('a candidate’s file', () => {
  beforeEach(() => void TestBed.configureTestingModule({ providers: pageProviders() }));

  it('asks to check what nobody confirmed for six months, until somebody does [emplois/CAN-28]', async () => {
    const root = await open();
    expect(text(root)).toContain('dernière confirmation le 10 mars 2026');
    byRole(root, 'button', 'Les informations sont à jour').click();
    expect(await answer('ConfirmCandidate', { confirmCandidate: file({ toCheck: false, checkedOn: '2026-11-28' }) })).toMatchObject({ id: 'p1' });
    await turn();
    TestBed.tick();
    expect(text(root)).not.toContain('Vérifiez les informations');
    expect(text(root)).toContain('Les informations sont confirmées');
  });

  it('asks nothing of a file confirmed lately', async () => {
    expect(text(await open({ toCheck: false }))).not.toContain('Vérifiez les informations');
  });
});
