import { Component, input } from '@angular/core';

@Component({
  selector: 'app-alert',
  template: `
    <div class="fr-alert fr-mb-2w" [class.fr-alert--info]="kind() === 'info'" [class.fr-alert--success]="kind() === 'success'" [class.fr-alert--warning]="kind() === 'warning'"
      [class.fr-alert--error]="kind() === 'error'" [class.fr-alert--sm]="!heading()" [attr.role]="live() ? 'alert' : null">
      @if (heading()) { <p class="fr-alert__title">{{ heading() }}</p> }
      <ng-content />
    </div>
  `,
})
export class Alert {
  readonly kind = input<'info' | 'success' | 'warning' | 'error'>('info');
  readonly heading = input('');
  readonly live = input(false);
}
