import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { answer, byLabel, byRole, pageProviders, refuse, text, type } from '../../test/graphql';
import { liveChannel } from '../../test/live';
import { applicationSample } from '../../test/samples';
import { ApplicationPage } from './application.page';

const mine = { id: 'k1', at: '2026-11-12T09:00:00Z', by: 'Ana', text: 'Je la rappelle jeudi.', mine: true };
const other = { id: 'k2', at: '2026-11-11T09:00:00Z', by: 'Paul', text: 'Bon profil.', mine: false };

async function open(comments: readonly object[] | null) {
  const fixture = TestBed.createComponent(ApplicationPage);
  fixture.componentRef.setInput('id', 'a1');
  await answer('Application', { application: applicationSample({ comments }) });
  return fixture.nativeElement as HTMLElement;
}
const section = (root: HTMLElement) => root.querySelector<HTMLElement>('[aria-labelledby=comments]')!;

describe('comments between colleagues', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({ providers: pageProviders() });
    HTMLDialogElement.prototype.showModal = () => undefined;
    HTMLDialogElement.prototype.close = () => undefined;
  });

  it('are not there for who may not read them', async () => {
    expect((await open(null)).querySelector('app-comments')).toBeNull();
  });

  it('say that there is none yet, then show the one just written and empty the field', async () => {
    const root = await open([]);
    expect(text(section(root))).toContain('Aucun commentaire');
    type(byLabel(root, 'Nouveau commentaire'), mine.text);
    byRole(root, 'button', 'Ajouter le commentaire').click();
    expect(await answer('AddComment', { addComment: applicationSample({ comments: [mine] }) })).toMatchObject({ id: 'a1', text: mine.text });
    expect(text(section(root).querySelector('li'))).toContain('Je la rappelle jeudi.');
    expect(byLabel(root, 'Nouveau commentaire').value).toBe('');
  });

  it('count their characters, and say beside the field what is wrong before sending anything', async () => {
    const root = await open([]);
    type(byLabel(root, 'Nouveau commentaire'), 'a'.repeat(2002));
    byRole(root, 'button', 'Ajouter le commentaire').click();
    TestBed.tick();
    expect(text(section(root))).toContain('2002 / 2000 caractères');
    expect(text(section(root).querySelector('.fr-message--error'))).toBe('Ce commentaire est trop long : retirez 2 caractères.');
    type(byLabel(root, 'Nouveau commentaire'), ' ');
    byRole(root, 'button', 'Ajouter le commentaire').click();
    const fields = [{ field: 'text', code: 'hiring/comment-required', message: 'Écrivez un commentaire.' }];
    await refuse('AddComment', 'Écrivez un commentaire.', { code: 'hiring/comment-required', fields });
    expect(text(section(root).querySelector('.fr-message--error'))).toBe('Écrivez un commentaire.');
  });

  it('show what a colleague writes while the page is open, and keep what is being written [emplois/VIS-6]', async () => {
    const live = liveChannel();
    const root = await open([mine]);
    expect(live.addresses).toEqual([`/api/live?topics=candidate%3Ap1,comments%3Aa1`]);
    type(byLabel(root, 'Nouveau commentaire'), 'Je pense que');
    live.hint('comments:a1');
    expect(await answer('Comments', { application: { id: 'a1', comments: [other, mine] } })).toEqual({ id: 'a1' });
    expect(text(section(root))).toContain('Bon profil.');
    expect(byLabel(root, 'Nouveau commentaire').value).toBe('Je pense que');
    expect(text(root)).not.toContain('Cette page a changé');
    live.hint('candidate:p1');
    TestBed.tick();
    expect(text(root)).toContain('Cette page a changé');
    live.restore();
  });

  it('are not listened to by who may not read them [emplois/VIS-6]', async () => {
    const live = liveChannel();
    await open(null);
    expect(live.addresses).toEqual(['/api/live?topics=candidate%3Ap1']);
    live.restore();
  });

  it('let their author remove one, once asked', async () => {
    const root = await open([mine, other]);
    expect([...section(root).querySelectorAll('li.app-panel')].map((each) => text(each).includes('Supprimer'))).toEqual([true, false]);
    section(root).querySelector<HTMLButtonElement>('li.app-panel button')!.click();
    byRole(section(root).querySelector('dialog')!, 'button', 'Supprimer le commentaire').click();
    expect(await answer('RemoveComment', { removeComment: applicationSample({ comments: [other] }) })).toMatchObject({ id: 'a1', commentId: 'k1' });
    expect(text(section(root))).not.toContain('Je la rappelle jeudi.');
  });
});
