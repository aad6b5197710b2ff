import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { expect, it } from '@jest/globals';
import { Announcer } from './announcer';
import { LiveNote } from './live-note';

it('a page read again keeps the focus in it, and says so', async () => {
  TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection()] });
  const main = document.body.appendChild(document.createElement('main'));
  main.innerHTML = '<h1>Candidatures</h1>';
  const fixture = TestBed.createComponent(LiveNote);
  fixture.componentRef.setInput('changes', 1);
  await fixture.whenStable();
  const said: string[] = [];
  TestBed.inject(Announcer).say = (message) => void said.push(message);
  const button = (fixture.nativeElement as HTMLElement).querySelector('button')!;
  button.focus();
  button.click();
  await fixture.whenStable();
  expect(button.isConnected).toBe(false);
  expect(document.activeElement).toBe(main.querySelector('h1'));
  expect(said).toEqual(['Page actualisée']);
  main.remove();
});
