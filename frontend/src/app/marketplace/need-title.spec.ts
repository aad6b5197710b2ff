import { TestBed } from '@angular/core/testing';
import { expect, it } from '@jest/globals';
import { answer, pageProviders, text } from '../../test/graphql';
import { Session } from '../shared/session/session';
import { PageTitle } from '../shared/ui/page-title';
import { meSample, needSample } from './need.sample';
import { NeedPage } from './need.page';

const open = async (role: string, need: object | null) => {
  TestBed.resetTestingModule().configureTestingModule({ providers: pageProviders() });
  const loading = TestBed.inject(Session).load();
  await answer('Me', { me: meSample(role) });
  await loading;
  const fixture = TestBed.createComponent(NeedPage);
  fixture.componentRef.setInput('id', 'n1');
  await answer('Need', { need: need && needSample(need) });
  return fixture.nativeElement as HTMLElement;
};
const title = async (need: object | null) => {
  await open('staff', need);
  return TestBed.inject(PageTitle).about();
};

it('tells needs of one title apart, of one buyer too, in the tabs and the history of the browser', async () => {
  const [one, other] = ['0190c0de-0000-7000-8000-000000abcdef', '0190c0de-0000-7000-8000-000000fedcba'];
  expect(await title({ id: one })).toBe('Nettoyage des locaux, Ville imaginaire, ABCDEF');
  expect(await title({ id: other })).toBe('Nettoyage des locaux, Ville imaginaire, FEDCBA');
  expect(await title({ id: one, buyer: null, anonymous: true })).toBe('Nettoyage des locaux, acheteur anonyme, ABCDEF');
  expect(await title(null)).toBe('');
});

it('says of a need that is not there, or not for whoever asks, that there is none, and leads back to theirs', async () => {
  for (const [role, back] of [['buyer', '/besoins'], ['supplier', '/besoins/recus'], ['staff', '/besoins/a-valider']] as const) {
    const root = await open(role, null);
    expect(text(root)).toContain('Ce besoin n’existe pas, ou vous n’y avez pas accès');
    expect(root.querySelector('app-empty a')?.getAttribute('href')).toBe(back);
  }
});
