import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { text, type } from '../../../test/graphql';
import { Combobox } from './combobox';

const wait = () => new Promise((resolve) => setTimeout(resolve, 230));

async function open() {
  const fixture = TestBed.createComponent(Combobox);
  fixture.componentRef.setInput('label', 'Commune');
  fixture.componentRef.setInput('search', async (asked: string) => ['Rennes', 'Retiers'].filter((n) => n.toLowerCase().startsWith(asked)).map((label) => ({ code: label, label })));
  await fixture.whenStable();
  const box = fixture.nativeElement.querySelector('input') as HTMLInputElement;
  const press = async (key: string) => {
    box.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
    await fixture.whenStable();
  };
  const write = async (value: string) => {
    type(box, value);
    await wait();
    await fixture.whenStable();
  };
  return { fixture, box, press, write };
}

describe('a field that proposes', () => {
  beforeEach(() => void TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection()] }));

  it('is chosen from with the keyboard alone', async () => {
    const { fixture, box, press, write } = await open();
    await write('re');
    expect(box.getAttribute('aria-expanded')).toBe('true');
    await press('ArrowDown');
    await press('ArrowDown');
    expect(text(fixture.nativeElement.querySelector(`#${box.getAttribute('aria-activedescendant')}`))).toBe('Retiers');
    await press('Enter');
    expect(fixture.componentInstance.value()?.code).toBe('Retiers');
    expect(box.value).toBe('Retiers');
    expect(box.getAttribute('aria-expanded')).toBe('false');
  });

  it('shows options under their groups, of which none can be chosen [marche/SEC-03]', async () => {
    const { fixture, box, press, write } = await open();
    const groups = [['Pressing', 'Linge'], ['Vitrerie', 'Propreté'], ['Repassage', 'Linge']] as const;
    fixture.componentRef.setInput('search', async () => groups.map(([label, group]) => ({ code: label, label, group })));
    await write('re');
    const root = fixture.nativeElement as HTMLElement;
    const shown = [...root.querySelectorAll('[role=group]')].map((group) => [group.getAttribute('aria-label'), ...[...group.querySelectorAll('[role=option]')].map(text)]);
    expect(shown).toEqual([['Linge', 'Pressing', 'Repassage'], ['Propreté', 'Vitrerie']]);
    root.querySelector<HTMLElement>('.app-combobox__group')!.click();
    expect(fixture.componentInstance.value()).toBeNull();
    for (const wanted of ['Pressing', 'Repassage', 'Vitrerie', 'Pressing']) {
      await press('ArrowDown');
      expect(text(root.querySelector(`#${box.getAttribute('aria-activedescendant')}`))).toBe(wanted);
    }
  });

  it('says its errors aloud, as the other fields do', async () => {
    const { fixture, box } = await open();
    fixture.componentRef.setInput('error', 'Choisissez la commune.');
    await fixture.whenStable();
    const message = (fixture.nativeElement as HTMLElement).querySelector(`#${box.getAttribute('aria-describedby')}`);
    expect(text(message)).toBe('Choisissez la commune.');
    expect(message?.getAttribute('aria-live')).toBe('polite');
  });

  it('closes on Escape without choosing', async () => {
    const { fixture, box, press, write } = await open();
    await write('re');
    await press('Escape');
    expect(box.getAttribute('aria-expanded')).toBe('false');
    expect(fixture.componentInstance.value()).toBeNull();
  });

  it('forgets the choice when the text is changed', async () => {
    const { fixture, press, write } = await open();
    await write('ren');
    await press('Enter');
    await write('rennesx');
    expect(fixture.componentInstance.value()).toBeNull();
  });

  it('says how many it proposes, and when there is nothing', async () => {
    const { fixture, write } = await open();
    await write('re');
    expect(text(fixture.nativeElement.querySelector('[role=status]'))).toContain('2 propositions');
    await write('zz');
    expect(text(fixture.nativeElement.querySelector('[aria-live=polite] > .fr-message'))).toBe('Aucune proposition');
    expect(text(fixture.nativeElement.querySelector('[role=status]'))).toBe('');
  });

  it('says beside the field that a text without a choice is left out, until it is changed', async () => {
    const { fixture, box, write } = await open();
    await write('ren');
    box.dispatchEvent(new Event('blur'));
    await fixture.whenStable();
    const message = () => text(fixture.nativeElement.querySelector(`#${box.getAttribute('aria-describedby')}`));
    expect(message()).toContain('« ren » n’est pas pris en compte');
    expect(box.getAttribute('aria-invalid')).toBe('true');
    await write('');
    expect(message()).toBe('');
  });

  it('does not send the form on Enter while its text stands for nothing', async () => {
    const { fixture, box, write } = await open();
    await write('zz');
    const enter = new KeyboardEvent('keydown', { key: 'Enter', cancelable: true });
    box.dispatchEvent(enter);
    await fixture.whenStable();
    expect(enter.defaultPrevented).toBe(true);
    expect(text(fixture.nativeElement)).toContain('« zz » n’est pas pris en compte');
  });

  it('is emptied with what was typed and not chosen', async () => {
    const { fixture, box, write } = await open();
    await write('zz');
    fixture.componentInstance.reset();
    await fixture.whenStable();
    expect(box.value).toBe('');
    expect(text(fixture.nativeElement)).not.toContain('zz');
  });

  it('tells an unreachable list from an empty one', async () => {
    const { fixture, write } = await open();
    fixture.componentRef.setInput('search', () => Promise.reject(new Error('down')));
    await write('re');
    expect(text(fixture.nativeElement.querySelector('.fr-message'))).toContain('n’ont pas pu être chargées');
  });
});
