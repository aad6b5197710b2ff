import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Announcer } from './announcer';
import { focusHeading } from './focus-heading';

/** Tells that what is shown has changed elsewhere, and lets the reader choose when to see it. */
@Component({
  selector: 'app-live-note',
  template: `
    <div role="status" class="app-sticky-note">
      @if (shown()) {
        <div class="fr-alert fr-alert--info fr-alert--sm fr-mb-2w">
          <p>Cette page a changé. <button type="button" class="fr-link" (click)="refresh()">Actualiser</button></p>
        </div>
      }
    </div>
  `,
})
export class LiveNote {
  readonly changes = input.required<number>();
  readonly refreshed = output<void>();
  private readonly announcer = inject(Announcer);
  private readonly seen = signal(0);
  protected readonly shown = computed(() => this.changes() > this.seen());

  protected refresh(): void {
    // The button goes away once pressed: the focus stays in the page, at its heading.
    focusHeading();
    this.seen.set(this.changes());
    this.refreshed.emit();
    this.announcer.say('Page actualisée');
  }
}
