import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { answer, pageProviders, text } from '../../test/graphql';
import { labelsSample } from '../../test/samples';
import { SearchPage } from './search.page';

describe('the search of employers', () => {
  it('neither names nor offers the kinds that no longer receive applications [emplois/CMP-1]', async () => {
    TestBed.configureTestingModule({ providers: pageProviders() });
    const root = TestBed.createComponent(SearchPage).nativeElement as HTMLElement;
    const kinds = ['ACI', 'GEIQ', 'EA', 'EATT'].map((code) => ({ code, label: `${code} en toutes lettres` }));
    await answer('Labels', { labels: { ...labelsSample, companyKinds: kinds } });
    const offered = [...root.querySelectorAll('fieldset label')].map(text);
    expect(offered).toEqual(['ACI en toutes lettres', 'GEIQ en toutes lettres']);
    expect(text(root)).not.toMatch(/entreprises? adaptée/i);
  });
});
