import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { provideZonelessChangeDetection } from '@angular/core';
import { text } from '../../../test/graphql';
import { Chart, niceMaximum } from './chart';

describe('a chart', () => {
  beforeEach(() => void TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection()] }));

  it('always gives the same numbers as a table', async () => {
    const fixture = TestBed.createComponent(Chart);
    fixture.componentRef.setInput('caption', 'Évolution');
    fixture.componentRef.setInput('first', 'Mois');
    fixture.componentRef.setInput('labels', ['janv.', 'févr.']);
    fixture.componentRef.setInput('series', [{ name: 'Candidatures', values: [1200, 7] }]);
    await fixture.whenStable();
    const rows = [...fixture.nativeElement.querySelectorAll('tr')].map((row: HTMLTableRowElement) => [...row.cells].map(text));
    expect(rows).toEqual([['Mois', 'Candidatures'], ['janv.', '1 200'], ['févr.', '7']]);
  });

  it.each([[0, 4], [7, 8], [42, 60], [101, 120], [1000, 1000]])('scales %i up to %i', (value, top) => expect(niceMaximum(value)).toBe(top));
});
