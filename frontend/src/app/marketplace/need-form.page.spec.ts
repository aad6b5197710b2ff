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
const publish = (root: HTMLElement): void => void root.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));

describe('publishing a need', () => {
  beforeEach(() => {
    sessionStorage.clear();
    TestBed.configureTestingModule({ providers: pageProviders() });
  });

  it('says what is missing beside each field, and sends nothing', async () => {
    const { root } = await open();
    publish(root);
    await turn();
    TestBed.tick();
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
});
