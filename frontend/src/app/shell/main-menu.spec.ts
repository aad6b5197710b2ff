import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { answer, byRole, pageProviders, text, turn } from '../../test/graphql';
import { Session } from '../shared/session/session';
import { MainMenu } from './main-menu';

const me = (role: string) => ({ me: { role, account: { id: 'a1', kind: 'professional', email: 'x@fictif.example', firstName: 'Personne', lastName: 'Fictive' }, current: { organisationId: 'o1', name: 'Atelier' }, memberships: [] } });

async function open(role: string) {
  const loaded = TestBed.inject(Session).load();
  await answer('Me', me(role));
  await loaded;
  const fixture = TestBed.createComponent(MainMenu);
  return { root: fixture.nativeElement as HTMLElement };
}

describe('the main menu', () => {
  beforeEach(() => void TestBed.configureTestingModule({ providers: pageProviders() }));

  it('tells an employer how many needs wait for its answer, inside a group that opens and closes', async () => {
    const { root } = await open('employer');
    await answer('NeedsToAnswer', { needsToAnswer: 3 });
    const button = byRole(root, 'button', 'Marché');
    expect(text(button)).toBe('Marché (3 à traiter)');
    expect(button.getAttribute('aria-expanded')).toBe('false');
    button.click();
    await turn();
    TestBed.tick();
    expect(button.getAttribute('aria-expanded')).toBe('true');
    expect([...root.querySelectorAll('.fr-menu a')].map(text)).toEqual(['Besoins reçus (3 à traiter)', 'Ma fiche fournisseur', 'Trouver un fournisseur']);
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    TestBed.tick();
    expect(button.getAttribute('aria-expanded')).toBe('false');
  });

  it('lets the team look for suppliers', async () => {
    const { root } = await open('staff');
    TestBed.tick();
    expect(text(root)).toContain('Trouver un fournisseur');
  });
});
