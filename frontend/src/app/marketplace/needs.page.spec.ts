import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { answer, pageProviders, text } from '../../test/graphql';
import { needSample, relationSample, wordsSample } from './need.sample';
import { NeedsPage } from './needs.page';

describe('the needs a supplier receives', () => {
  it('are new until somebody there opens them, and never once closed; each kind says how many are [marche/TRK-12] [marche/TRK-13]', async () => {
    TestBed.configureTestingModule({ providers: pageProviders() });
    const fixture = TestBed.createComponent(NeedsPage);
    fixture.componentRef.setInput('box', 'received');
    const root = fixture.nativeElement as HTMLElement;
    const unseen = relationSample({ viewedOn: null });
    const items = [
      needSample({ id: 'n1', title: 'Jamais ouvert', mine: unseen, amount: { code: '5-10K', label: '5 000 à 10 000 €' }, amountLabel: '5 000 à 10 000 €' }),
      needSample({ id: 'n2', title: 'Déjà ouvert', mine: relationSample() }),
      needSample({ id: 'n3', title: 'Jamais ouvert, clôturé', status: 'closed', mine: unseen }),
    ];
    await answer('ReceivedNeeds', { receivedNeeds: { page: 1, pageSize: 10, total: 3, counts: [], unread: [{ kind: 'QUOTE', count: 1 }, { kind: 'PROJ', count: 2 }], items } });
    await answer('MarketplaceWords', wordsSample);
    const rows = [...root.querySelectorAll('tbody tr')];
    expect(rows.length).toBe(3);
    expect(rows.filter((row) => text(row).includes('Nouveau')).map((row) => text(row.querySelector('a')))).toEqual(['Jamais ouvert']);
    // A budget that is not shared has no line.
    expect(rows.map((row) => /Budget( : [^€]*€)?/.exec(text(row))?.[0])).toEqual(['Budget : 5 000 à 10 000 €', undefined, undefined]);
    expect([...root.querySelectorAll('option')].map((option) => text(option))).toEqual(expect.arrayContaining(['Appel d’offres', 'Demande de devis (1 nouveau)', 'Sourcing inversé (2 nouveaux)']));
  });
});
