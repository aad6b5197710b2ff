import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { HttpTestingController } from '@angular/common/http/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { byLabel, byRole, pageProviders, refuse, text, turn } from '../../test/graphql';
import { FiguresPage } from './figures.page';

const opened = async (address: string) => {
  await TestBed.inject(Router).navigateByUrl(address);
  const root = TestBed.createComponent(FiguresPage).nativeElement as HTMLElement;
  const beside = (label: string) => text(root.querySelector(`[id="${byLabel(root, label).getAttribute('aria-describedby')}"]`));
  return { root, beside };
};

describe('a question that cannot be answered', () => {
  beforeEach(() => void TestBed.configureTestingModule({ providers: pageProviders() }));

  it('says why beside the field, and keeps what was asked', async () => {
    const { root, beside } = await opened('/?du=2026-10&au=2026-02');
    const message = 'Le dernier mois précède le premier. Inversez les deux.';
    await refuse('Figures', 'Certaines informations sont à corriger.', { code: 'input/invalid', fields: [{ field: 'to', code: 'pilotage/period-reversed', message }] });
    expect(beside('Au mois de')).toBe(message);
    expect(beside('Du mois de')).toBe('');
    expect(byLabel(root, 'Au mois de').value).toBe('2026-02');
    expect(text(root.querySelector('[role=alert]'))).toContain(message);
    byRole(root, 'button', 'Effacer les filtres').click();
    await turn();
    expect(TestBed.inject(Router).url).toBe('/');
  });

  it('is not sent when an address holds a day that no calendar has', async () => {
    const { beside } = await opened('/?le=2026-02-31&connu=hier');
    await turn();
    TestBed.tick();
    for (const label of ['Situation au', 'Telle que connue le']) expect(beside(label)).toContain('Ce jour n’existe pas');
    TestBed.inject(HttpTestingController).expectNone(({ body }) => (body as { query: string }).query.includes('query Figures'));
  });
});
