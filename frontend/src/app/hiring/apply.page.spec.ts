import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { answer, byLabel, byRole, pageProviders, text, turn, type } from '../../test/graphql';
import { applicationSample, candidateSignedIn, eligibilitySample, employerSample, memberOf } from '../../test/samples';
import { JustSaved } from '../shared/just-saved';
import { Session } from '../shared/session/session';
import { ApplyPage } from './apply.page';

const waiting = { rule: 'emplois/PASS-13', code: 'c', met: false, sentence: 'Délai de carence en cours.', enough: 'un prescripteur habilité.' };

async function open(me: object, employer: object = {}, eligibility: object = {}) {
  const loading = TestBed.inject(Session).load();
  await answer('Me', { me });
  await loading;
  const fixture = TestBed.createComponent(ApplyPage);
  fixture.componentRef.setInput('employeur', 'c1');
  if (TestBed.inject(Session).role() === 'candidate') await answer('MyFile', { myFile: { id: 'p1', displayName: 'Camille Exemple' } });
  else {
    fixture.componentRef.setInput('candidat', 'p1');
    await answer('ApplyCandidate', { candidate: { id: 'p1', displayName: 'Camille Exemple', masked: false } });
  }
  await answer('Employer', { employer: employerSample(employer) });
  await answer('Eligibility', { eligibility: eligibilitySample(eligibility) });
  return fixture.nativeElement as HTMLElement;
}
const send = async (root: HTMLElement) => {
  root.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
  await turn();
  TestBed.tick();
};

describe('applying', () => {
  beforeEach(() => void TestBed.configureTestingModule({ providers: pageProviders() }));

  it('says of the waiting period before anything is sent, to the person and to others each in their words [emplois/PASS-15]', async () => {
    const own = text((await open(candidateSignedIn, {}, { checks: [waiting] })).querySelector('.fr-alert--warning'));
    expect(own).toContain('Votre dernier PASS IAE');
    const theirs = text((await open(memberOf('c2'), {}, { checks: [waiting] })).querySelector('.fr-alert--warning'));
    expect(theirs).toContain('de cette personne');
    for (const words of [own, theirs]) expect(words).toContain('prescripteur habilité');
  });

  it('shows a candidate no warning, nor the checks of their file, when nothing is in the way', async () => {
    const root = await open(candidateSignedIn);
    expect(root.querySelector('.fr-alert--warning')).toBeNull();
    expect(text(root)).not.toContain('Éligibilité IAE');
    expect(byRole(root, 'button', 'Envoyer la candidature')).toBeTruthy();
  });

  it('asks no job of the employer’s own members when spontaneous applications are closed [emplois/CMP-5]', async () => {
    const closed = { spontaneousOpen: false, jobs: [{ id: 'j1', title: 'Jardinier', contractTypeLabel: 'CDDI', city: null, places: 1 }] };
    const others = await open(memberOf('c2'), closed);
    type(byLabel(others, 'Message à l’employeur'), 'Bonjour');
    await send(others);
    expect(text(others)).toContain('Choisissez au moins un poste');
    const own = await open(memberOf('c1'), closed);
    await send(own);
    const { input } = await answer('Apply', { apply: applicationSample() });
    expect(input).toMatchObject({ jobs: [], companyId: 'c1' });
  });

  it('remembers what was sent when lists are late, so that its page says that it is coming', async () => {
    const root = await open(memberOf('c1'));
    await send(root);
    await answer('Apply', { apply: { id: 'a9', behind: true, lastChange: '2026-11-10T09:00:00Z' } });
    expect(TestBed.inject(JustSaved).markOf('a9')).toBe('2026-11-10T09:00:00Z');
  });
});
