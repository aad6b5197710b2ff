import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { answer, byRole, pageProviders, refuse, text } from '../../test/graphql';
import { applicationSample } from '../../test/samples';
import { ApplicationPage } from './application.page';

async function open(application: object | null) {
  const fixture = TestBed.createComponent(ApplicationPage);
  fixture.componentRef.setInput('id', 'a1');
  await answer('Application', { application });
  return fixture.nativeElement as HTMLElement;
}

describe('an application', () => {
  beforeEach(() => void TestBed.configureTestingModule({ providers: pageProviders() }));

  it('offers the actions the server allows, and no other', async () => {
    const root = await open(applicationSample());
    const section = root.querySelector('[aria-labelledby=actions]');
    expect(text(section)).toContain('Mettre à l’étude');
    expect(text(section)).not.toContain('Mettre au vivier');
    expect(text(section)).not.toContain('Annuler');
  });

  it('offers nothing to who may only read', async () => {
    const root = await open(applicationSample({ actions: [] }));
    expect(root.querySelector('[aria-labelledby=actions]')).toBeNull();
  });

  it('shows the new state that the answer of an action brings', async () => {
    const root = await open(applicationSample());
    byRole(root, 'button', 'Mettre à l’étude').click();
    await answer('PutUnderStudy', { putUnderStudy: applicationSample({ status: 'processing', statusLabel: 'Candidature à l’étude', actions: [] }) });
    expect(text(root.querySelector('app-status-badge'))).toBe('Candidature à l’étude');
  });

  it('shows why an action was refused', async () => {
    const root = await open(applicationSample());
    byRole(root, 'button', 'Mettre à l’étude').click();
    await refuse('PutUnderStudy', 'Cette candidature a déjà été traitée.', { code: 'hiring/already-done' });
    expect(text(root.querySelector('[role=alert]'))).toContain('déjà été traitée');
  });

  it('does not tell an absent application from a forbidden one', async () => {
    expect(text(await open(null))).toContain('n’existe pas, ou vous n’y avez pas accès');
  });
});
