import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { text } from '../../test/graphql';
import { KnownOn } from './known-on';

const DAYS = ['2026-03-02', '2026-03-09', '2026-04-01'];

async function open(day = '') {
  const fixture = TestBed.createComponent(KnownOn);
  const chosen: string[] = [];
  fixture.componentInstance.chosen.subscribe((each) => chosen.push(each));
  fixture.componentRef.setInput('days', DAYS);
  fixture.componentRef.setInput('day', day);
  await fixture.whenStable();
  const root = fixture.nativeElement as HTMLElement;
  const slider = root.querySelector('input')!;
  const press = async (name: string) => {
    root.querySelector<HTMLButtonElement>(`[title="${name}"]`)!.click();
    await fixture.whenStable();
  };
  return { fixture, root, slider, chosen, press };
}

describe('the dates of a history', () => {
  beforeEach(() => void TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection()] }));

  it('end today, and say where one stands in words', async () => {
    const { slider, root } = await open();
    expect([slider.max, slider.value, slider.getAttribute('aria-valuetext')]).toEqual(['3', '3', 'aujourd’hui']);
    expect(text(root.querySelector('label'))).toContain('(4 sur 4)');
  });

  it('are walked by the buttons, and no further than the ends', async () => {
    const { press, chosen, slider } = await open();
    await press('Date suivante');
    await press('Date précédente');
    await press('Date précédente');
    expect(chosen).toEqual(['2026-04-01', '2026-03-09']);
    expect(slider.getAttribute('aria-valuetext')).toBe('le 9 mars 2026 au soir');
  });

  it('are shown while dragging and chosen when let go', async () => {
    const { fixture, slider, chosen } = await open();
    slider.value = '0';
    slider.dispatchEvent(new Event('input'));
    await fixture.whenStable();
    expect([slider.getAttribute('aria-valuetext'), chosen]).toEqual(['le 2 mars 2026 au soir', []]);
    slider.dispatchEvent(new Event('change'));
    expect(chosen).toEqual(['2026-03-02']);
  });

  it('stand on the earlier one for a day between two, and say that day', async () => {
    const { slider } = await open('2026-03-20');
    expect([slider.value, slider.getAttribute('aria-valuetext')]).toEqual(['1', 'le 20 mars 2026 au soir']);
    const before = await open('2026-01-15');
    expect([before.slider.value, before.slider.getAttribute('aria-valuetext')]).toEqual(['0', 'le 15 janvier 2026 au soir']);
  });
});
