import { Component, computed, input } from '@angular/core';
import type { HttpResourceRef } from '@angular/common/http';
import { toGqlError } from '../graphql/errors';

/** What a page shows while it waits, and when it failed: never a blank. The content itself stays in the page, guarded by hasValue(). */
@Component({
  selector: 'app-resource-state',
  template: `
    @if (failure(); as e) {
      <div class="fr-alert fr-alert--error fr-mb-3w" role="alert">
        <p class="fr-alert__title">{{ heading() }}</p>
        <p>{{ e.message }}</p>
        <button type="button" class="fr-btn fr-btn--sm fr-btn--secondary fr-mt-1w" (click)="of().reload()">Réessayer</button>
      </div>
    } @else if (waiting()) {
      <div aria-hidden="true"><div class="app-skeleton"></div><div class="app-skeleton"></div><div class="app-skeleton"></div></div>
    }
    <p class="fr-sr-only" role="status">{{ waiting() ? 'Chargement en cours' : '' }}</p>
  `,
})
export class ResourceState {
  // The variance of the ref would forbid any page's own type here.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly of = input.required<HttpResourceRef<any>>();
  readonly heading = input('Ces informations n’ont pas pu être chargées');
  protected readonly failure = computed(() => (this.of().status() === 'error' ? toGqlError(this.of().error()) : null));
  protected readonly waiting = computed(() => this.of().status() === 'loading' && !this.of().hasValue());
}
