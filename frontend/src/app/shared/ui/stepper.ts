import { Component, computed, input } from '@angular/core';

@Component({
  selector: 'app-stepper',
  template: `
    <div class="fr-stepper">
      <h2 class="fr-stepper__title">
        {{ steps()[current()] }}
        <span class="fr-stepper__state">Étape {{ current() + 1 }} sur {{ steps().length }}</span>
      </h2>
      <div class="fr-stepper__steps" [attr.data-fr-current-step]="current() + 1" [attr.data-fr-steps]="steps().length"></div>
      @if (next()) {
        <p class="fr-stepper__details"><span class="fr-text--bold">Étape suivante :</span> {{ next() }}</p>
      }
    </div>
  `,
})
export class Stepper {
  readonly steps = input.required<readonly string[]>();
  readonly current = input.required<number>();
  protected readonly next = computed(() => this.steps()[this.current() + 1] ?? '');
}
