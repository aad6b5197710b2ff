import { Component, input } from '@angular/core';

export type Tone = 'neutral' | 'new' | 'info' | 'success' | 'warning' | 'error';

/** A short state in words; the colour only repeats what they say. */
@Component({
  selector: 'app-badge',
  template: `<span class="fr-badge fr-badge--sm fr-badge--no-icon" [class.fr-badge--new]="tone() === 'new'" [class.fr-badge--info]="tone() === 'info'" [class.fr-badge--success]="tone() === 'success'"
    [class.fr-badge--warning]="tone() === 'warning'" [class.fr-badge--error]="tone() === 'error'"><ng-content /></span>`,
})
export class Badge {
  readonly tone = input<Tone>('neutral');
}
