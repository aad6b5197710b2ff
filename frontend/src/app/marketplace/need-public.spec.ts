import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { answer, byRole, notSent, pageProviders, text, turn } from '../../test/graphql';
import { liveChannel } from '../../test/live';
import { Session } from '../shared/session/session';
import { meSample, needSample, wordsSample } from './need.sample';
import { NeedPage } from './need.page';

const nobody = { role: null, account: null, current: null, memberships: [] };
const alone = { ...nobody, account: { id: 'u1', firstName: 'Claude', lastName: 'Fictif', email: 'claude@exemple.test' } };
const readOnly = { publicView: true, contactHidden: 'sign-in', counts: null, questions: [], submittedOn: null };

async function open(me: object, need: object | null): Promise<HTMLElement> {
  TestBed.resetTestingModule().configureTestingModule({ providers: pageProviders() });
  const loading = TestBed.inject(Session).load();
  await answer('Me', { me });
  await loading;
  const fixture = TestBed.createComponent(NeedPage);
  fixture.componentRef.setInput('id', 'n1');
  await answer('Need', { need: need && needSample({ ...readOnly, ...need }) });
  if (need) await answer('MarketplaceWords', wordsSample);
  return fixture.nativeElement as HTMLElement;
}
const panel = (root: HTMLElement) => root.querySelector('app-need-public');
const link = (root: HTMLElement) => panel(root)?.querySelector('a');

describe('a published need, read by whoever has its address', () => {
  beforeEach(() => {
    HTMLDialogElement.prototype.showModal = () => undefined;
  });

  it('leads a visitor to sign in by the button of its kind, and back [marche/VIS-04] [marche/VIS-09]', async () => {
    const button = async (need: object) => {
      const root = await open(nobody, need);
      expect(link(root)?.getAttribute('href')).toBe('/connexion?suite=%2Fbesoins%2Fn1');
      return [text(panel(root)?.querySelector('h2')), text(link(root))];
    };
    const heading = 'Connectez-vous pour répondre';
    expect(await button({})).toEqual([heading, 'Accéder aux coordonnées']);
    expect(await button({ kind: 'TENDER' })).toEqual([heading, 'Voir l’appel d’offres']);
    expect(await button({ kind: 'PROJ', anonymous: true, buyer: null })).toEqual([heading, 'Je suis intéressé !']);
  });

  it('shows a visitor the need and where else to look, and asks the server for nothing more; nor does it listen for people of no side [marche/VIS-01]', async () => {
    const live = liveChannel();
    await open(meSample('prescriber'), { contactHidden: 'suppliers-only' });
    const root = await open(nobody, { crowd: 6 });
    for (const words of ['Nettoyage des locaux', 'Trois passages par semaine.', 'Ville imaginaire', '6 fournisseurs inclusifs ont déjà pris contact']) expect(text(root)).toContain(words);
    expect(byRole(root, 'a', 'Trouver un fournisseur').getAttribute('href')).toBe('/fournisseurs');
    expect(root.querySelector('form, button, app-supplier-answer, app-need-suppliers, app-transaction, app-need-address')).toBeNull();
    await turn();
    TestBed.inject(HttpTestingController).verify();
    expect(live.addresses).toEqual([]);
    live.restore();
  });

  it('tells each who cannot answer it what would let them, or whom to ask [marche/VIS-04]', async () => {
    const told = async (me: object, contactHidden: string) => {
      const root = await open(me, { contactHidden });
      await notSent('ViewNeed');
      return [text(panel(root)?.querySelector('h2')), link(root)?.getAttribute('href') ?? null];
    };
    const meant = 'Ce besoin s’adresse aux fournisseurs inclusifs';
    for (const role of ['prescriber', 'candidate', 'inspector', 'buyer']) expect(await told(meSample(role), 'suppliers-only')).toEqual([meant, null]);
    expect(text(panel(await open(meSample('buyer'), { contactHidden: 'suppliers-only' })))).toContain('contactez l’équipe de la plateforme');
    document.head.innerHTML = '<meta name="platform-team" content="equipe@inclusion.test">';
    for (const [me, why] of [[meSample('buyer'), 'suppliers-only'], [alone, 'sign-in']] as const) expect(await told(me, why)).toContain('mailto:equipe@inclusion.test');
    document.head.innerHTML = '';
    const elsewhere = { ...meSample('buyer'), memberships: [{ organisationId: 'o2', type: 'supplier', kind: 'EA', name: 'Atelier imaginaire', role: 'supplier', city: null, department: null, authorised: false, admin: false }] };
    expect(await told(elsewhere, 'suppliers-only')).toEqual([meant, '/organisation?suite=%2Fbesoins%2Fn1']);
    for (const role of ['supplier', 'employer']) expect(await told(meSample(role), 'not-listed')).toEqual(['Votre structure n’est pas dans l’annuaire', '/mon-offre']);
    expect(await told(alone, 'sign-in')).toEqual(['Faites-vous rattacher à une structure pour répondre', null]);
  });

  it('asks nothing more of anybody once it is closed [marche/VIS-06]', async () => {
    const root = await open(nobody, { status: 'closed', statusLabel: 'Clôturé', contactHidden: 'closed' });
    expect([text(panel(root)), link(root)]).toEqual(['Ce besoin est clôturéIl n’est plus possible d’y répondre.', null]);
    expect(text(root.querySelector('app-need-badge'))).toBe('Clôturé');
  });

  it('proposes to sign in to whoever finds none at this address, and may only be signed out [marche/VIS-01]', async () => {
    const root = await open(nobody, null);
    expect(text(root)).toContain('Ce besoin n’existe pas, ou vous n’y avez pas accès');
    expect(byRole(root, 'a', 'Se connecter').getAttribute('href')).toBe('/connexion?suite=%2Fbesoins%2Fn1');
    expect([...(await open(meSample('candidate'), null)).querySelectorAll('a')].map((a) => text(a))).not.toContain('Se connecter');
  });

  it('gives its author the address to share while it may be answered, and nobody else [marche/VIS-01]', async () => {
    const copied: string[] = [];
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: (words: string) => Promise.resolve(void copied.push(words)) } });
    const root = await open(meSample('buyer'), { publicView: false, contactHidden: null, counts: null });
    byRole(root, 'button', 'Copier l’adresse du besoin').click();
    await turn();
    TestBed.tick();
    expect([copied, text(root.querySelector('app-need-address'))]).toEqual([[`${location.origin}/besoins/n1`], expect.stringContaining('Adresse copiée')]);
    for (const status of ['draft', 'submitted', 'rejected', 'closed']) expect((await open(meSample('buyer'), { publicView: false, status })).querySelector('app-need-address')).toBeNull();
  });
});
