import { Component, input, output } from '@angular/core';

/** Content that could not come, why, and the way to ask for it again. */
@Component({
  selector: 'app-error-state',
  template: `
    <div class="fr-alert fr-alert--error fr-mb-3w" role="alert">
      <p class="fr-alert__title">{{ heading() }}</p>
      <p>{{ message() }}</p>
      <button type="button" class="fr-btn fr-btn--sm fr-btn--secondary fr-mt-1w" (click)="retried.emit()">Réessayer</button>
    </div>
  `,
})
export class ErrorState {
  readonly heading = input('Ces informations n’ont pas pu être chargées');
  readonly message = input.required<string>();
  readonly retried = output<void>();
}
