import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { answer, byLabel, byRole, pageProviders, refuse, text, turn } from '../../test/graphql';
import { applicationSample, eligibilitySample, labelsSample } from '../../test/samples';
import { AcceptPage } from './accept.page';

async function open() {
  const fixture = TestBed.createComponent(AcceptPage);
  fixture.componentRef.setInput('id', 'a1');
  await answer('Application', { application: applicationSample() });
  await answer('Eligibility', { eligibility: eligibilitySample() });
  await answer('Labels', { labels: labelsSample });
  return { fixture, root: fixture.nativeElement as HTMLElement };
}

describe('accepting an application', () => {
  beforeEach(() => void TestBed.configureTestingModule({ providers: pageProviders() }));

  it('explains what would be enough, and asks again at each criterion', async () => {
    const { root } = await open();
    expect(text(root)).toContain('Ce qui suffirait : un critère de niveau 1.');
    byLabel(root, 'Bénéficiaire du RSA').click();
    const variables = await answer('Eligibility', { eligibility: eligibilitySample({ eligible: true, diagnosisRequired: false, checks: [{ rule: 'IAE-3', code: 'c', met: true, sentence: 'Un critère de niveau 1 suffit.', enough: '' }] }) });
    expect(variables['criteria']).toEqual(['RSA']);
    expect(text(root)).toContain('Un critère de niveau 1 suffit.');
    expect(byLabel(root, 'Bénéficiaire du RSA').checked).toBe(true);
  });

  it('says at once that two criteria exclude each other', async () => {
    const { root } = await open();
    byLabel(root, 'Senior').click();
    byLabel(root, 'Jeune').click();
    TestBed.tick();
    expect(text(root)).toContain('s’excluent');
  });

  it('sends the same command when the form is sent twice', async () => {
    const { root } = await open();
    const send = () => root.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    send();
    const first = await refuse('Accept', 'La date de début est passée.', { code: 'hiring/starts-in-the-past', fields: [{ field: 'startsOn', code: 'past', message: 'Choisissez aujourd’hui ou plus tard.' }] });
    expect(byLabel(root, 'Date de début').getAttribute('aria-invalid')).toBe('true');
    expect(text(root.querySelector('.fr-message--error'))).toBe('Choisissez aujourd’hui ou plus tard.');
    send();
    const second = await answer('Accept', { accept: applicationSample({ status: 'accepted' }) });
    await turn();
    expect(first['command']).toMatch(/^[0-9a-f-]{36}$/);
    expect(second['command']).toBe(first['command']);
    expect(TestBed.inject(Router).url).toBe('/candidatures/a1');
  });

  it('offers the way back when the application cannot be accepted any more', async () => {
    const fixture = TestBed.createComponent(AcceptPage);
    fixture.componentRef.setInput('id', 'a1');
    await answer('Application', { application: applicationSample({ actions: [] }) });
    expect(byRole(fixture.nativeElement, 'a', 'Revenir à la candidature').getAttribute('href')).toBe('/candidatures/a1');
  });
});
