import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { answer, pageProviders, text } from '../../test/graphql';
import { Session } from '../shared/session/session';
import { meSample, needSample, relationSample, wordsSample } from './need.sample';
import { NeedPage } from './need.page';

const belongs = (organisationId: string, role: string) => ({ organisationId, role, type: 'company', kind: 'EI', name: `Atelier ${organisationId}`, city: null, department: null, authorised: false, admin: false });

async function told(memberships: object[], need: object = {}) {
  TestBed.resetTestingModule().configureTestingModule({ providers: pageProviders() });
  const loading = TestBed.inject(Session).load();
  await answer('Me', { me: { ...meSample('employer'), memberships } });
  await loading;
  const fixture = TestBed.createComponent(NeedPage);
  fixture.componentRef.setInput('id', 'n1');
  await answer('Need', { need: needSample({ questions: [], counts: null, mine: relationSample(), actions: ['declareInterest', 'declineNeed'], ...need }) });
  await answer('MarketplaceWords', wordsSample);
  const shown = (fixture.nativeElement as HTMLElement).querySelector('app-other-structures');
  return [text(shown), shown?.querySelector('a')?.getAttribute('href') ?? null];
}

describe('a need, for whoever belongs to several structures', () => {
  beforeEach(() => {
    HTMLDialogElement.prototype.showModal = () => undefined;
  });

  it('may be answered for another of those that sell, interested or not here [marche/VIS-10]', async () => {
    const way = '/organisation?suite=%2Fbesoins%2Fn1';
    const one = [belongs('o1', 'employer'), belongs('o2', 'supplier')];
    const said = ['Ici, vous agissez pour Organisation imaginaire. Répondre aussi pour Atelier o2', way];
    expect(await told(one)).toEqual(said);
    expect(await told(one, { mine: relationSample({ status: 'interested' }), actions: ['recordTransaction'] })).toEqual(said);
    expect(await told([...one, belongs('o3', 'employer')])).toEqual([expect.stringContaining('Répondre aussi pour une autre de vos structures'), way]);
  });

  it('says nothing of structures that do not sell, nor once it is closed [marche/VIS-06]', async () => {
    expect(await told([belongs('o1', 'employer'), belongs('o2', 'prescriber'), belongs('o3', 'buyer')])).toEqual(['', null]);
    expect(await told([belongs('o1', 'employer'), belongs('o2', 'supplier')], { status: 'closed', actions: [] })).toEqual(['', null]);
  });
});
