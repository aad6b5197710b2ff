import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { answer, byLabel, byRole, pageProviders, refuse, text, turn, type } from '../../test/graphql';
import { applicationSample, eligibilitySample, labelsSample } from '../../test/samples';
import { AcceptPage } from './accept.page';

async function open(application: object = {}, labels: object = {}) {
  const fixture = TestBed.createComponent(AcceptPage);
  fixture.componentRef.setInput('id', 'a1');
  await answer('Application', { application: applicationSample(application) });
  await answer('Eligibility', { eligibility: eligibilitySample() });
  await answer('Labels', { labels: { ...labelsSample, ...labels } });
  return { fixture, root: fixture.nativeElement as HTMLElement };
}

describe('accepting an application', () => {
  beforeEach(() => void TestBed.configureTestingModule({ providers: pageProviders() }));

  it('explains what would be enough, and asks again at each criterion', async () => {
    const { root } = await open();
    expect(text(root)).toContain('Ce qui suffirait : un critère de niveau 1.');
    byLabel(root, 'Bénéficiaire du RSA').click();
    const variables = await answer('Eligibility', { eligibility: eligibilitySample({ eligible: true, diagnosisRequired: false, checks: [{ rule: 'IAE-3', code: 'c', met: true, sentence: 'Un critère de niveau 1 suffit.', enough: '' }] }) });
    expect(variables).toMatchObject({ criteria: ['RSA'], applicationId: 'a1' });
    expect(text(root)).toContain('Un critère de niveau 1 suffit.');
    expect(byLabel(root, 'Bénéficiaire du RSA').checked).toBe(true);
  });

  it('writes the eligibility in a region that was there before, so that readers hear it', async () => {
    const fixture = TestBed.createComponent(AcceptPage);
    fixture.componentRef.setInput('id', 'a1');
    await answer('Application', { application: applicationSample() });
    const region = (fixture.nativeElement as HTMLElement).querySelector('[aria-labelledby=eligibilite] [role=status]')!;
    expect(text(region)).toBe('');
    await answer('Eligibility', { eligibility: eligibilitySample() });
    expect([region.isConnected, text(region)]).toEqual([true, expect.stringContaining('Pas encore éligible')]);
  });

  it('says at once that two criteria exclude each other', async () => {
    const { root } = await open();
    byLabel(root, 'Senior').click();
    byLabel(root, 'Jeune').click();
    TestBed.tick();
    expect(text(root)).toContain('s’excluent');
  });

  it('says before confirming that nothing identifies the person, and offers to complete the file and come back [emplois/ACP-1]', async () => {
    const check = { rule: 'emplois/ACP-1', code: 'hiring/check/identified', met: false, sentence: 'Personne non identifiée.', enough: 'Ajoutez un numéro.' };
    const { fixture, root } = await open();
    expect(text(root)).not.toContain('Rien n’identifie encore');
    fixture.destroy();
    const again = TestBed.createComponent(AcceptPage);
    again.componentRef.setInput('id', 'a1');
    await answer('Application', { application: applicationSample() });
    await answer('Eligibility', { eligibility: eligibilitySample({ eligible: true, checks: [check] }) });
    const link = byRole(again.nativeElement as HTMLElement, 'a', 'Compléter la fiche du candidat');
    const { pathname, searchParams } = new URL(link.getAttribute('href') ?? '', 'http://localhost');
    expect(pathname).toMatch(/^\/candidats\/[^/]+\/modifier$/);
    expect(searchParams.get('suite')).toBe('/candidatures/a1/accepter');
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

  const job = (id: string, title: string) => ({ id, title });
  const options = (root: HTMLElement) => [...byLabel(root, 'Poste retenu').querySelectorAll('option')].map(text);
  const send = (root: HTMLElement) => {
    root.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    TestBed.tick();
  };

  it('offers any open job of the employer, even for a spontaneous application, and asks for none [emplois/ACP-2]', async () => {
    const { root } = await open({ jobs: [], openJobs: [job('j1', 'Jardinier'), job('j2', 'Cuisinière')] });
    expect(options(root)).toEqual(['Non précisé', 'Jardinier', 'Cuisinière', 'Autre métier']);
    expect(byLabel(root, 'Poste retenu').required).toBe(false);
    send(root);
    expect((await answer('Accept', { accept: applicationSample({ status: 'accepted' }) }))['input']).toMatchObject({ jobId: null });
  });

  it('keeps the job applied for first, once, and chosen when it is the only one', async () => {
    const { root } = await open({ jobs: [job('j2', 'Cuisinière')], openJobs: [job('j1', 'Jardinier'), job('j2', 'Cuisinière')] });
    expect(options(root)).toEqual(['Non précisé', 'Cuisinière', 'Jardinier', 'Autre métier']);
    expect(byLabel(root, 'Poste retenu').value).toBe('j2');
  });

  it('asks a GEIQ for the job, and lets its contract begin in the past [emplois/ACP-2] [emplois/ACP-3]', async () => {
    const { root } = await open({ company: { id: 'c1', name: 'Geiq', kind: 'GEIQ', city: 'Rennes' }, openJobs: [job('j1', 'Jardinier')] });
    expect(byLabel(root, 'Date de début').min).toBe('');
    const select = byLabel(root, 'Poste retenu');
    expect(select.required).toBe(true);
    send(root);
    expect(select.getAttribute('aria-invalid')).toBe('true');
    expect(text(root.querySelector('.fr-message--error'))).toContain('obligatoire pour un GEIQ');
    pick(root, 'Poste retenu', 'j1');
    writeContract(root);
    send(root);
    expect((await answer('Accept', { accept: applicationSample({ status: 'accepted' }) }))['input']).toMatchObject({ jobId: 'j1' });
  });

  const geiq = { company: { id: 'c1', name: 'Geiq', kind: 'GEIQ', city: 'Rennes' }, jobs: [job('j1', 'Jardinier')] };
  const pick = (root: HTMLElement, label: string, value: string) => {
    const select = byLabel(root, label);
    select.value = value;
    select.dispatchEvent(new Event('change'));
    TestBed.tick();
  };
  const writeContract = (root: HTMLElement) => {
    pick(root, 'Type de contrat', 'PROFESSIONAL_TRAINING');
    type(byLabel(root, 'Heures par semaine'), '35');
    pick(root, 'Type de qualification', 'CQP');
    pick(root, 'Niveau de qualification', 'NOT_RELEVANT');
  };

  it('asks a GEIQ for its contract beside each field, and nobody else [emplois/ACP-5]', async () => {
    expect((await open()).root.querySelector('app-geiq-contract')).toBeNull();
    TestBed.resetTestingModule().configureTestingModule({ providers: pageProviders() });
    const { root } = await open(geiq);
    const wrong = (label: string) => byLabel(root, label).getAttribute('aria-invalid') === 'true';
    type(byLabel(root, 'Heures par semaine'), '49');
    send(root);
    expect(['Type de contrat', 'Heures par semaine', 'Heures de formation', 'Type de qualification', 'Niveau de qualification'].map(wrong)).toEqual([true, true, false, true, true]);
    writeContract(root);
    pick(root, 'Type de qualification', 'STATE_DIPLOMA');
    send(root);
    expect(wrong('Niveau de qualification')).toBe(true);
    pick(root, 'Type de qualification', 'CQP');
    byLabel(root, 'Contrat réalisé dans le cadre d’une VAE inversée').click();
    send(root);
    expect((await answer('Accept', { accept: applicationSample({ status: 'accepted' }) }))['input']).toMatchObject({
      contract: { type: 'PROFESSIONAL_TRAINING', details: null, weeklyHours: 35, qualification: 'CQP', level: 'NOT_RELEVANT', trainingHours: 0, invertedVae: true },
    });
  });

  it('asks a GEIQ to say what another type of contract is [emplois/ACP-5]', async () => {
    const { root } = await open(geiq);
    writeContract(root);
    pick(root, 'Type de contrat', 'OTHER');
    send(root);
    expect(byLabel(root, 'Précisions').getAttribute('aria-invalid')).toBe('true');
    type(byLabel(root, 'Précisions'), 'Contrat unique');
    send(root);
    expect((await answer('Accept', { accept: applicationSample({ status: 'accepted' }) }))['input']).toMatchObject({ contract: { type: 'OTHER', details: 'Contrat unique', invertedVae: false } });
  });

  const choose = async (root: HTMLElement, label: string, typed: string, option: string) => {
    type(byLabel(root, label), typed);
    // The list waits for the typing to pause.
    await new Promise((resolve) => setTimeout(resolve, 250));
    if (label.startsWith('Commune')) await answer('Communes', { communes: [{ insee: '35238', name: 'Rennes', postCodes: ['35000'], department: '35', departmentName: 'Ille-et-Vilaine' }] });
    await turn();
    TestBed.tick();
    byRole(root, '[role=option]', option).click();
    TestBed.tick();
  };

  it('asks for the job and its place when it is another one, beside the fields, and sends both [emplois/ACP-4]', async () => {
    const { root } = await open({ jobs: [], openJobs: [] }, { rome: [{ code: 'K2204', label: 'Nettoyage de locaux' }, { code: 'A1203', label: 'Entretien des espaces verts' }] });
    expect(root.querySelector('app-other-job')).toBeNull();
    const select = byLabel(root, 'Poste retenu');
    select.value = 'autre';
    select.dispatchEvent(new Event('change'));
    send(root);
    expect([byLabel(root, 'Métier'), byLabel(root, 'Commune du lieu de travail')].map((field) => field.getAttribute('aria-invalid'))).toEqual(['true', 'true']);
    await choose(root, 'Métier', 'locaux', 'Nettoyage de locaux');
    await choose(root, 'Commune du lieu de travail', 'Renn', 'Rennes');
    send(root);
    expect((await answer('Accept', { accept: applicationSample({ status: 'accepted' }) }))['input']).toMatchObject({ jobId: null, otherJob: { rome: 'K2204', insee: '35238' } });
  });

  it('begins today at the earliest elsewhere [emplois/ACP-3]', async () => {
    const { root } = await open();
    expect(byLabel(root, 'Date de début').min).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('offers the way back when the application cannot be accepted any more', async () => {
    const fixture = TestBed.createComponent(AcceptPage);
    fixture.componentRef.setInput('id', 'a1');
    await answer('Application', { application: applicationSample({ actions: [] }) });
    expect(byRole(fixture.nativeElement, 'a', 'Revenir à la candidature').getAttribute('href')).toBe('/candidatures/a1');
  });
});
