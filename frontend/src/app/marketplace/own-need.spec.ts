import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { answer, byLabel, byRole, notSent, pageProviders, text } from '../../test/graphql';
import { Session } from '../shared/session/session';
import { meSample, needSample } from './need.sample';
import { NeedPage } from './need.page';

describe('a need that a supplier published', () => {
  beforeEach(() => void TestBed.configureTestingModule({ providers: pageProviders() }));

  it('is read as its buyer’s: who answers, whom it signed with, and nothing to answer [marche/NEED-21]', async () => {
    const loading = TestBed.inject(Session).load();
    await answer('Me', { me: meSample('employer') });
    await loading;
    const fixture = TestBed.createComponent(NeedPage);
    fixture.componentRef.setInput('id', 'n1');
    await answer('Need', { need: needSample({ own: true, actions: ['recordTransaction'] }) });
    await answer('ContractPartners', { contractPartners: [{ id: 's1', name: 'Atelier imaginaire', city: 'Rennes' }] });
    const root = fixture.nativeElement as HTMLElement;
    expect([...root.querySelectorAll('.app-keyfigure')].map(text)).toEqual(['Structures ciblées2', 'Ont vu le besoin1', 'Intéressées1', 'Pas intéressées0']);
    expect([root.querySelector('app-supplier-answer'), root.querySelector('app-need-public')]).toEqual([null, null]);
    expect(byRole(root, 'a', 'Mes besoins').getAttribute('href')).toBe('/besoins');
    byLabel(root, 'Pas encore').click();
    await notSent('ViewNeed');
  });
});
