import { DestroyRef, effect, inject, Injectable, signal } from '@angular/core';
import { announce } from './announcer';

/** What tells one page from another of its kind: in the tab, in the history of the browser, and aloud. */
@Injectable({ providedIn: 'root' })
export class PageTitle {
  readonly about = signal('');
}

/** The end of an identifier: short enough to be read in a tab, and nobody’s name. */
export const reference = (id: string): string => (/^[\da-f-]{36}$/i.test(id) ? id.slice(-6).toUpperCase() : '');

/** Completes the title of the page with what it is about, once that is known. Titles stay in the history of browsers: no name of a person goes there. */
export function titleAbout(about: () => string): void {
  const title = inject(PageTitle);
  effect(() => title.about.set(about()));
  inject(DestroyRef).onDestroy(() => title.about.set(''));
  announce(about);
}
