import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { answer, byLabel, byRole, pageProviders, refuse, text, turn } from '../../test/graphql';
import { applicationSample } from '../../test/samples';
import { daysLater, formatDay, today } from '../shared/format';
import { HireDatesPage } from './hire-dates.page';

const pass = (start: string, end: string) => ({ id: 'x', number: null, displayNumber: null, start, end, state: 'VALID', stateLabel: 'Valide', remainingDays: 9, remaining: '9 jours', waitingUntil: null });
const hire = (change: object = {}) => applicationSample({ status: 'accepted', actions: ['changeHireDates'], startsOn: daysLater(today(), 5), ...change });

async function open(application: object) {
  const fixture = TestBed.createComponent(HireDatesPage);
  fixture.componentRef.setInput('id', 'a1');
  await answer('Application', { application });
  return fixture.nativeElement as HTMLElement;
}
const send = (root: HTMLElement) => {
  root.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
  TestBed.tick();
};
const confirm = (root: HTMLElement) => byRole(root.querySelector('dialog') ?? root, 'button', 'Changer les dates').click();

describe('changing the dates of a hire', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({ providers: pageProviders() });
    HTMLDialogElement.prototype.showModal = () => undefined;
    HTMLDialogElement.prototype.close = () => undefined;
  });

  it('is not offered once the contract has begun [emplois/ACP-11]', async () => {
    const root = await open(applicationSample({ status: 'accepted', actions: ['cancelHire'] }));
    expect(text(root)).toContain('Les dates de ce contrat ne changent plus');
    expect(root.querySelector('form')).toBeNull();
  });

  it('says how far the start may go, and what becomes of the PASS [emplois/ACP-11]', async () => {
    const waiting = await open(hire({ pass: pass(daysLater(today(), 5), daysLater(today(), 734)) }));
    expect(text(waiting)).toContain(`Du ${formatDay(today())} au ${formatDay(daysLater(today(), 30))}`);
    expect(text(waiting)).toContain('son début suit celui du contrat');
    TestBed.resetTestingModule().configureTestingModule({ providers: pageProviders() });
    const started = await open(hire({ pass: pass(daysLater(today(), -700), daysLater(today(), 20)) }));
    expect(text(started)).toContain(`au ${formatDay(daysLater(today(), 19))}`);
  });

  it('asks before it sends, says what was refused beside the date, and comes back to the application', async () => {
    const root = await open(hire());
    send(root);
    confirm(root);
    const sent = await refuse('ChangeHireDates', 'Non.', { code: 'hiring/put-off-too-far', fields: [{ field: 'startsOn', code: 'far', message: 'Choisissez une date plus proche.' }] });
    expect(sent['input']).toEqual({ startsOn: daysLater(today(), 5), endsOn: null });
    expect(byLabel(root, 'Date de début').getAttribute('aria-invalid')).toBe('true');
    send(root);
    confirm(root);
    expect((await answer('ChangeHireDates', { changeHireDates: hire() }))['command']).toBe(sent['command']);
    await turn();
    expect(TestBed.inject(Router).url).toBe('/candidatures/a1');
  });
});
