import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { describe, expect, it } from '@jest/globals';
import { answer, byLabel, byRole, notSent, pageProviders, refuse, text, type } from '../../test/graphql';
import { needSample, wordsSample } from './need.sample';
import { NeedsPage } from './needs.page';

const listed = (total: number) => ({ needsToValidate: { page: 1, pageSize: 10, total, counts: [{ status: 'submitted', count: total }], items: total ? [needSample()] : [] } });
async function open(url: string) {
  TestBed.configureTestingModule({ providers: pageProviders([{ path: 'besoins', component: NeedsPage, data: { box: 'moderation' } }, { path: '**', children: [] }]) });
  const harness = await RouterTestingHarness.create();
  await harness.navigateByUrl(url);
  TestBed.tick();
  return harness.routeNativeElement as HTMLElement;
}

describe('the team’s needs by their amount', () => {
  it('are asked for as the form says, and again from the address, of one state or of all [marche/NEED-12]', async () => {
    const root = await open('/besoins');
    expect(await answer('NeedsToValidate', listed(1))).toMatchObject({ status: 'submitted', amount: null });
    await answer('MarketplaceWords', wordsSample);
    const operator = byLabel(root, 'Montant du besoin');
    operator.value = 'lt';
    operator.dispatchEvent(new Event('change'));
    type(byLabel(root, 'Euros'), '20 000');
    byRole(root, 'button', 'Filtrer par montant').click();
    expect(await answer('NeedsToValidate', listed(0))).toMatchObject({ status: 'submitted', amount: { operator: 'lt', amount: 20000 } });
    expect(text(root)).toContain('Aucun besoin ne répond à ces critères');
    await TestBed.inject(Router).navigateByUrl('/besoins?etat=tous&comparaison=gt&montant=1000000');
    expect(await answer('NeedsToValidate', listed(1))).toMatchObject({ status: '', amount: { operator: 'gt', amount: 1000000 } });
    expect([byLabel(root, 'Montant du besoin').value, byLabel(root, 'Euros').value]).toEqual(['gt', '1000000']);
    byRole(root, 'button', 'Tous les montants').click();
    expect(await answer('NeedsToValidate', listed(1))).toMatchObject({ status: '', amount: null });
  });

  it('say what is wrong beside the field, and never show what was not asked [marche/NEED-12]', async () => {
    const root = await open('/besoins?montant=douze');
    await answer('MarketplaceWords', wordsSample);
    await notSent('NeedsToValidate');
    expect([byLabel(root, 'Euros').getAttribute('aria-invalid'), text(root)]).toEqual(['true', expect.stringContaining('Indiquez un montant en euros entiers')]);
    await TestBed.inject(Router).navigateByUrl('/besoins?comparaison=eq&montant=1000');
    const said = 'Comparez le montant autrement.';
    expect(await refuse('NeedsToValidate', said, { code: 'input/invalid', fields: [{ field: 'operator', code: 'marketplace/amount-operator', message: said }] })).toMatchObject({ amount: { operator: 'eq', amount: 1000 } });
    expect([byLabel(root, 'Montant du besoin').getAttribute('aria-invalid'), root.querySelector('table')]).toEqual(['true', null]);
  });
});
