import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { answer, pageProviders, refuse, turn } from '../../../test/graphql';
import { MyFileDocument } from '../graphql/generated/documents/MyFileDocument';
import { Gql } from '../graphql/gql';
import { onlyFor } from './guards';
import { Session } from './session';

@Component({ template: '' })
class Blank {
  readonly session = inject(Session);
}

const signedIn = (role: string) => ({ me: { role, account: { id: '1', firstName: 'Paul', lastName: 'D', email: 'p@exemple.test' }, current: null, memberships: [] } });

describe('the session', () => {
  beforeEach(
    () => void TestBed.configureTestingModule({ providers: pageProviders([{ path: 'reserve', component: Blank, canActivate: [onlyFor('employer')] }, { path: '**', component: Blank }]) }),
  );

  const go = async (role: string | null) => {
    const loading = TestBed.inject(Session).load();
    await answer('Me', role ? signedIn(role) : { me: { role: null, account: null, current: null, memberships: [] } });
    await loading;
    await TestBed.inject(Router).navigateByUrl('/reserve');
    return TestBed.inject(Router).url;
  };

  it('asks a stranger to sign in and remembers the way', async () => expect(await go(null)).toBe('/connexion?suite=%2Freserve'));
  it('lets the right role in', async () => expect(await go('employer')).toBe('/reserve'));
  it('tells the wrong role that the page is reserved', async () => expect(await go('candidate')).toBe('/acces-refuse'));

  it('sends to sign in again when the server no longer knows the visitor', async () => {
    await go('employer');
    const asked = TestBed.inject(Gql).run(MyFileDocument, {}).catch((error: Error) => error.message);
    await refuse('MyFile', 'Connectez-vous.', { code: 'platform/sign-in-required' });
    expect(await asked).toBe('Connectez-vous.');
    await turn();
    expect(TestBed.inject(Router).url).toContain('/connexion?suite=%2Freserve&raison=expiree');
    expect(TestBed.inject(Session).signedIn()).toBe(false);
  });
});
