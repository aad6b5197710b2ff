import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { answer, byRole, pageProviders, refuse, text } from '../../test/graphql';
import { liveChannel } from '../../test/live';
import { applicationSample } from '../../test/samples';
import { today } from '../shared/format';
import { JustSaved } from '../shared/just-saved';
import { ApplicationPage } from './application.page';

async function open(application: object | null) {
  const fixture = TestBed.createComponent(ApplicationPage);
  fixture.componentRef.setInput('id', 'a1');
  await answer('Application', { application });
  return fixture.nativeElement as HTMLElement;
}

const addDays = (day: string, days: number) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

describe('an application', () => {
  beforeEach(() => void TestBed.configureTestingModule({ providers: pageProviders() }));

  it('offers the actions the server allows, and no other', async () => {
    const root = await open(applicationSample());
    const section = root.querySelector('[aria-labelledby=actions]');
    expect(text(section)).toContain('Mettre à l’étude');
    expect(text(section)).not.toContain('Mettre au vivier');
    expect(text(section)).not.toContain('Annuler');
  });

  it('offers nothing to who may only read', async () => {
    const root = await open(applicationSample({ actions: [] }));
    expect(root.querySelector('[aria-labelledby=actions]')).toBeNull();
  });

  it('says who archived it, or that nobody did [emplois/REF-7] [emplois/REF-9]', async () => {
    const archived = { archivedAt: '2026-11-10T09:00:00Z', archivedBy: null };
    expect(text(await open(applicationSample({ ...archived, archivedAutomatically: true })))).toContain('Archivée automatiquement le 10 novembre 2026, après 180 jours sans changement');
    expect(text(await open(applicationSample({ ...archived, archivedAutomatically: false, archivedBy: 'Ana Essai' })))).toContain('Archivée le 10 novembre 2026 par Ana Essai');
  });

  it('shows the new state that the answer of an action brings', async () => {
    const root = await open(applicationSample());
    byRole(root, 'button', 'Mettre à l’étude').click();
    await answer('PutUnderStudy', { putUnderStudy: applicationSample({ status: 'processing', statusLabel: 'Candidature à l’étude', actions: [] }) });
    expect(text(root.querySelector('app-status-badge'))).toBe('Candidature à l’étude');
  });

  it('shows the contract of a hire by a GEIQ [emplois/ACP-5]', async () => {
    const contract = { typeLabel: 'Autre type de contrat', details: 'Contrat unique', weeklyHours: 30, qualificationLabel: 'CQP', levelLabel: 'Niveau 4', trainingHours: 120, invertedVae: false };
    const facts = async (more: object) => text((await open(applicationSample(more))).querySelector('.app-facts'));
    expect(await facts({ contract })).toMatch(/Type de contrat ?Autre type de contrat : Contrat unique Qualification visée ?CQP · Niveau 4 ?Heures ?30 par semaine, 120 de formation/);
    expect(await facts({ contract: null })).not.toContain('Type de contrat');
  });

  it('shows why an action was refused', async () => {
    const root = await open(applicationSample());
    byRole(root, 'button', 'Mettre à l’étude').click();
    await refuse('PutUnderStudy', 'Cette candidature a déjà été traitée.', { code: 'hiring/already-done' });
    expect(text(root.querySelector('[role=alert]'))).toContain('déjà été traitée');
  });

  it('says what cancelling a hire takes with it, and what does not come back [emplois/CNL-2] [emplois/CNL-5] [emplois/CNL-6]', async () => {
    const hire = { status: 'accepted', actions: ['cancelHire'] };
    const pass = { id: 'pass', number: 'XXXXX0000001', displayNumber: 'XXXXX 00 00001', start: '2026-11-10', end: '2028-11-08', state: 'VALID', stateLabel: 'Valide', remainingDays: 700, remaining: '700 jours', waitingUntil: null };
    const said = async (submittedOn: string, more: object = {}) => text((await open(applicationSample({ ...hire, submittedOn, ...more }))).querySelector('app-confirm'));
    const daysAgo = (n: number) => addDays(today(), -n);
    expect(await said(daysAgo(729))).toContain('« Embauché ailleurs » ne reviendront pas');
    expect(await said(daysAgo(729))).not.toMatch(/PASS IAE|730 jours/);
    expect(await said(daysAgo(730))).toContain('vous ne la verrez plus');
    expect(await said(daysAgo(729), { pass })).toContain('Son PASS IAE sera annulé aussi');
  });

  it('answers for what an action did while lists are late, and reads again at each hint until it shows it', async () => {
    const live = liveChannel();
    const root = await open(applicationSample());
    expect(live.addresses).toEqual(['/api/live?topics=candidate%3Ap1']);
    byRole(root, 'button', 'Mettre à l’étude').click();
    const done = { status: 'processing', statusLabel: 'Candidature à l’étude', lastChange: '2026-11-10T10:00:00Z', actions: [] };
    await answer('PutUnderStudy', { putUnderStudy: applicationSample({ ...done, behind: true }) });
    const shown = () => [text(root.querySelector('app-status-badge')), text(root).includes('C’est enregistré')];
    expect(shown()).toEqual(['Candidature à l’étude', true]);
    live.hint();
    await answer('Application', { application: applicationSample() });
    expect(shown()).toEqual(['Candidature à l’étude', true]);
    live.hint();
    await answer('Application', { application: applicationSample(done) });
    expect(shown()).toEqual(['Candidature à l’étude', false]);
    live.restore();
  });

  it('says of an application just sent that it is saved, not that it does not exist', async () => {
    TestBed.inject(JustSaved).keep('a1', '2026-11-10T09:00:00Z');
    const said = text(await open(null));
    expect(said).toContain('C’est enregistré');
    expect(said).not.toContain('n’existe pas');
  });

  it('does not tell an absent application from a forbidden one', async () => {
    expect(text(await open(null))).toContain('n’existe pas, ou vous n’y avez pas accès');
  });
});
