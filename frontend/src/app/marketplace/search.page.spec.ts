import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { answer, byLabel, byRole, pageProviders, text, turn, type } from '../../test/graphql';
import { wordsSample } from './need.sample';
import { SupplierSearchPage } from './search.page';

const found = (items: object[] = [], warnings: string[] = []) => ({ suppliers: { page: 1, pageSize: 20, total: items.length, warnings, items } });
const hit = { id: 's1', name: 'Atelier imaginaire', kind: 'EI', kindLabel: 'Entreprise d’insertion', family: 'insertion', city: 'Rennes', postCode: '35000', distanceKm: 12.4, services: ['Prestation de service'], sectorGroups: ['Propreté'], local: true };

describe('the search of suppliers', () => {
  beforeEach(() => void TestBed.configureTestingModule({ providers: pageProviders() }));

  it('reads its filters from the address and shows them chosen', async () => {
    await TestBed.inject(Router).navigateByUrl('/?secteurs=locaux&lieu=35238&distance=25&local=oui');
    const fixture = TestBed.createComponent(SupplierSearchPage);
    const asked = await answer('Suppliers', found([hit]));
    await answer('MarketplaceWords', wordsSample);
    await answer('PerimetersByCode', { perimetersByCode: [{ code: '35238', kind: 'city', label: 'Rennes (35)' }] });
    expect(asked['filter']).toMatchObject({ sectors: ['locaux'], perimeters: ['35238'], locations: ['35238'], distance: 25 });
    const root = fixture.nativeElement as HTMLElement;
    expect(text(root.querySelector('.fr-tag'))).toBe('Nettoyage de locaux');
    expect(text(root)).toContain('1 fournisseur inclusif');
    expect(text(root)).toContain('à 12 km');
    expect(byLabel(root, 'Lieu d’intervention').value).toBe('Rennes (35)');
    expect(byLabel(root, 'Fournisseurs locaux seulement').checked).toBe(true);
  });

  it('puts a sector found without its accents in the address', async () => {
    const fixture = TestBed.createComponent(SupplierSearchPage);
    await answer('Suppliers', found());
    await answer('MarketplaceWords', wordsSample);
    const root = fixture.nativeElement as HTMLElement;
    expect(text(root)).toContain('Aucun fournisseur ne répond à ces critères');
    type(byLabel(root, 'Secteur d’activité'), 'reparation velo');
    await new Promise((resolve) => setTimeout(resolve, 250));
    TestBed.tick();
    byRole(root, 'li', 'Réparation de vélos').click();
    await turn();
    TestBed.tick();
    expect(byLabel(root, 'Secteur d’activité').value).toBe('');
    byRole(root, 'button', 'Rechercher').click();
    await turn();
    expect(TestBed.inject(Router).url).toBe('/?secteurs=velos');
  });

  it('is cleared of what was applied and of what was only typed', async () => {
    await TestBed.inject(Router).navigateByUrl('/?nom=atelier');
    const fixture = TestBed.createComponent(SupplierSearchPage);
    await answer('Suppliers', found([hit]));
    const root = fixture.nativeElement as HTMLElement;
    type(byLabel(root, 'Secteur d’activité'), 'zzz');
    byLabel(root, 'Secteur d’activité').dispatchEvent(new Event('blur'));
    TestBed.tick();
    expect(text(root)).toContain('« zzz » n’est pas pris en compte');
    byRole(root, 'button', 'Effacer les critères').click();
    await turn();
    TestBed.tick();
    expect(TestBed.inject(Router).url).toBe('/');
    expect(byLabel(root, 'Secteur d’activité').value).toBe('');
    expect(byLabel(root, 'Nom ou SIRET').value).toBe('');
    expect(text(root)).not.toContain('zzz');
  });

  it('offers the file to signed-in people only [marche/SRCH-40]', async () => {
    const fixture = TestBed.createComponent(SupplierSearchPage);
    await answer('Suppliers', found([hit]));
    expect(text(fixture.nativeElement as HTMLElement)).toContain('Se connecter pour télécharger les résultats');
    expect(text(fixture.nativeElement as HTMLElement)).not.toContain('Télécharger les résultats CSV');
  });

  it('says which filter was left out', async () => {
    const fixture = TestBed.createComponent(SupplierSearchPage);
    await answer('Suppliers', found([hit], ['Le lieu demandé est inconnu.']));
    expect(text(fixture.nativeElement as HTMLElement)).toContain('Le lieu demandé est inconnu.');
  });
});
