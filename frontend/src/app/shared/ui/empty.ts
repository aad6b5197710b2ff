import { Component, input } from '@angular/core';
import { announce } from './announcer';

/** There is nothing to show: seen, and heard. */
@Component({
  selector: 'app-empty',
  template: `<div class="app-panel app-panel--raised fr-mb-3w"><p class="fr-text--lead fr-mb-1w">{{ heading() }}</p><ng-content /></div>`,
})
export class Empty {
  readonly heading = input.required<string>();

  constructor() {
    announce(this.heading);
  }
}
