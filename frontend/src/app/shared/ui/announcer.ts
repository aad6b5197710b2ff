import { Component, inject, Injectable, signal } from '@angular/core';

/** Says aloud, through one polite live region, what sighted people see change. */
@Injectable({ providedIn: 'root' })
export class Announcer {
  readonly message = signal('');

  say(message: string): void {
    this.message.set('');
    setTimeout(() => this.message.set(message), 50);
  }
}

@Component({ selector: 'app-live-region', template: `<p class="fr-sr-only" role="status" aria-live="polite">{{ announcer.message() }}</p>` })
export class LiveRegion {
  protected readonly announcer = inject(Announcer);
}
