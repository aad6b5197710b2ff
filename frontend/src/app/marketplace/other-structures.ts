import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '../shared/session/session';

/** Who answers a need, said to whoever belongs to several structures that sell: each answers for itself, one at a time [marche/VIS-10]. */
@Component({
  selector: 'app-other-structures',
  imports: [RouterLink],
  template: `
    @if (others().length) {
      <p class="fr-text--sm fr-mt-2w fr-mb-0">Ici, vous agissez pour {{ session.current()?.name }}.
        <a class="fr-link fr-link--sm" routerLink="/organisation" [queryParams]="{ suite: '/besoins/' + id() }">{{ others().length === 1 ? 'Répondre aussi pour ' + others()[0]!.name : 'Répondre aussi pour une autre de vos structures' }}</a></p>
    }
  `,
})
export class OtherStructures {
  /** The need. */
  readonly id = input.required<string>();
  protected readonly session = inject(Session);
  protected readonly others = computed(() => {
    const { memberships, current } = this.session.me();
    return memberships.filter(({ role, organisationId }) => (role === 'supplier' || role === 'employer') && organisationId !== current?.organisationId);
  });
}
