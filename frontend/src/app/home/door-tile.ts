import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';

/** One way in: what one can do there, and for whom. */
export interface Door {
  readonly title: string;
  readonly text: string;
  readonly path: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly art: string;
}

@Component({
  selector: 'app-door-tile',
  imports: [RouterLink],
  template: `
    <div class="fr-tile fr-tile--horizontal fr-enlarge-link">
      <div class="fr-tile__body">
        <div class="fr-tile__content">
          <h3 class="fr-tile__title"><a class="fr-tile__link" [routerLink]="door().path" [queryParams]="door().params">{{ door().title }}</a></h3>
          <p class="fr-tile__desc">{{ door().text }}</p>
          @if (who()) { <div class="fr-tile__start"><p class="fr-badge fr-badge--sm fr-badge--no-icon fr-badge--blue-cumulus">{{ who() }}</p></div> }
        </div>
      </div>
      <div class="fr-tile__header">
        <div class="fr-tile__pictogram">
          <svg aria-hidden="true" class="fr-artwork" viewBox="0 0 80 80" width="80" height="80">
            @for (layer of layers; track layer) { <use [class]="'fr-artwork-' + layer" [attr.href]="'/dsfr/' + door().art + '.svg#artwork-' + layer" /> }
          </svg>
        </div>
      </div>
    </div>
  `,
})
export class DoorTile {
  readonly door = input.required<Door>();
  readonly who = input('');
  protected readonly layers = ['decorative', 'minor', 'major'];
}
