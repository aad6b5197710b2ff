import { Component, input } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { pageProviders, text } from '../../../test/graphql';
import { Pagination } from './pagination';

@Component({ imports: [Pagination], template: `<app-pagination [page]="+(page() ?? 1)" [total]="400" [pageSize]="20" />` })
class Host {
  readonly page = input<string>();
}

const open = async (url: string, screen: 'wide' | 'narrow' = 'wide') => {
  const harness = await RouterTestingHarness.create(url);
  await harness.fixture.whenStable();
  return [...harness.routeNativeElement!.querySelectorAll(`li:not(.app-only-${screen === 'wide' ? 'narrow' : 'wide'})`)].map(text);
};

describe('numbered pages', () => {
  beforeEach(() => void TestBed.configureTestingModule({ providers: pageProviders([{ path: 'liste', component: Host }]) }));

  it('are the first, the last and four around the current one [marche/SRCH-01]', async () => {
    expect(await open('/liste?page=10')).toEqual(['Page précédente', '1', '…', '6', '7', '8', '9', '10', '11', '12', '13', '14', '…', '20', 'Page suivante']);
  });

  it.each([
    [10, ['Page précédente', '1', '…', '10', '…', '20', 'Page suivante']],
    [4, ['Page précédente', '1', '…', '4', '…', '20', 'Page suivante']],
  ])('are fewer on a phone (page %i)', async (page, expected) => expect(await open(`/liste?page=${page}`, 'narrow')).toEqual(expected));

  it('start without a way back', async () => {
    expect(await open('/liste')).toEqual(['1', '2', '3', '4', '5', '…', '20', 'Page suivante']);
  });

  it('have no gap where nothing is left out', async () => {
    expect(await open('/liste?page=6')).toEqual(['Page précédente', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '…', '20', 'Page suivante']);
  });

  it('lead to the last one when the address goes beyond, and keep the rest of it', async () => {
    await open('/liste?ville=Brest&page=999');
    expect(TestBed.inject(Router).url).toBe('/liste?ville=Brest&page=20');
  });
});
