import { Component, input } from '@angular/core';

@Component({
  selector: 'app-empty',
  template: `<div class="app-panel app-panel--raised fr-mb-3w" role="status"><p class="fr-text--lead fr-mb-1w">{{ heading() }}</p><ng-content /></div>`,
})
export class Empty {
  readonly heading = input.required<string>();
}
