import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { pageProviders } from '../../../test/graphql';
import { urlFilters } from './url-filters';

@Component({ template: '' })
class Host {
  readonly filters = urlFilters({ port: '', tailles: [] as readonly string[] });
}

describe('filters in the address', () => {
  beforeEach(() => void TestBed.configureTestingModule({ providers: pageProviders([{ path: 'liste', component: Host }]) }));

  const open = async (url: string) => {
    const harness = await RouterTestingHarness.create();
    const { filters } = await harness.navigateByUrl(url, Host);
    return { filters, settled: () => harness.fixture.whenStable(), url: () => TestBed.inject(Router).url };
  };

  it('are read from it', async () => {
    const { filters } = await open('/liste?port=Brest&tailles=a,b&page=3');
    expect(filters.asked()).toEqual({ port: 'Brest', tailles: ['a', 'b'] });
    expect(filters.page()).toBe(3);
    expect(filters.active()).toBe(true);
  });

  it('change nothing until applied, then go to page 1 and keep what others put there', async () => {
    const { filters, settled, url } = await open('/liste?tri=nom&page=3');
    filters.draft.port.set('Sète');
    expect(filters.asked().port).toBe('');
    filters.apply();
    await settled();
    expect(url()).toBe('/liste?tri=nom&port=S%C3%A8te');
    expect(filters.asked().port).toBe('Sète');
  });

  it('leave the address when cleared, drafts included', async () => {
    const { filters, settled, url } = await open('/liste?port=Brest');
    filters.draft.tailles.set(['a']);
    filters.clear();
    await settled();
    expect(url()).toBe('/liste');
    expect(filters.draft.tailles()).toEqual([]);
    expect(filters.active()).toBe(false);
  });
});
