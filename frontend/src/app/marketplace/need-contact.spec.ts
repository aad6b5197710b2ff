import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { answer, byLabel, byRole, pageProviders, refuse, text, type } from '../../test/graphql';
import { Session } from '../shared/session/session';
import { meSample, needSample } from './need.sample';
import { NeedPage } from './need.page';

const open = async (role: string, need: object) => {
  const loading = TestBed.inject(Session).load();
  await answer('Me', { me: meSample(role) });
  await loading;
  const fixture = TestBed.createComponent(NeedPage);
  fixture.componentRef.setInput('id', 'n1');
  await answer('Need', { need: needSample({ contactHidden: 'gone', contact: null, ...need }) });
  return fixture.nativeElement as HTMLElement;
};
const labels = (root: HTMLElement) => [...root.querySelectorAll('app-need-contact label')].map((label) => text(label));

describe('a need whose contact was erased with the account that gave it', () => {
  beforeEach(() => void TestBed.configureTestingModule({ providers: pageProviders() }));

  it('takes another contact from a colleague, in the ways it asks to be answered, and says what is wrong beside the field', async () => {
    const root = await open('buyer', { responseKinds: ['EMAIL', 'TEL'], actions: ['giveNeedContact'] });
    expect(text(root)).toContain('Ce besoin n’a plus de coordonnées');
    expect(labels(root)).toEqual([expect.stringContaining('Adresse e-mail'), 'Téléphone']);
    expect(byLabel(root, 'Adresse e-mail').value).toBe('claude@exemple.test');
    byRole(root, 'button', 'Enregistrer ces coordonnées').click();
    const said = 'Indiquez votre numéro de téléphone.';
    const first = await refuse('GiveNeedContact', said, { code: 'input/invalid', fields: [{ field: 'phone', code: 'marketplace/response-phone', message: said }] });
    expect(first['input']).toEqual({ email: 'claude@exemple.test', phone: null, link: null });
    expect(byLabel(root, 'Téléphone').getAttribute('aria-invalid')).toBe('true');
    type(byLabel(root, 'Téléphone'), ' 01 00 00 00 00 ');
    byRole(root, 'button', 'Enregistrer ces coordonnées').click();
    const second = await answer('GiveNeedContact', { giveNeedContact: { id: 'n1', behind: false, lastChange: '2026-11-21T09:00:00Z' } });
    expect(second['input']).toMatchObject({ phone: '01 00 00 00 00' });
    expect(second['command']).not.toBe(first['command']);
    await answer('Need', { need: needSample({ description: '', contactHidden: null, contact: { name: 'Claude Fictif', email: 'claude@exemple.test', phone: null, company: null, link: null } }) });
    expect(text(root)).not.toContain('Ce besoin n’a plus de coordonnées');
    expect(text(root.querySelector('app-need-facts'))).toContain('La description de ce besoin n’est plus disponible.');
  });

  it('asks the link of a call for tenders', async () => {
    expect(labels(await open('buyer', { kind: 'TENDER', responseKinds: ['EXTERN'], actions: ['giveNeedContact'] }))).toEqual([expect.stringContaining('Lien vers l’appel d’offres')]);
  });

  it('tells the team, and the author of a draft or of a need that ended, what may still be done', async () => {
    const said = async (role: string, need: object) => {
      TestBed.resetTestingModule().configureTestingModule({ providers: pageProviders() });
      const root = await open(role, need);
      expect(labels(root)).toEqual([]);
      return text(root.querySelector('app-need-contact'));
    };
    expect(await said('staff', {})).toContain('tant que son organisation n’en donne pas d’autres');
    expect(await said('buyer', { status: 'draft' })).toContain('Complétez le brouillon');
    expect(await said('buyer', { status: 'closed' })).toContain('ne reçoit plus de réponse');
  });
});
