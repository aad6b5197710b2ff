import { Component, computed, input, linkedSignal, output } from '@angular/core';
import { formatDay } from '../shared/format';

/** Walks the days on which something was written, then today: by dragging, by the arrows of the keyboard, or by two buttons. */
@Component({
  selector: 'app-known-on',
  template: `
    <div class="app-known-on" role="group" aria-label="Parcourir les dates de l’histoire">
      <button type="button" class="fr-btn fr-btn--tertiary fr-btn--sm fr-icon-arrow-left-s-line" title="Date précédente" [attr.aria-disabled]="at() === 0" (click)="go(at() - 1)">Date précédente</button>
      <div class="app-grow">
        <label class="fr-label" for="connu-le"><span>Ce qui était connu : <strong>{{ told() }}</strong>&ngsp;<span class="app-muted">({{ at() + 1 }} sur {{ days().length + 1 }})</span></span></label>
        <input id="connu-le" class="app-slider" type="range" min="0" step="1" [max]="days().length" [value]="at()" [attr.aria-valuetext]="told()"
          (input)="at.set(+$any($event.target).value)" (change)="go(+$any($event.target).value)" />
      </div>
      <button type="button" class="fr-btn fr-btn--tertiary fr-btn--sm fr-icon-arrow-right-s-line" title="Date suivante" [attr.aria-disabled]="at() === days().length" (click)="go(at() + 1)">Date suivante</button>
    </div>
  `,
})
export class KnownOn {
  /** In order, each once. */
  readonly days = input.required<readonly string[]>();
  /** The day shown; empty for today. A day between two stands on the earlier one. */
  readonly day = input('');
  readonly chosen = output<string>();

  private readonly standing = computed(() => (this.day() ? Math.max(0, this.days().findLastIndex((day) => day <= this.day())) : this.days().length));
  protected readonly at = linkedSignal(() => this.standing());
  protected readonly told = computed(() => {
    const day = this.at() === this.standing() ? this.day() : this.days()[this.at()];
    return day ? `le ${formatDay(day)} au soir` : 'aujourd’hui';
  });

  protected go(to: number): void {
    const at = Math.min(Math.max(0, to), this.days().length);
    this.at.set(at);
    const day = this.days()[at] ?? '';
    if (day !== this.day()) this.chosen.emit(day);
  }
}
