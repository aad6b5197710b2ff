import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { answer, byLabel, byRole, notSent, pageProviders, refuse, text, turn, type } from '../../test/graphql';
import { liveChannel } from '../../test/live';
import { Session } from '../shared/session/session';
import { needSample, meSample, relationSample, wordsSample } from './need.sample';
import { NeedPage } from './need.page';
import { euros } from './euros';

async function open(role: string, need: object) {
  const loading = TestBed.inject(Session).load();
  await answer('Me', { me: meSample(role) });
  await loading;
  const fixture = TestBed.createComponent(NeedPage);
  fixture.componentRef.setInput('id', 'n1');
  await answer('Need', { need: needSample(need) });
  await answer('MarketplaceWords', wordsSample);
  return fixture.nativeElement as HTMLElement;
}

describe('the page of a need', () => {
  beforeEach(() => {
    HTMLDialogElement.prototype.showModal = () => undefined;
    HTMLDialogElement.prototype.close = () => undefined;
    TestBed.configureTestingModule({ providers: pageProviders() });
  });

  it('asks a supplier every answer, then shows the contact of the buyer', async () => {
    const root = await open('supplier', { mine: relationSample(), counts: null, actions: ['declareInterest', 'declineNeed'] });
    expect(text(root)).not.toContain('achats@exemple.test');
    byRole(root, 'button', 'Accéder aux coordonnées').click();
    await turn();
    TestBed.tick();
    expect(byLabel(root, 'Sous quel délai ?').getAttribute('aria-invalid')).toBe('true');
    type(byLabel(root, 'Sous quel délai ?'), 'Dix jours');
    byRole(root, 'button', 'Accéder aux coordonnées').click();
    const sent = await answer('DeclareInterest', { declareInterest: { id: 'n1', behind: false } });
    expect(sent['answers']).toEqual(['Dix jours']);
    await answer('Need', { need: needSample({ mine: relationSample({ status: 'interested', statusLabel: 'Intéressée' }), counts: null, contact: { name: 'Dominique', email: 'achats@exemple.test', phone: null, company: null, link: null } }) });
    expect(text(root)).toContain('Contactez le client dès maintenant');
    expect(byRole(root, 'a', 'achats@exemple.test').getAttribute('href')).toBe('mailto:achats@exemple.test');
  });

  it('tells suppliers how to answer, and how many were there before them from five on [marche/NEED-27] [marche/VIS-08]', async () => {
    const shown = async (need: object) => {
      TestBed.resetTestingModule().configureTestingModule({ providers: pageProviders() });
      const root = await open('supplier', { questions: [], mine: relationSample(), counts: null, actions: ['declareInterest', 'declineNeed'], ...need });
      return ['.fr-text--bold', 'summary'].map((part) => text(root.querySelector(`app-supplier-answer ${part}`)));
    };
    expect(await shown({})).toEqual(['Soyez parmi les premiers à proposer un devis.', 'Comment répondre à cette demande de devis ?']);
    expect(await shown({ kind: 'TENDER' })).toEqual(['Soyez parmi les premiers à consulter cet appel d’offres.', 'Comment répondre à cet appel d’offres ?']);
    expect(await shown({ kind: 'PROJ', crowd: 5 })).toEqual(['5 fournisseurs inclusifs ont déjà pris contact avec ce client.', 'Comment répondre à ce projet d’achat ?']);
    expect(await shown({ status: 'closed', actions: [] })).toEqual(['', '']);
  });

  it('says that an answer is saved while the need is read as before, and reads it again at each hint', async () => {
    const live = liveChannel();
    const asked = { mine: relationSample(), counts: null, actions: ['declareInterest', 'declineNeed'], questions: [] };
    const root = await open('supplier', asked);
    expect(live.addresses).toEqual([expect.stringMatching(/topics=supplier%3A/)]);
    byRole(root, 'button', 'Accéder aux coordonnées').click();
    await answer('DeclareInterest', { declareInterest: { id: 'n1', behind: true, lastChange: '2026-11-21T09:00:00Z' } });
    await answer('Need', { need: needSample(asked) });
    expect(text(root)).toContain('C’est enregistré');
    live.hint();
    await answer('Need', { need: needSample({ ...asked, actions: [], mine: relationSample({ status: 'interested' }), lastChange: '2026-11-21T09:00:00Z' }) });
    expect(text(root)).not.toContain('C’est enregistré');
    live.restore();
  });

  const gone = { contactHidden: 'gone', contact: null, actions: [] };
  it('says to an interested supplier that the contact was erased with the account that gave it', async () => {
    expect(text(await open('supplier', { ...gone, mine: relationSample({ status: 'interested' }), counts: null }))).toContain('elles sont effacées. Le client lit vos réponses');
  });
  it('tells a supplier before it declares interest that this will show no contact, without saying why', async () => {
    for (const [kind, button] of [['QUOTE', 'Accéder aux coordonnées'], ['TENDER', 'Voir l’appel d’offres']] as const) {
      const asked = { kind, mine: relationSample(), counts: null, questions: [], actions: ['declareInterest', 'declineNeed'] };
      const shown = async (contactHidden: string) => {
        TestBed.resetTestingModule().configureTestingModule({ providers: pageProviders() });
        return text((await open('supplier', { ...asked, contactHidden })).querySelector('app-supplier-answer'));
      };
      const [before, now] = [await shown('interest-needed'), await shown('gone')];
      expect(before).toContain(button);
      expect(before).not.toContain('ne sont plus disponibles');
      expect(now).toContain('Les coordonnées du client ne sont plus disponibles');
      expect(now).toContain('Je suis intéressé !');
      for (const untrue of [button, 's’affichent aussitôt', 'écrivez-lui', 'Le lien de la consultation', 'compte']) expect(now).not.toContain(untrue);
    }
  });

  it('goes on showing the contact to a supplier who was interested, then declined [marche/TRK-04]', async () => {
    const contact = { name: 'Dominique', email: 'achats@exemple.test', phone: null, company: null, link: null };
    const root = await open('supplier', { mine: relationSample({ status: 'declined', statusLabel: 'Pas intéressé', declineReason: 'Trop loin' }), counts: null, contact, actions: [] });
    expect(text(root)).toContain('Vous n’êtes pas intéressé par ce besoin');
    expect(byRole(root, 'a', 'achats@exemple.test')).toBeTruthy();
  });

  it('says once that its supplier opened it, waits for nothing and shows no failure [marche/TRK-06]', async () => {
    const asked = { mine: relationSample({ viewedOn: null }), counts: null, actions: ['declareInterest', 'declineNeed'], questions: [] };
    const root = await open('supplier', asked);
    expect(await refuse('ViewNeed', 'Une erreur est survenue.', { code: 'internal' })).toMatchObject({ id: 'n1' });
    expect(text(root)).not.toContain('Une erreur est survenue.');
    byRole(root, 'button', 'Accéder aux coordonnées').click();
    await answer('DeclareInterest', { declareInterest: { id: 'n1', behind: false } });
    await answer('Need', { need: needSample(asked) });
    await notSent('ViewNeed');
  });

  it('lets a supplier that came by the address of the need answer it, once that is told [marche/TRK-06]', async () => {
    const root = await open('supplier', { mine: null, counts: null, actions: [], questions: [] });
    expect(text(root.querySelector('app-supplier-answer'))).toBe('Ce besoin vous intéresse ?');
    await answer('ViewNeed', { viewNeed: true });
    await answer('Need', { need: needSample({ mine: relationSample({ source: 'LINK' }), counts: null, actions: ['declareInterest', 'declineNeed'], questions: [] }) });
    expect(byRole(root, 'button', 'Accéder aux coordonnées')).toBeTruthy();
    await notSent('ViewNeed');
  });

  it('says nothing when its buyer or the team opens it, or when it was opened before [marche/TRK-03]', async () => {
    for (const [role, mine] of [['supplier', relationSample()], ['buyer', null], ['staff', null]] as const) {
      TestBed.resetTestingModule().configureTestingModule({ providers: pageProviders() });
      await open(role, { mine });
      await notSent('ViewNeed');
    }
  });

  it('shows the buyer who opened the need, answered or not [marche/VIS-40]', async () => {
    const root = await open('buyer', {});
    const items = [relationSample({ status: 'viewed', statusLabel: 'Vu', local: true })];
    await answer('NeedSuppliers', { needSuppliers: { page: 1, pageSize: 20, total: 2, viewed: 2, counts: [{ status: 'matched', count: 4 }, { status: 'interested', count: 1 }], items } });
    const tabs = [...root.querySelectorAll('[aria-label="Filtrer les structures"] a')].map((tab) => text(tab));
    expect(tabs).toEqual(['Toutes (5)', 'Ont vu le besoin (2)', 'Intéressées (1)', 'Sans réponse (4)', 'Pas intéressées (0)']);
    expect(text(root.querySelector('app-need-suppliers .app-hit'))).toMatch(/Vu.*· fournisseur local · vu le 20 novembre 2026/);
  });

  it('follows, for its author, who opens it and who answers [marche/VIS-40]', async () => {
    const live = liveChannel();
    const root = await open('buyer', { counts: { matched: 2, viewed: 0, interested: 0, declined: 0 } });
    const suppliers = (viewed: number, items: object[]) => ({ needSuppliers: { page: 1, pageSize: 20, total: items.length, viewed, counts: [{ status: 'matched', count: 2 }], items } });
    await answer('NeedSuppliers', suppliers(0, [relationSample({ viewedOn: null })]));
    expect(live.addresses).toEqual([expect.stringMatching(/topics=buyer%3A/)]);
    live.hint();
    await answer('Need', { need: needSample({ counts: { matched: 2, viewed: 1, interested: 0, declined: 0 } }) });
    await answer('NeedSuppliers', suppliers(1, [relationSample({ status: 'viewed', statusLabel: 'Vu' })]));
    expect(text(root.querySelector('.app-keyfigures'))).toContain('Ont vu le besoin1');
    expect(text(root.querySelector('app-need-suppliers .app-hit'))).toContain('vu le 20 novembre 2026');
    expect(text(root)).not.toContain('Cette page a changé');
    live.restore();
  });

  it('words the button of interest by the kind of need [marche/VIS-09]', async () => {
    const button = async (need: object) => {
      const root = await open('supplier', { questions: [], mine: relationSample(), counts: null, actions: ['declareInterest', 'declineNeed'], ...need });
      return [...root.querySelectorAll('app-supplier-answer button')].map((b) => text(b));
    };
    expect(await button({ kind: 'TENDER' })).toEqual(['Voir l’appel d’offres', 'Je ne suis pas intéressé']);
    TestBed.resetTestingModule().configureTestingModule({ providers: pageProviders() });
    expect(await button({ kind: 'PROJ', anonymous: true })).toEqual(['Je suis intéressé !', 'Je ne suis pas intéressé']);
  });

  it('tells who was interested in an anonymous need that the client calls back [marche/VIS-05]', async () => {
    const root = await open('supplier', { kind: 'PROJ', anonymous: true, buyer: null, contactHidden: 'anonymous', mine: relationSample({ status: 'interested', statusLabel: 'Intéressé' }), counts: null });
    expect(text(root)).toContain('Votre intérêt a été signalé au client');
    expect(text(root)).toContain('Acheteur anonyme');
  });

  it('never offers an answer to a closed need', async () => {
    const root = await open('supplier', { status: 'closed', statusLabel: 'Clôturé', mine: relationSample(), counts: null });
    expect(text(root)).toContain('Ce besoin est clôturé');
    expect(root.querySelector('main button, app-supplier-answer button')).toBeNull();
  });

  it('lets the team validate only once the targeted suppliers are kept', async () => {
    const root = await open('staff', { status: 'submitted', counts: { matched: 0, interested: 0, declined: 0 }, actions: ['matchNeed', 'validateNeed', 'sendBackNeed', 'rejectNeed'] });
    await answer('NeedMatches', { needMatches: { total: 3, sample: [] } });
    expect(text(root)).toContain('Enregistrez d’abord la liste des structures ciblées.');
    expect([...root.querySelectorAll('button')].some((b) => text(b) === 'Valider le besoin')).toBe(false);
    byRole(root, 'button', 'Enregistrer les structures ciblées').click();
    const sent = await answer('MatchNeed', { matchNeed: { id: 'n1', behind: false } });
    expect(sent['input']).toMatchObject({ sectors: ['locaux'], perimeters: ['35238'], distance: null });
    await answer('Need', { need: needSample({ status: 'submitted', counts: { matched: 3, interested: 0, declined: 0 }, actions: ['matchNeed', 'validateNeed', 'sendBackNeed', 'rejectNeed'] }) });
    byRole(root, 'button', 'Valider le besoin').click();
    TestBed.tick();
    byRole(root, 'button', 'Confirmer la validation').click();
    await answer('ValidateNeed', { validateNeed: { id: 'n1', behind: false } });
  });

  it('lets the team take a supplier off the kept list [marche/LIFE-04]', async () => {
    const need = { status: 'submitted', counts: { matched: 1, interested: 0, declined: 0 }, actions: ['matchNeed', 'addNeedSupplier', 'removeNeedSupplier', 'validateNeed'] };
    const root = await open('staff', need);
    await answer('NeedSuppliers', { needSuppliers: { page: 1, pageSize: 20, total: 1, viewed: 0, counts: [], items: [relationSample()] } });
    byRole(root, 'button', 'Retirer Atelier imaginaire').click();
    expect(await answer('RemoveNeedSupplier', { removeNeedSupplier: { id: 'n1', behind: false } })).toMatchObject({ id: 'n1', supplierId: 's1' });
  });

  it('starts from the place of the need while nothing is kept', async () => {
    await open('staff', { status: 'submitted', perimeters: [], counts: { matched: 0, interested: 0, declined: 0 }, actions: ['matchNeed'] });
    const asked = await answer('NeedMatches', { needMatches: { total: 0, sample: [] } });
    expect(asked['input']).toMatchObject({ perimeters: ['35238'] });
  });

  it('refuses to reject a need without a word to its author', async () => {
    const root = await open('staff', { status: 'submitted', actions: ['matchNeed', 'rejectNeed'] });
    byRole(root, 'button', 'Rejeter le besoin').click();
    TestBed.tick();
    byRole(root, 'button', 'Confirmer le rejet').click();
    await turn();
    TestBed.tick();
    expect(byLabel(root, 'Motif du rejet').getAttribute('aria-invalid')).toBe('true');
  });

  const signs = async (partner: string, role = 'buyer', need: object = {}) => {
    const root = await open(role, { counts: null, ...need, actions: ['recordTransaction'] });
    await answer('ContractPartners', { contractPartners: [{ id: 's1', name: 'Atelier imaginaire', city: 'Rennes' }] });
    byLabel(root, 'Oui').click();
    TestBed.tick();
    const select = byLabel(root, 'Avec quelle structure ?');
    select.value = partner;
    select.dispatchEvent(new Event('change'));
    type(byLabel(root, 'Montant en euros'), '12 400 €');
    byRole(root, 'button', 'Enregistrer la réponse').click();
    return [(await answer('RecordTransaction', { recordTransaction: { id: 'n1', behind: false } }))['input'], text(root)];
  };

  it('records the amount a buyer signed, with a supplier the need was sent to', async () => {
    expect((await signs('s1'))[0]).toEqual({ answer: 'yes', supplierId: 's1', amount: 12400, feedback: null });
  });

  it('records a contract signed with somebody else, even when nobody was interested', async () => {
    expect((await signs('other'))[0]).toEqual({ answer: 'yes', supplierId: null, amount: 12400, feedback: null });
  });

  it('lets the team say how it ended, and tells whose word it is [marche/SURV-08]', async () => {
    const transaction = { signed: false, source: 'admin', amount: null, supplier: null, bracket: null };
    const [sent, page] = await signs('s1', 'staff', { transaction });
    expect(sent).toEqual({ answer: 'yes', supplierId: 's1', amount: 12400, feedback: null });
    expect(page).toContain('déclaré par l’équipe de la plateforme');
    expect(page).not.toContain('Comment cela s’est-il passé');
  });

  it('reads amounts as people type them', () => {
    expect([euros('12 000'), euros('12 000 €'), euros('0'), euros('12,50'), euros('beaucoup'), euros('1000000001')]).toEqual([12000, 12000, null, null, null, null]);
  });
});
