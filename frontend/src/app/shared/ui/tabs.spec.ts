import { Component, provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Tab, Tabs } from './tabs';

@Component({ imports: [Tabs, Tab], template: `<app-tabs label="Essai"><app-tab heading="Un">1</app-tab><app-tab heading="Deux">2</app-tab><app-tab heading="Trois">3</app-tab></app-tabs>` })
class Host {}

async function open() {
  const fixture = TestBed.createComponent(Host);
  document.body.append(fixture.nativeElement as HTMLElement);
  await fixture.whenStable();
  const root = fixture.nativeElement as HTMLElement;
  const buttons = [...root.querySelectorAll<HTMLButtonElement>('[role=tab]')];
  const press = async (key: string) => {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await fixture.whenStable();
  };
  const shown = () => [...root.querySelectorAll<HTMLElement>('[role=tabpanel]')].filter((p) => !p.hidden).map((p) => p.textContent);
  return { buttons, press, shown };
}

describe('tabs', () => {
  beforeEach(() => void TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection()] }));

  it('show one panel, tied to its tab both ways', async () => {
    const { buttons, shown } = await open();
    expect(shown()).toEqual(['1']);
    const panel = document.getElementById(buttons[0]?.getAttribute('aria-controls') ?? '');
    expect(panel?.getAttribute('aria-labelledby')).toBe(buttons[0]?.id);
  });

  it('are walked with the arrows, round the ends, and with Home and End', async () => {
    const { buttons, press, shown } = await open();
    buttons[0]?.focus();
    await press('ArrowLeft');
    expect(document.activeElement).toBe(buttons[2]);
    expect(shown()).toEqual(['3']);
    await press('ArrowRight');
    expect(shown()).toEqual(['1']);
    await press('End');
    expect(shown()).toEqual(['3']);
    await press('Home');
    expect(document.activeElement).toBe(buttons[0]);
  });

  it('are one stop for the Tab key', async () => {
    const { buttons, press } = await open();
    buttons[0]?.focus();
    await press('ArrowRight');
    expect(buttons.map((b) => b.tabIndex)).toEqual([-1, 0, -1]);
  });
});
