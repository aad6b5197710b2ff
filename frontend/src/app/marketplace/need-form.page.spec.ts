import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { answer, byLabel, byRole, pageProviders, refuse, text, turn, type } from '../../test/graphql';
import { wordsSample } from './need.sample';
import { NeedFormPage } from './need-form.page';

async function open() {
  const fixture = TestBed.createComponent(NeedFormPage);
  await answer('MarketplaceWords', wordsSample);
  return { fixture, root: fixture.nativeElement as HTMLElement };
}

const fill = (root: HTMLElement): void => {
  byLabel(root, 'Demande de devis').click();
  TestBed.tick();
  type(byLabel(root, 'Titre'), 'Nettoyage');
  type(byLabel(root, 'Description'), 'Deux fois par semaine');
  byLabel(root, 'France entière').click();
  type(byLabel(root, 'Date de clôture'), '2099-06-30');
  byLabel(root, 'E-mail').click();
  TestBed.tick();
  type(byLabel(root, 'Adresse e-mail'), 'achats@exemple.test');
  TestBed.tick();
};
const onward = (root: HTMLElement): void => void root.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
/** Through the preview, where it is confirmed. */
const publish = (root: HTMLElement): void => {
  onward(root);
  TestBed.tick();
  byRole(root, 'button', 'Publier le besoin').click();
};
const shown = (root: HTMLElement) => text(root.querySelector('app-need-preview'));

describe('publishing a need', () => {
  beforeEach(() => {
    sessionStorage.clear();
    TestBed.configureTestingModule({ providers: pageProviders() });
  });

  it('says what is missing beside each field, and sends nothing', async () => {
    const { root } = await open();
    onward(root);
    await turn();
    TestBed.tick();
    expect(root.querySelector('app-need-preview')).toBeNull();
    expect(byLabel(root, 'Titre').getAttribute('aria-invalid')).toBe('true');
    expect(text(root.querySelector('[role=alert]'))).toContain('Indiquez la date de clôture.');
  });

  it('sends the need, shows what the server refuses beside its field, and goes to its page [marche/NEED-28]', async () => {
    const { root } = await open();
    fill(root);
    publish(root);
    const first = await refuse('PublishNeed', 'Ce texte est trop long.', { code: 'x', fields: [{ field: 'title', code: 'x', message: 'Ce titre est trop long.' }] });
    expect(first['input']).toMatchObject({ kind: 'QUOTE', wholeFrance: true, place: null, responseKinds: ['EMAIL'], email: 'achats@exemple.test' });
    expect((first['input'] as { questions: unknown[] }).questions).toHaveLength(5);
    expect(byLabel(root, 'Titre').getAttribute('aria-invalid')).toBe('true');
    publish(root);
    const again = await answer('PublishNeed', { publishNeed: { id: 'n9' } });
    await turn();
    expect(again['command']).toBe(first['command']);
    expect(TestBed.inject(Router).url).toBe('/besoins/n9');
    expect(sessionStorage).toHaveLength(0);
  });

  it('finds an unfinished text again, without the contact details', async () => {
    const { root, fixture } = await open();
    fill(root);
    await turn();
    fixture.destroy();
    expect(JSON.stringify({ ...sessionStorage })).not.toContain('achats@exemple.test');
    const again = TestBed.createComponent(NeedFormPage);
    TestBed.tick();
    await turn();
    TestBed.tick();
    const second = again.nativeElement as HTMLElement;
    expect(text(second)).toContain('Votre saisie en cours a été reprise.');
    expect(byLabel(second, 'Titre').value).toBe('Nettoyage');
    byRole(second, 'button', 'Repartir de zéro').click();
    TestBed.tick();
    expect(byLabel(second, 'Titre').value).toBe('');
  });

  it('first shows what suppliers will read, and goes back to what was typed', async () => {
    const { root } = await open();
    fill(root);
    onward(root);
    TestBed.tick();
    expect(shown(root)).toContain('Nettoyage');
    expect(shown(root)).toContain('Demande de devis · à répondre jusqu’au 30 juin 2099');
    expect(shown(root)).toContain('Montré aux seuls fournisseurs intéressés');
    expect(shown(root)).toContain('achats@exemple.test');
    expect(document.activeElement?.textContent).toBe('Ce que verront les fournisseurs');
    byRole(root, 'button', 'Revenir à la saisie').click();
    TestBed.tick();
    await turn();
    expect(root.querySelector('app-need-preview')).toBeNull();
    expect([byLabel(root, 'Titre').value, byLabel(root, 'Description').value, byLabel(root, 'Adresse e-mail').value]).toEqual(['Nettoyage', 'Deux fois par semaine', 'achats@exemple.test']);
  });

  it('says, as soon as an amount is chosen, what it would pay [marche/NEED-14]', async () => {
    const { root } = await open();
    expect(text(root)).not.toContain('emplois');
    const amount = byLabel(root, 'Montant estimé');
    amount.value = '5-10K';
    amount.dispatchEvent(new Event('change'));
    TestBed.tick();
    expect([...root.querySelectorAll('[role=status]')].map(text)).toContain('Environ 3 emplois pendant un mois.');
  });

  it('shows that the name of whoever stays anonymous, and an amount not shared, are kept from suppliers', async () => {
    const { root } = await open();
    fill(root);
    byLabel(root, 'Sourcing inversé').click();
    const amount = byLabel(root, 'Montant estimé');
    amount.value = '5-10K';
    amount.dispatchEvent(new Event('change'));
    TestBed.tick();
    byLabel(root, 'Rester anonyme').click();
    TestBed.tick();
    onward(root);
    TestBed.tick();
    expect(shown(root)).toContain('Projet d’achat');
    expect(shown(root)).toContain('Acheteur anonyme');
    expect(shown(root)).toContain('Le montant estimé (5-10 K€) reste entre vous et l’équipe.');
    expect(shown(root)).not.toContain('achats@exemple.test');
    expect(shown(root)).not.toContain('Budget');
  });
});
