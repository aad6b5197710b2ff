import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { pageProviders, text, turn } from '../../../test/graphql';
import { PointsMap } from './points-map';

const shown = async (points: object[]): Promise<HTMLElement> => {
  const fixture = TestBed.createComponent(PointsMap);
  fixture.componentRef.setInput('caption', 'Fournisseurs');
  fixture.componentRef.setInput('points', points);
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
};
const atelier = { name: 'Atelier imaginaire, Rennes', fragment: 'fournisseur-1', department: '35', lat: 48.11, lon: -1.68 };

describe('a map of points', () => {
  beforeEach(() => void TestBed.configureTestingModule({ providers: pageProviders() }));

  it('names each point, and leads to its line in the list with the address kept [marche/SRCH-03]', async () => {
    await TestBed.inject(Router).navigateByUrl('/?nom=atelier');
    const root = await shown([atelier]);
    const line = document.body.appendChild(document.createElement('a'));
    line.href = '/';
    line.id = 'fournisseur-1';
    const [link, ...others] = root.querySelectorAll('a');
    expect([link!.getAttribute('aria-label'), others]).toEqual(['Atelier imaginaire, Rennes', []]);
    expect(link!.getAttribute('href')).toBe('/?nom=atelier#fournisseur-1');
    link!.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    await turn();
    expect([TestBed.inject(Router).url, document.activeElement]).toEqual(['/?nom=atelier#fournisseur-1', line]);
    line.remove();
  });

  it('says how many lines have no point', async () => {
    const nowhere = { ...atelier, lat: null, lon: null };
    expect(text(await shown([atelier]))).not.toContain('coordonnées');
    expect(text(await shown([atelier, { ...nowhere, fragment: 'a' }]))).toContain('Une ligne n’a pas de coordonnées connues');
    expect(text(await shown([{ ...nowhere, fragment: 'a' }, { ...nowhere, fragment: 'b' }]))).toContain('2 lignes n’ont pas de coordonnées connues');
  });
});
