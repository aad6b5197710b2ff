import { TestBed } from '@angular/core/testing';
import { RouterTestingHarness } from '@angular/router/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { answer, byLabel, byRole, pageProviders, refuse, text, turn, type } from '../../test/graphql';
import { applicationSample, labelsSample } from '../../test/samples';
import { ApplicationsPage } from './applications.page';

const person = (displayName: string) => ({ id: displayName, displayName, masked: false, birthDate: null, city: null, hasNir: true });
const alone = { kind: 'JOB_SEEKER', label: 'Candidat', name: null, organisation: null };
const items = [applicationSample({ id: 'a1', candidate: person('Camille Exemple') }), applicationSample({ id: 'a2', candidate: person('Dominique Exemple'), sender: alone })];
const nothingToChoose = { senders: [], senderOrganisations: [], companies: [], departments: [], jobs: [], criteria: [], passes: [], eligibility: [] };
const listed = { applications: { total: 2, totalIsExact: true, next: null, counts: [], items } };

async function open(url: string, more: object = {}) {
  const harness = await RouterTestingHarness.create();
  const opened = harness.navigateByUrl(url);
  const asked = await answer('Applications', { ...listed, ...more });
  await answer('Labels', { labels: labelsSample });
  if (url.includes('archives=')) await answer('ApplicationFilters', { applicationFilters: nothingToChoose });
  await opened;
  await harness.fixture.whenStable();
  const root = harness.routeNativeElement as HTMLElement;
  const choose = async (...names: string[]) => {
    for (const name of names) byLabel(root, `Sélectionner la candidature de ${name}`).click();
    await harness.fixture.whenStable();
  };
  const confirm = async (name: string) => {
    byRole(root.querySelector('dialog')!, 'button', name).click();
    await turn();
    TestBed.tick();
  };
  const press = async (name: string) => {
    byRole(root, 'app-together [role=group] button', name).click();
    await harness.fixture.whenStable();
  };
  return { root, asked, choose, press, confirm };
}

describe('the applications received', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: pageProviders([
        { path: 'recues', component: ApplicationsPage, data: { box: 'received' } },
        { path: 'envoyees', component: ApplicationsPage, data: { box: 'sent' } },
      ]),
    });
    HTMLDialogElement.prototype.showModal = () => undefined;
    HTMLDialogElement.prototype.close = () => undefined;
  });

  it('are asked for in the order the address says', async () => {
    expect((await open('/recues?tri=-envoyee')).asked['order']).toBe('-sent');
  });

  it('come in the order proposed when the address asks for another column', async () => {
    expect((await open('/recues?tri=nom')).asked['order']).toBeNull();
  });

  it('are put on hold together: the question says how many, wants an answer, and what could not be done is told by name [emplois/REF-10]', async () => {
    const { root, choose, press, confirm } = await open('/recues');
    expect(root.querySelector('app-together [role=group] button')).toBeNull();
    await choose('Camille', 'Dominique');
    await press('Mettre en attente');
    expect(text(root.querySelector('dialog'))).toContain('Mettre en attente : 2 candidatures ?');
    await confirm('Mettre en attente');
    expect(text(root.querySelector('dialog'))).toContain('Écrivez une réponse aux candidats.');
    type(byLabel(root, 'Réponse aux candidats'), 'Nous revenons vers vous.');
    await confirm('Mettre en attente');
    const lines = [{ id: 'a1', done: true, sentence: null }, { id: 'a2', done: false, sentence: 'Cette action n’est plus possible.' }];
    const sent = await answer('DecideTogether', { decideTogether: { done: 1, lines } });
    expect(sent['input']).toEqual({ action: 'postpone', ids: ['a1', 'a2'], answer: 'Nous revenons vers vous.' });
    await answer('Applications', listed);
    const told = root.querySelector('[role=alert]');
    expect(text(told?.querySelector('p'))).toBe('1 candidature en attente ; 1 candidature reste en l’état');
    expect([...(told?.querySelectorAll('li') ?? [])].map(text)).toEqual(['Dominique Exemple : Cette action n’est plus possible.']);
    expect(document.activeElement === told?.closest('[tabindex="-1"]')).toBe(true);
    expect(byLabel(root, 'Sélectionner la candidature de Camille').checked).toBe(false);
  });

  it('are declined together with a reason, and a word for the prescribers when one of them sent an application', async () => {
    const { root, choose, press, confirm } = await open('/recues');
    await choose('Dominique');
    await press('Décliner');
    expect(text(root.querySelector('dialog'))).not.toContain('prescripteurs');
    await choose('Camille');
    await confirm('Décliner');
    expect(text(root.querySelector('dialog'))).toContain('Choisissez un motif.');
    const reason = byLabel(root, 'Motif');
    reason.value = 'no_position';
    reason.dispatchEvent(new Event('change'));
    TestBed.tick();
    type(byLabel(root, 'Réponse aux prescripteurs'), 'Poste pourvu.');
    await confirm('Décliner');
    const input = { action: 'refuse', ids: ['a1', 'a2'], reason: 'no_position', shareReason: false, answer: 'Nous ne recrutons pas.', privateAnswer: 'Poste pourvu.' };
    const message = 'Choisissez un autre motif.';
    const sent = await refuse('DecideTogether', message, { code: 'hiring/reason-not-available', fields: [{ field: 'reason', code: 'hiring/reason-not-available', message }] });
    expect(sent['input']).toEqual(input);
    await turn();
    TestBed.tick();
    expect(text(reason.closest('.fr-select-group'))).toContain(message);
    await confirm('Décliner');
    expect((await answer('DecideTogether', { decideTogether: { done: 2, behind: true, lines: [] } }))['command']).toBe(sent['command']);
    expect(text(root)).toContain('C’est enregistré. La liste le montrera dans un instant');
  });

  it('remind of those kept for later and forgotten since, and show them alone [emplois/REF-7]', async () => {
    const { root, asked } = await open('/recues', { dormantApplications: 2 });
    expect(asked['received']).toBe(true);
    expect(text(root)).toContain('2 candidatures mises au vivier ou en action préalable à l’embauche n’ont pas changé depuis plus de 180 jours.');
    byRole(root, 'a', 'Voir ces candidatures').click();
    expect((await answer('Applications', { ...listed, dormantApplications: 2 }))['filter']).toMatchObject({ dormant: true });
    expect(text(root)).not.toContain('Voir ces candidatures');
    expect(text(root)).toContain('Seulement les candidatures au vivier');
  });

  it('say which the archive took by itself [emplois/REF-7]', async () => {
    const archived = { archivedAt: '2026-11-10T09:00:00Z' };
    const rows = [applicationSample({ id: 'a1', ...archived, archivedAutomatically: true }), applicationSample({ id: 'a2', ...archived })];
    const { root } = await open('/recues?archives=archived', { applications: { ...listed.applications, items: rows } });
    expect([...root.querySelectorAll('tbody tr')].map((row) => /Archivée.*/.exec(text(row))?.[0])).toEqual(['Archivée automatiquement le 10/11/2026', 'Archivée le 10/11/2026']);
  });

  it('have no boxes where they are those one sent', async () => {
    const { root } = await open('/envoyees');
    expect(text(root)).not.toContain('Tout sélectionner');
  });
});
