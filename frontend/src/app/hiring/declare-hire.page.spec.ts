import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { answer, byRole, pageProviders, text, turn } from '../../test/graphql';
import { applicationSample, eligibilitySample, employerSample, memberOf } from '../../test/samples';
import { Session } from '../shared/session/session';
import { DeclareHirePage } from './declare-hire.page';

async function open(declaration: object) {
  const fixture = TestBed.createComponent(DeclareHirePage);
  fixture.componentRef.setInput('candidat', 'p1');
  const session = TestBed.inject(Session).load();
  await answer('Me', { me: memberOf('c1') });
  await session;
  TestBed.tick();
  await answer('Employer', { employer: employerSample() });
  await answer('ApplyCandidate', { candidate: { id: 'p1', displayName: 'Camille Exemple', masked: false } });
  await answer('HireDeclaration', { hireDeclaration: { acceptInstead: null, advisors: [], earlier: [], ...declaration } });
  return fixture.nativeElement as HTMLElement;
}

describe('declaring a hire', () => {
  beforeEach(() => void TestBed.configureTestingModule({ providers: pageProviders() }));

  it('advises to accept what the person sent before, and lets one go on [emplois/JA-11]', async () => {
    const root = await open({ earlier: [applicationSample()] });
    expect(byRole(root, 'a', 'Accepter la candidature').getAttribute('href')).toBe('/candidatures/a1/accepter');
    expect(root.querySelector('app-hire-form')).toBeNull();
    byRole(root, 'button', 'Déclarer une embauche sans rapport').click();
    TestBed.tick();
    await answer('Eligibility', { eligibility: eligibilitySample({ eligible: true, diagnosisRequired: false, checks: [] }) });
    expect(root.querySelector('app-hire-form')).not.toBeNull();
  });

  it('offers no way on beside an application of the day [emplois/JA-19]', async () => {
    const root = await open({ earlier: [applicationSample()], acceptInstead: 'a1' });
    expect(byRole(root, 'a', 'Accepter la candidature')).toBeTruthy();
    expect(text(root)).not.toContain('sans rapport');
    expect(root.querySelector('app-hire-form')).toBeNull();
  });

  it('offers to complete the file of somebody whom nothing identifies, and to come back to this form [emplois/ACP-1]', async () => {
    const root = await open({});
    const check = { rule: 'emplois/ACP-1', code: 'hiring/check/identified', met: false, sentence: 'Personne non identifiée.', enough: 'Ajoutez un numéro.' };
    await answer('Eligibility', { eligibility: eligibilitySample({ eligible: true, diagnosisRequired: false, checks: [check] }) });
    const { pathname, searchParams } = new URL(byRole(root, 'a', 'Compléter la fiche du candidat').getAttribute('href') ?? '', 'http://localhost');
    expect(pathname).toBe('/candidats/p1/modifier');
    expect(searchParams.get('suite')).toBe('/embaucher?candidat=p1');
  });

  it('leads to the hire once it is declared [emplois/JA-11]', async () => {
    const root = await open({});
    await answer('Eligibility', { eligibility: eligibilitySample({ eligible: true, diagnosisRequired: false, checks: [] }) });
    root.querySelector('app-hire-form form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    const sent = await answer('DeclareHire', { declareHire: { id: 'a9', behind: false, lastChange: '' } });
    expect(sent).toMatchObject({ candidateId: 'p1', input: { criteria: null, jobId: null } });
    await turn();
    expect(TestBed.inject(Router).url).toBe('/candidatures/a9');
  });
});
