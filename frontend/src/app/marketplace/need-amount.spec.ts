import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { answer, byLabel, byRole, notSent, pageProviders, refuse, text, type } from '../../test/graphql';
import { NeedAmount } from './need-amount';
import { NeedFacts } from './need-facts';
import { needSample, wordsSample } from './need.sample';

const bracket = { code: '5-10K', label: '5 000 à 10 000 €' };
const open = (need: object) => {
  const fixture = TestBed.createComponent(NeedAmount);
  fixture.componentRef.setInput('need', needSample({ amount: bracket, ...need }));
  TestBed.tick();
  return fixture.nativeElement as HTMLElement;
};
const save = (root: HTMLElement) => byRole(root, 'button', 'Enregistrer le montant').click();

describe('the exact amount of a need', () => {
  beforeEach(() => void TestBed.configureTestingModule({ providers: pageProviders() }));

  it('is given by the team, told what is wrong beside the field, and taken off when it is emptied', async () => {
    const root = open({});
    expect(text(root)).toContain('Tranche donnée par l’acheteur : 5 000 à 10 000 €.');
    const field = byLabel(root, 'Montant exact en euros');
    for (const wrong of ['0', '-5', '12,5', 'douze', '1000000001']) {
      type(field, wrong);
      save(root);
      TestBed.tick();
      expect([field.getAttribute('aria-invalid'), text(root)]).toEqual(['true', expect.stringContaining('Indiquez un montant en euros entiers')]);
    }
    await notSent('SetNeedAmount');
    type(field, ' 12 000 € ');
    save(root);
    expect(await refuse('SetNeedAmount', 'Ce besoin a changé.', { code: 'marketplace/already-done' })).toMatchObject({ amount: 12000 });
    expect(text(root)).toContain('Ce besoin a changé.');
    type(field, '');
    save(root);
    expect(await answer('SetNeedAmount', { setNeedAmount: { id: 'n1', behind: false, lastChange: '2026-11-21T09:00:00Z' } })).toMatchObject({ amount: null });
  });

  it('says that it wins where it is not in the bracket its buyer chose', async () => {
    const said = 'c’est lui qui compte';
    expect(text(open({ exactAmount: 8000 }))).not.toContain(said);
    expect(text(open({ exactAmount: 12000, outOfBracket: true }))).toContain(said);
    const facts = TestBed.createComponent(NeedFacts);
    facts.componentRef.setInput('need', needSample({ amount: bracket, exactAmount: 12000, amountLabel: '12 000 €', outOfBracket: true }));
    await answer('MarketplaceWords', wordsSample);
    expect(text(facts.nativeElement as HTMLElement)).toContain('Budget 12 000 € (non montré aux fournisseurs)L’équipe a indiqué ce montant ; la tranche donnée était : 5 000 à 10 000 €.');
  });
});
