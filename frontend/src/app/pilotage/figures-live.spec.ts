import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { text } from '../../test/graphql';
import { FiguresLive } from './figures-live';

describe('the month under way', () => {
  beforeEach(() => void TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection()] }));
  const shown = async (regions: readonly object[]): Promise<HTMLElement> => {
    const fixture = TestBed.createComponent(FiguresLive);
    fixture.componentRef.setInput('live', { month: '2026-03', applications: 25, hires: 10, passesIssued: 5, regions });
    await fixture.whenStable();
    return fixture.nativeElement as HTMLElement;
  };

  it('is told of the country and of each region', async () => {
    const page = await shown([{ code: '76', name: 'Occitanie', applications: 15, hires: 10, passesIssued: 0 }]);
    expect(text(page.querySelector('p')!)).toBe('Mois en cours (mars 2026), par pas de 5 : 25 candidatures, 10 embauches, 5 PASS IAE.');
    expect([...page.querySelectorAll('tbody tr')].map((row) => [...(row as HTMLTableRowElement).cells].map(text))).toEqual([['Occitanie', '15', '10', '0']]);
  });

  it('names no region when all are rounded to nought', async () => expect((await shown([])).querySelector('details')).toBeNull());
});
