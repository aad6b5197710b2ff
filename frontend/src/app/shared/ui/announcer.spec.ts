import { Component, provideZonelessChangeDetection, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, expect, it, jest } from '@jest/globals';
import { text } from '../../../test/graphql';
import { Announcer, LiveRegion } from './announcer';
import { Empty } from './empty';
import { ResultCount } from './result-count';

@Component({
  imports: [ResultCount, Empty, LiveRegion],
  template: `
    @if (total() !== null) { <p><app-result-count [total]="total()!" one="bateau" many="bateaux" /></p> }
    @if (total() === 0) { <app-empty heading="Aucun bateau" /> }
    <app-live-region />
  `,
})
class Boats {
  readonly total = signal<number | null>(null);
}

function open() {
  const fixture = TestBed.createComponent(Boats);
  TestBed.tick();
  const region = (fixture.nativeElement as HTMLElement).querySelector('[role=status]')!;
  /** What a reader hears: what comes into the region once it is in the page. */
  const heard = () => {
    TestBed.tick();
    const before = text(region);
    jest.advanceTimersByTime(100);
    TestBed.tick();
    return { before, then: text(region) };
  };
  return { fixture, region, heard };
}

beforeEach(() => {
  jest.useFakeTimers();
  TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection()] });
  return () => jest.useRealTimers();
});

it('a count that comes with its list is heard in the region that was there before, and again after a filter that finds as many', () => {
  const { fixture, heard } = open();
  fixture.componentInstance.total.set(12);
  expect(heard()).toEqual({ before: '', then: '12 bateaux' });
  fixture.componentInstance.total.set(null);
  TestBed.tick();
  fixture.componentInstance.total.set(12);
  expect(heard()).toEqual({ before: '', then: '12 bateaux' });
  expect(fixture.nativeElement.querySelectorAll('[role=status]')).toHaveLength(1);
});

it('one is one, and nothing at all is heard once', () => {
  const { fixture, heard } = open();
  fixture.componentInstance.total.set(1);
  expect(heard().then).toBe('1 bateau');
  fixture.componentInstance.total.set(0);
  expect(heard().then).toBe('Aucun bateau');
});

it('what is said at the same moment is not lost', () => {
  const { heard } = open();
  TestBed.inject(Announcer).say('Bateaux');
  TestBed.inject(Announcer).say('Bateau ajouté');
  expect(heard().then).toBe('Bateaux. Bateau ajouté');
});
