import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { answer, byLabel, pageProviders, refuse, text, turn, type } from '../../test/graphql';
import { applicationSample, labelsSample } from '../../test/samples';
import { RefusePage } from './refuse.page';

async function open(sender: string) {
  const fixture = TestBed.createComponent(RefusePage);
  fixture.componentRef.setInput('id', 'a1');
  await answer('Application', { application: applicationSample({ sender: { kind: sender, label: 'x', name: null, organisation: null } }) });
  await answer('Labels', { labels: labelsSample });
  const root = fixture.nativeElement as HTMLElement;
  const next = async () => {
    root.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await turn();
    TestBed.tick();
  };
  return { root, next };
}

describe('declining an application', () => {
  beforeEach(() => void TestBed.configureTestingModule({ providers: pageProviders() }));

  it('wants a reason, proposes the answer that goes with it, and keeps a last word for the prescriber', async () => {
    const { root, next } = await open('PRESCRIBER');
    await next();
    expect(text(root)).toContain('Choisissez un motif.');
    byLabel(root, 'Pas de recrutement').click();
    await next();
    expect(byLabel(root, 'Réponse au candidat').value).toBe('Nous ne recrutons pas.');
    await next();
    await next();
    expect(text(root)).toContain('Écrivez une réponse au prescripteur');
    type(byLabel(root, 'Réponse au prescripteur'), 'Poste pourvu.');
    await next();
    const variables = await answer('Refuse', { refuse: applicationSample() });
    expect(variables['input']).toEqual({ reason: 'no_position', shareReason: false, answer: 'Nous ne recrutons pas.', privateAnswer: 'Poste pourvu.' });
  });

  it('goes back to the step whose answer was refused', async () => {
    const { root, next } = await open('JOB_SEEKER');
    byLabel(root, 'Pas de recrutement').click();
    await next();
    await next();
    const message = 'Choisissez un autre motif.';
    await refuse('Refuse', message, { code: 'hiring/reason-not-available', fields: [{ field: 'reason', code: 'hiring/reason-not-available', message }] });
    await turn();
    TestBed.tick();
    expect(text(root)).toContain('Étape 1 sur 2');
    expect(text(root.querySelector('fieldset'))).toContain(message);
  });

  it('has no step for the prescriber when the candidate applied alone', async () => {
    const { root } = await open('JOB_SEEKER');
    expect(text(root)).toContain('Étape 1 sur 2');
  });

  it('does not propose the reasons kept for history', async () => {
    const { root } = await open('PRESCRIBER');
    expect(text(root)).not.toContain('Automatique');
  });
});
