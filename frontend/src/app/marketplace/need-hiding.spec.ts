import { TestBed } from '@angular/core/testing';
import { expect, it } from '@jest/globals';
import { answer, byRole, pageProviders, text } from '../../test/graphql';
import { Session } from '../shared/session/session';
import { meSample, needSample, relationSample } from './need.sample';
import { NeedPage } from './need.page';

it('a supplier hides a need that is over from its list, reads where it went, and puts it back [marche/TRK-10]', async () => {
  TestBed.configureTestingModule({ providers: pageProviders() });
  const loading = TestBed.inject(Session).load();
  await answer('Me', { me: meSample('supplier') });
  await loading;
  const fixture = TestBed.createComponent(NeedPage);
  fixture.componentRef.setInput('id', 'n1');
  const root = fixture.nativeElement as HTMLElement;
  // As in the application, where the page is the main content.
  document.body.append(document.createElement('main'));
  document.querySelector('main')!.append(root);
  const read = (...actions: string[]) => answer('Need', { need: needSample({ status: 'closed', mine: relationSample(), counts: null, actions }) });
  const acted = { id: 'n1', behind: false, lastChange: '2026-11-21T09:00:00Z' };
  await read('hideNeed');
  byRole(root, 'button', 'Masquer de ma liste').focus();
  byRole(root, 'button', 'Masquer de ma liste').click();
  expect(await answer('HideNeed', { hideNeed: acted })).toMatchObject({ id: 'n1' });
  await read('showNeedAgain');
  expect(text(root)).toContain('Ce besoin est masqué');
  expect(document.activeElement?.tagName).toBe('H1');
  byRole(root, 'button', 'Remettre dans ma liste').click();
  await answer('ShowNeedAgain', { showNeedAgain: acted });
  await read('hideNeed');
  expect(text(root)).not.toContain('Ce besoin est masqué');
});
