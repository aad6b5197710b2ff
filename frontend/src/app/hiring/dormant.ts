import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Alert } from '../shared/ui/alert';

/** Reminds a company of whom it kept for later and has not looked at since: nothing archives those. */
@Component({
  selector: 'app-dormant',
  imports: [RouterLink, Alert],
  template: `
    <app-alert kind="info">
      <p>{{ sentence() }} <a class="fr-link" [routerLink]="[]" [queryParams]="{ dormantes: 'oui' }">{{ count() > 1 ? 'Voir ces candidatures' : 'Voir cette candidature' }}</a></p>
    </app-alert>
  `,
})
export class Dormant {
  readonly count = input.required<number>();
  protected readonly sentence = computed(() => {
    const [subject, verb] = this.count() > 1 ? ['candidatures mises', 'n’ont'] : ['candidature mise', 'n’a'];
    return `${this.count()} ${subject} au vivier ou en action préalable à l’embauche ${verb} pas changé depuis plus de 180 jours.`;
  });
}
