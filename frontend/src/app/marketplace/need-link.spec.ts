import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { answer, notSent, pageProviders, refuse, text } from '../../test/graphql';
import { needSample } from './need.sample';
import { NeedPage } from './need.page';

const open = async (link?: string) => {
  const fixture = TestBed.createComponent(NeedPage);
  fixture.componentRef.setInput('id', 'n1');
  if (link !== undefined) fixture.componentRef.setInput('lien', link);
  await answer('Need', { need: needSample({ publicView: true, counts: null, title: 'Nettoyage imaginaire' }) });
  return fixture.nativeElement as HTMLElement;
};

describe('a need opened by the link that a supplier was sent', () => {
  beforeEach(() => TestBed.configureTestingModule({ providers: pageProviders() }));

  it('is shown, and the link counted', async () => {
    const root = await open('l1');
    expect(await answer('OpenNeedLink', { openNeedLink: true })).toEqual({ id: 'n1', link: 'l1' });
    expect(text(root.querySelector('h1'))).toBe('Nettoyage imaginaire');
  });

  it('is not there when the link is of no supplier of this need [marche/TRK-05]', async () => {
    const root = await open('l2');
    await refuse('OpenNeedLink', 'Ce besoin n’existe pas.', { code: 'marketplace/unknown-need' });
    expect(text(root)).toContain('Ce besoin n’existe pas, ou vous n’y avez pas accès');
    expect(text(root)).not.toContain('Nettoyage imaginaire');
  });

  it('is shown all the same when counting fails, and nothing is counted without a link', async () => {
    const root = await open('l1');
    await refuse('OpenNeedLink', 'Trop de demandes.', { code: 'platform/too-many-requests' });
    expect(text(root.querySelector('h1'))).toBe('Nettoyage imaginaire');
    await open();
    await notSent('OpenNeedLink');
  });
});
