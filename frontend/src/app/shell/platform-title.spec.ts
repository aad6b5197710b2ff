import { Component, input } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { TitleStrategy } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { pageProviders } from '../../test/graphql';
import { titleAbout } from '../shared/ui/page-title';
import { PlatformTitle } from './platform-title';

@Component({ template: '' })
class FilePage {}

@Component({ template: '' })
class CardPage {
  readonly nom = input('');

  constructor() {
    titleAbout(() => this.nom());
  }
}

const routes = [
  { path: '', pathMatch: 'full' as const, component: FilePage },
  { path: 'fiches', title: 'Fiches', component: FilePage },
  { path: 'fiches/:id', title: 'Fiche', children: [{ path: '', component: FilePage }] },
  { path: 'cartes/:id', title: 'Carte', component: CardPage },
];
const [a, b] = ['2ebf40e3-0645-8581-9583-08101f49848c', '2ebf40e3-0645-8581-9583-08101f49849d'];

describe('the title of a page', () => {
  beforeEach(() => void TestBed.configureTestingModule({ providers: [...pageProviders(routes), { provide: TitleStrategy, useClass: PlatformTitle }] }));

  const titles = async (...addresses: string[]) => {
    const harness = await RouterTestingHarness.create();
    const seen: string[] = [];
    for (const address of addresses) {
      await harness.navigateByUrl(address);
      await harness.fixture.whenStable();
      TestBed.tick();
      seen.push(document.title);
    }
    return seen;
  };

  it('tells two files apart, by a reference and not by a name', async () =>
    expect(await titles(`/fiches/${a}`, `/fiches/${b}`, '/fiches', '/')).toEqual([
      'Fiche 49848C – Plateforme de l’inclusion', 'Fiche 49849D – Plateforme de l’inclusion', 'Fiches – Plateforme de l’inclusion', 'Plateforme de l’inclusion',
    ]));

  it('says what the page says it is about, follows it, and forgets it on the next page', async () =>
    expect(await titles(`/cartes/${a}`, `/cartes/${a}?nom=Brest`, `/cartes/${b}?nom=S%C3%A8te`, `/fiches/${a}`)).toEqual([
      'Carte 49848C – Plateforme de l’inclusion', 'Carte : Brest – Plateforme de l’inclusion', 'Carte : Sète – Plateforme de l’inclusion', 'Fiche 49848C – Plateforme de l’inclusion',
    ]));

  it('repeats nothing of an address that is not an identifier', async () => expect(await titles('/fiches/Jeanne')).toEqual(['Fiche – Plateforme de l’inclusion']));
});
