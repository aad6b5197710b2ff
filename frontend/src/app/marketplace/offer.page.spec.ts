import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { answer, byLabel, byRole, pageProviders, text, turn, type } from '../../test/graphql';
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

  it('warns that no need comes without a contact address', async () => {
    expect(text(await open())).toContain('Sans adresse e-mail de contact, aucun besoin ne vous est transmis');
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
