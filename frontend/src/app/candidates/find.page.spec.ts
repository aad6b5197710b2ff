import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { answer, byLabel, byRole, pageProviders, refuse, text, turn, type } from '../../test/graphql';
import { labelsSample } from '../../test/samples';
import { FindPage } from './find.page';

const NIR = '290053000400666';
const known = { id: 'p1', displayName: 'FICTIVE Prune', masked: false, birthDate: '1990-05-20', city: 'Nîmes', hasNir: true };
const match = (candidate: object | null, mayAttachNir = false) => ({ problem: null, candidate, mayAttachNir });
const twin = { candidate: { ...known, id: 'p2' }, email: 'p…e@c….test', department: '30' };

async function open() {
  const fixture = TestBed.createComponent(FindPage);
  TestBed.tick();
  const root = fixture.nativeElement as HTMLElement;
  const settle = async () => {
    await turn();
    TestBed.tick();
  };
  const send = async () => {
    root.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
  };
  const press = async (name: string) => {
    byRole(root, 'button', name).click();
    await settle();
  };
  const typeNir = async (nir: string) => {
    type(byLabel(root, 'Numéro de sécurité sociale'), nir);
    await send();
  };
  const typeEmail = async (email: string) => {
    type(byLabel(root, 'Adresse e-mail du candidat'), email);
    await send();
  };
  const fill = async () => {
    type(byLabel(root, 'Prénom'), 'Prune');
    type(byLabel(root, 'Nom'), 'Fictive');
    type(byLabel(root, 'Date de naissance'), '1990-05-20');
    type(byLabel(root, 'Identifiant France Travail'), '1234567A');
    type(byLabel(root, 'Adresse Numéro et voie'), '1 rue de l’Essai');
    type(byLabel(root, 'Code postal'), '30000');
    type(byLabel(root, 'Commune'), 'Nîmes');
    await new Promise((resolve) => setTimeout(resolve, 200));
    await answer('Communes', { communes: [{ insee: '30189', name: 'Nîmes', postCodes: ['30000'], department: '30', departmentName: 'Gard' }] });
    byRole(root, '[role=option]', 'Nîmes (30000)').click();
    await settle();
    const title = byLabel(root, 'Civilité');
    title.value = 'MME';
    title.dispatchEvent(new Event('change'));
    await send();
  };
  return { root, fill, send, press, typeNir, typeEmail, settle };
}
const WITHOUT = 'Continuer sans numéro de sécurité sociale';

