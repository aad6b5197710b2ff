import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { answer, byLabel, pageProviders, text, turn } from '../../test/graphql';
import { labelsSample } from '../../test/samples';
import { Session } from '../shared/session/session';
import { DiagnosisPage } from './diagnosis.page';

async function open(suggestedCriteria: readonly string[]) {
  const loading = TestBed.inject(Session).load();
  const current = { id: 'o1', name: 'Agence', type: 'prescriber', kind: 'FT', authorised: true };
  await answer('Me', { me: { role: 'prescriber', account: { id: 'a1', firstName: 'Ana', lastName: 'Essai', email: 'ana@exemple.test' }, current, memberships: [] } });
  await loading;
  const fixture = TestBed.createComponent(DiagnosisPage);
  fixture.componentRef.setInput('id', 'p1');
  await answer('CandidateRights', { diagnoses: [], pass: null });
  await answer('SuggestedCriteria', { suggestedCriteria });
  await answer('Labels', { labels: labelsSample });
  await turn();
  TestBed.tick();
  const root = fixture.nativeElement as HTMLElement;
  const press = async (label: string) => {
    byLabel(root, label).click();
    await turn();
    TestBed.tick();
  };
  return { root, press };
}
const DOUBT = 'ne correspond pas à la date de naissance de la fiche';

describe('diagnosing', () => {
  beforeEach(() => void TestBed.configureTestingModule({ providers: pageProviders() }));

  it('ticks what the birth date says, tells why, and sends what one left ticked [emplois/IAE-16]', async () => {
    const { root, press } = await open(['SENIOR']);
    expect(byLabel(root, 'Senior').checked).toBe(true);
    expect(text(root)).toContain('Pré-coché d’après la date de naissance.');
    await press('Senior');
    await press('Bénéficiaire du RSA');
    expect(text(root)).not.toContain(DOUBT);
    root.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    expect((await answer('Diagnose', { diagnose: { id: 'd1' } }))['criteria']).toEqual(['RSA']);
  });

  it('says when a criterion contradicts the birth date', async () => {
    const { root, press } = await open([]);
    expect(text(root)).not.toContain(DOUBT);
    await press('Senior');
    expect(text(root)).toContain(`« Senior (+50 ans) » ${DOUBT}`);
  });
});
