import { TestBed } from '@angular/core/testing';
import { By } from '@angular/platform-browser';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { answer, byLabel, byRole, pageProviders, refuse, text, turn, type } from '../../test/graphql';
import { ActivityForm } from './activity-form';
import { wordsSample } from './need.sample';
import { OfferPage } from './offer.page';

const activity = { id: 'a1', sector: { code: 'locaux', label: 'Nettoyage de locaux', groupLabel: 'Propreté' }, prestaTypes: [{ code: 'PREST', label: 'Prestation de service' }], range: 'COUNTRY', rangeLabel: 'France entière', distance: null, zones: [] };
const offer = (change: object = {}) => ({
  myOffer: {
    id: 's1', name: 'Atelier imaginaire', kind: 'EI', kindLabel: 'Entreprise d’insertion', family: 'insertion', siret: '', address: '', postCode: '', city: '', department: '', socialClause: true, presentation: 'Bonjour', services: [],
    activities: [activity], contact: null, contactHidden: 'none', ...change,
  },
});

async function open() {
  const fixture = TestBed.createComponent(OfferPage);
  await answer('MyOffer', offer());
  return fixture.nativeElement as HTMLElement;
}

describe('the entry of a supplier', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({ providers: pageProviders() });
    HTMLDialogElement.prototype.showModal = jest.fn<() => void>();
    HTMLDialogElement.prototype.close = jest.fn<() => void>();
  });

  it('shows what was saved while the directory is late, and says so', async () => {
    const root = await open();
    type(byLabel(root, 'Adresse e-mail de contact'), 'besoins@fictif.example');
    byRole(root, 'form button', 'Enregistrer').click();
    await answer('SetOffer', { setOffer: { ...offer({ activities: [] }).myOffer, behind: true } });
    expect(text(root)).toContain('C’est enregistré. L’annuaire le montrera dans un instant');
    expect(text(root)).toContain('Sans activité, aucun besoin ne peut vous parvenir.');
  });

  it('warns that no need comes without a contact address', async () => {
    expect(text(await open())).toContain('Sans adresse e-mail de contact, aucun besoin ne vous est transmis');
  });

  it('says so when the team took it out of the directory, and only then', async () => {
    const fixture = TestBed.createComponent(OfferPage);
    await answer('MyOffer', offer({ delisted: true }));
    expect(text(fixture.nativeElement as HTMLElement)).toContain('L’équipe a masqué votre fiche de l’annuaire');
    expect(text(await open())).not.toContain('masqué');
  });

  it('adds several sectors of a family at once, each an activity of its own, and none twice [marche/ACT-04]', async () => {
    const sector = (code: string, label: string, groupLabel = 'Propreté') => ({ code, label, groupLabel });
    const sectors = [sector('locaux', 'Nettoyage de locaux'), sector('vitres', 'Vitrerie'), sector('voirie', 'Voirie'), sector('velos', 'Réparation de vélos', 'Réparations')];
    const fixture = TestBed.createComponent(OfferPage);
    await answer('MyOffer', offer());
    const root = fixture.nativeElement as HTMLElement;
    byRole(root, 'button', 'Ajouter une activité').click();
    const labels = { ...wordsSample.marketplaceLabels, ranges: [{ code: 'COUNTRY', label: 'France entière' }] };
    await answer('MarketplaceWords', { sectors: [{ code: 'x', label: 'x', sectors }], marketplaceLabels: labels });
    const form = fixture.debugElement.query(By.directive(ActivityForm)).componentInstance as ActivityForm;
    form['sector'].set({ code: 'vitres', label: 'Vitrerie', group: 'Propreté' });
    TestBed.tick();
    // « Nettoyage de locaux » has its activity already, « Réparation de vélos » is of another family.
    expect([...root.querySelectorAll('app-activity-form input[type=checkbox] + label')].map((label) => text(label))).toEqual(['Voirie', 'Prestation de service']);
    for (const label of ['Voirie', 'Prestation de service', 'France entière']) byLabel(root, label).click();
    TestBed.tick();
    byRole(root, 'button', 'Enregistrer l’activité').click();
    const first = await answer('SetActivity', { setActivity: { id: 's1' } });
    const second = await refuse('SetActivity', 'Le service ne répond pas.', { code: 'x' });
    expect([first, second].map((sent) => sent['input'])).toEqual(['vitres', 'voirie'].map((code) => ({ sector: code, prestaTypes: ['PREST'], range: 'COUNTRY', distance: null, zones: null })));
    expect(first['command']).not.toBe(second['command']);
    byRole(root, 'button', 'Enregistrer l’activité').click();
    const again = [await answer('SetActivity', { setActivity: { id: 's1' } }), await answer('SetActivity', { setActivity: { id: 's1' } })];
    expect(again.map((sent) => sent['command'])).toEqual([first['command'], second['command']]);
  });

  it('asks before an activity is removed, and keeps what is being typed', async () => {
    const root = await open();
    type(byLabel(root, 'Présentation'), 'Une présentation en cours');
    type(byLabel(root, 'Adresse e-mail de contact'), 'besoins@fictif.example');
    byRole(root, 'button', 'Retirer Nettoyage').click();
    TestBed.tick();
    expect(HTMLDialogElement.prototype.showModal).toHaveBeenCalled();
    byRole(root, 'button', 'Retirer l’activité').click();
    expect(await answer('RemoveActivity', { removeActivity: { id: 's1' } })).toMatchObject({ id: 'a1' });
    await answer('MyOffer', offer({ activities: [] }));
    await turn();
    TestBed.tick();
    expect(text(root)).toContain('Sans activité, aucun besoin ne peut vous parvenir.');
    expect(byLabel(root, 'Présentation').value).toBe('Une présentation en cours');
    expect(byLabel(root, 'Adresse e-mail de contact').value).toBe('besoins@fictif.example');
  });
});
