import { Component, input } from '@angular/core';

/** What stands in the place of content that is on its way: shapes for the eye, one sentence for the ear. */
@Component({
  selector: 'app-loading',
  template: `
    <div aria-hidden="true">@for (n of [1, 2, 3]; track n) { <div class="app-skeleton"></div> }</div>
    <p class="fr-sr-only" role="status">{{ message() }}</p>
  `,
})
export class Loading {
  readonly message = input('Chargement en cours');
}