describe('finding a candidate', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({ providers: pageProviders() });
    HTMLDialogElement.prototype.showModal = function () {
      this.open = true;
    };
    HTMLDialogElement.prototype.close = function () {
      this.open = false;
    };
  });

  it('goes on with the person the number found', async () => {
    const { press, typeNir } = await open();
    await typeNir(NIR);
    expect(await answer('CandidateByNir', { candidateByNir: match(known) })).toEqual({ nir: NIR });
    await press('Continuer avec cette personne');
    expect(TestBed.inject(Router).url).toBe('/candidats/p1');
  });

  it('leads who cannot see to the person found, a region with its buttons, whatever their gender', async () => {
    const { root, typeNir } = await open();
    await typeNir(NIR);
    await answer('CandidateByNir', { candidateByNir: match(known) });
    expect(text(document.activeElement)).toBe('Une personne correspond');
    expect(document.activeElement?.closest('section')?.hasAttribute('role')).toBe(false);
    expect(text(root)).toContain('FICTIVE Prune, né(e) le 20 mai 1990');
  });

  it('offers to go on without a number only after a wrong one [emplois/CAN-23]', async () => {
    const { root, typeNir, press } = await open();
    expect(text(root)).not.toContain(WITHOUT);
    await typeNir('123');
    expect(text(root)).toContain('15 caractères');
    await press(WITHOUT);
    expect(byLabel(root, 'Adresse e-mail du candidat').value).toBe('');
  });

  it('counts a number refused by the service alone as a wrong one, and says why beside the field [emplois/CAN-23]', async () => {
    const { root, typeNir } = await open();
    await typeNir('269054958815780');
    const message = 'Ce numéro est l’exemple imprimé sur le modèle de carte Vitale.';
    const fields = [{ field: 'nir', code: 'identity/nir-illustrative', message }];
    await refuse('CandidateByNir', 'Certaines informations sont à corriger.', { code: 'input/invalid', fields });
    expect(byLabel(root, 'Numéro de sécurité sociale').getAttribute('aria-invalid')).toBe('true');
    expect(text(root.querySelector('.fr-messages-group'))).toBe(message);
    expect(root.querySelector('[role=alert]')).toBeNull();
    expect(text(root)).toContain(WITHOUT);
  });

  it('leads on when the number is somebody else’s: by e-mail, then a file without number that says why [emplois/CAN-7]', async () => {
    const { root, press, typeNir, typeEmail, settle } = await open();
    await typeNir(NIR);
    await answer('CandidateByNir', { candidateByNir: match(known) });
    await press('Ce n’est pas mon candidat');
    expect(text(root)).toContain('Le numéro de sécurité sociale est associé à quelqu’un d’autre');
    await typeEmail('autre@courriel.test');
    await answer('CandidateByEmail', { candidateByEmail: match(null) });
    await answer('Labels', { labels: labelsSample });
    await settle();
    expect(byLabel(root, 'Numéro de sécurité sociale').value).toBe('');
    expect(byLabel(root, 'Motif d’absence du numéro').value).toBe('NIR_ASSOCIATED_TO_OTHER');
    expect(byLabel(root, 'Adresse e-mail').value).toBe('autre@courriel.test');
  });

  it('leads on when the address is somebody else’s [emplois/CAN-24]', async () => {
    const { root, press, typeNir, typeEmail } = await open();
    await typeNir(NIR);
    await answer('CandidateByNir', { candidateByNir: match(null) });
    await typeEmail('prune@courriel.test');
    await answer('CandidateByEmail', { candidateByEmail: match(known) });
    await press('Ce n’est pas mon candidat');
    expect(text(root)).toContain('Cette adresse est celle d’une autre personne');
    await press('Le candidat n’a pas d’adresse e-mail');
    expect(byLabel(root, 'Adresse e-mail').value).toBe('');
    expect(byLabel(root, 'Numéro de sécurité sociale').value).toBe(NIR);
  });

  it('adds the number typed to the file found without one, when one may [emplois/CAN-24]', async () => {
    const { root, press, typeNir, typeEmail } = await open();
    await typeNir(NIR);
    await answer('CandidateByNir', { candidateByNir: match(null) });
    await typeEmail('prune@courriel.test');
    await answer('CandidateByEmail', { candidateByEmail: match({ ...known, hasNir: false }, true) });
    await press('Ajouter le numéro et continuer');
    expect(await answer('AttachNir', { attachNir: { id: 'p1' } })).toMatchObject({ id: 'p1', nir: NIR });
    await turn();
    expect(TestBed.inject(Router).url).toBe('/candidats/p1');
    expect(text(root)).not.toContain('Le numéro n’a pas pu être ajouté');
  });

  it('does not propose to add a number to whom may not [emplois/CAN-24]', async () => {
    const { root, typeNir, typeEmail } = await open();
    await typeNir(NIR);
    await answer('CandidateByNir', { candidateByNir: match(null) });
    await typeEmail('prune@courriel.test');
    await answer('CandidateByEmail', { candidateByEmail: match({ ...known, hasNir: false }) });
    expect(text(root)).not.toContain('Ajouter le numéro');
    expect(text(root)).toContain('Continuer avec cette personne');
  });

  it('shows the files that are perhaps the same person, and lets one take one of them [emplois/CAN-25]', async () => {
    const { root, press, typeNir, typeEmail, fill, settle } = await open();
    await typeNir(NIR);
    await answer('CandidateByNir', { candidateByNir: match(null) });
    await typeEmail('autre@courriel.test');
    await answer('CandidateByEmail', { candidateByEmail: match(null) });
    await answer('Labels', { labels: labelsSample });
    await fill();
    const variables = await refuse('RegisterCandidate', 'Une personne du même nom est déjà inscrite.', { code: 'identity/perhaps-duplicate' });
    expect(variables['confirmNotDuplicate']).toBe(false);
    expect(await answer('SuspectedTwins', { suspectedTwins: [twin] })).toEqual({ firstName: 'Prune', lastName: 'Fictive', birthDate: '1990-05-20' });
    await settle();
    const dialog = root.querySelector('dialog')!;
    expect(dialog.open).toBe(true);
    expect(text(dialog)).toContain('FICTIVE Prune, né(e) le 20 mai 1990');
    expect(text(dialog)).toContain('p…e@c….test');
    expect(text(dialog)).toContain('Créer quand même');
    await press('Reprendre la fiche de FICTIVE Prune');
    expect(TestBed.inject(Router).url).toBe('/candidats/p2');
  });

  it('asks beside each field for the address that is missing, and sends nothing [emplois/CAN-16]', async () => {
    const { root, typeNir, press, send } = await open();
    await typeNir('123');
    await press(WITHOUT);
    await press('Le candidat n’a pas d’adresse e-mail');
    await answer('Labels', { labels: labelsSample });
    await send();
    for (const label of ['Adresse Numéro et voie', 'Code postal', 'Commune']) expect(byLabel(root, label).getAttribute('aria-invalid')).toBe('true');
    expect(text(root)).toContain('Choisissez la commune dans la liste proposée.');
  });
});
