import { Component, effect, inject, Injectable, signal } from '@angular/core';

/** Says aloud, through one polite live region, what sighted people see change. */
@Injectable({ providedIn: 'root' })
export class Announcer {
  readonly message = signal('');
  private waiting: string[] = [];

  /** What is said at the same moment is said together: a page’s title, then what was found. */
  say(message: string): void {
    this.message.set('');
    this.waiting.push(message);
    if (this.waiting.length > 1) return;
    setTimeout(() => {
      this.message.set(this.waiting.join('. '));
      this.waiting = [];
    }, 50);
  }
}

/** Says a text when it comes and each time it changes: readers keep silent about a live region that is born full. */
export function announce(text: () => string): void {
  const announcer = inject(Announcer);
  effect(() => {
    const said = text();
    if (said) announcer.say(said);
  });
}

@Component({ selector: 'app-live-region', template: `<p class="fr-sr-only" role="status" aria-live="polite">{{ announcer.message() }}</p>` })
export class LiveRegion {
  protected readonly announcer = inject(Announcer);
}
