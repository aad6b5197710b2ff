import { Component, computed, inject, input, type Resource } from '@angular/core';
import { ErrorState } from './error-state';
import { ERROR_WORDS } from './error-words';
import { Loading } from './loading';

/** What a page shows while it waits, and when it failed: never a blank. The content itself stays in the page, guarded by hasValue(). */
@Component({
  selector: 'app-resource-state',
  imports: [ErrorState, Loading],
  template: `
    @if (failure(); as message) { <app-error-state [heading]="heading()" [message]="message" (retried)="of().reload()" /> } @else if (waiting()) { <app-loading /> }
  `,
})
export class ResourceState {
  readonly of = input.required<Resource<unknown> & { reload(): boolean }>();
  readonly heading = input('Ces informations n’ont pas pu être chargées');
  private readonly words = inject(ERROR_WORDS);
  protected readonly failure = computed(() => (this.of().status() === 'error' ? this.words(this.of().error()) : null));
  protected readonly waiting = computed(() => this.of().status() === 'loading' && !this.of().hasValue());
}
