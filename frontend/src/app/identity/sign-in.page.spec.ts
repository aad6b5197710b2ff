import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { answer, byLabel, byRole, pageProviders, refuse, text, turn, type } from '../../test/graphql';
import { SignInPage } from './sign-in.page';

const me = { role: 'employer', account: { id: '1', firstName: 'Paul', lastName: 'Démo', email: 'paul@exemple.test' }, current: null, memberships: [] };

async function open(accounts: object[] = []) {
  const fixture = TestBed.createComponent(SignInPage);
  fixture.componentRef.setInput('suite', '/candidatures/recues');
  await answer('DemoAccounts', { demoAccounts: accounts });
  const root = fixture.nativeElement as HTMLElement;
  const send = () => root.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
  return { fixture, root, send };
}

describe('signing in', () => {
  beforeEach(() => void TestBed.configureTestingModule({ providers: pageProviders() }));

  it('asks for what is missing beside each field, and sends nothing', async () => {
    const { root, send } = await open();
    send();
    await turn();
    TestBed.tick();
    expect(text(root)).toContain('Indiquez votre adresse e-mail.');
    expect(byLabel(root, 'Mot de passe').getAttribute('aria-invalid')).toBe('true');
  });

  it('fills the form from a demonstration account, then goes where one wanted to go', async () => {
    const { root, send } = await open([{ email: 'paul@exemple.test', password: 'demo', label: 'Employeur (ACI)', role: 'employer' }]);
    byRole(root, 'button', 'Employeur (ACI)').click();
    await turn();
    TestBed.tick();
    send();
    const variables = await answer('SignIn', { signIn: me });
    await turn();
    expect(variables).toEqual({ email: 'paul@exemple.test', password: 'demo' });
    expect(TestBed.inject(Router).url).toBe('/candidatures/recues');
  });

  it('shows the sentence of a refusal', async () => {
    const { root, send } = await open();
    type(byLabel(root, 'Adresse e-mail'), 'paul@exemple.test');
    type(byLabel(root, 'Mot de passe'), 'faux');
    send();
    await refuse('SignIn', 'Adresse ou mot de passe incorrect.', { code: 'identity/wrong-credentials' });
    expect(text(root.querySelector('[role=alert]'))).toContain('Adresse ou mot de passe incorrect.');
  });
});
