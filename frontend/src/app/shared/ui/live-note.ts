import { Component, computed, input, output, signal } from '@angular/core';

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
  private readonly seen = signal(0);
  protected readonly shown = computed(() => this.changes() > this.seen());

  protected refresh(): void {
    this.seen.set(this.changes());
    this.refreshed.emit();
  }
}
