import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { answer, byRole, pageProviders, refuse, text } from '../../test/graphql';
import { Session } from '../shared/session/session';
import { SupplierPage } from './supplier.page';

const supplier = {
  ...{ id: 's1', name: 'Atelier imaginaire', kind: 'EI', kindLabel: 'Entreprise d’insertion', family: 'insertion', siret: '00012300000012', address: '1 rue Imaginaire', postCode: '67000', city: 'Strasbourg' },
  ...{ department: '67', socialClause: true, presentation: null, services: ['Prestation de service'], delisted: false, activities: [], contact: null, contactHidden: 'sign-in' },
};

describe('the page of a supplier', () => {
  beforeEach(() => void TestBed.configureTestingModule({ providers: pageProviders() }));

  async function open(role: string | null, found: object | null = supplier): Promise<HTMLElement> {
    const loading = TestBed.inject(Session).load();
    await answer('Me', { me: { role, account: null, current: null, memberships: [] } });
    await loading;
    const fixture = TestBed.createComponent(SupplierPage);
    fixture.componentRef.setInput('id', 's1');
    await answer('Supplier', { supplier: found });
    return fixture.nativeElement as HTMLElement;
  }

  it('says that who is not in the directory is not there [marche/SUP-11]', async () => {
    expect(text(await open(null, null))).toContain('Ce fournisseur n’existe pas ou n’est plus présent');
  });

  it('lets the team, and nobody else, take it out of the directory and put it back', async () => {
    expect(text(await open('buyer'))).not.toContain('Masquer de l’annuaire');
    const root = await open('staff');
    byRole(root, 'button', 'Masquer de l’annuaire').click();
    expect(await answer('DelistSupplier', { delistSupplier: { ...supplier, delisted: true, behind: false } })).toMatchObject({ id: 's1' });
    expect(text(root.querySelector('.fr-badge--warning'))).toBe('Masqué de l’annuaire');
    byRole(root, 'button', 'Remettre dans l’annuaire').click();
    await answer('RelistSupplier', { relistSupplier: { ...supplier, behind: true } });
    expect(text(root)).toContain('Visible de tous');
  });

  it('says why it could not', async () => {
    const root = await open('staff');
    byRole(root, 'button', 'Masquer de l’annuaire').click();
    await refuse('DelistSupplier', 'Ce fournisseur n’existe pas ou n’est plus dans l’annuaire.', { code: 'marketplace/unknown-supplier' });
    expect(text(root.querySelector('[role=alert]'))).toContain('n’est plus dans l’annuaire');
  });
});
