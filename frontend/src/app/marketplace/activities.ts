import { Component, input } from '@angular/core';
import type { ActivityPartsFragment } from './generated/graphql';

/** What a supplier sells, and where it goes to do it: an activity is the three together. */
@Component({
  selector: 'app-activities',
  template: `
    <ul class="app-plain-list">
      @for (activity of activities(); track activity.id) {
        <li class="app-hit">
          <h3 class="fr-h6 fr-mb-1v">{{ activity.sector.label }}</h3>
          <p class="fr-text--sm app-muted fr-mb-1w">{{ activity.sector.groupLabel }}</p>
          <p class="fr-text--sm fr-mb-0">@for (type of activity.prestaTypes; track type.code) { {{ type.label }}{{ $last ? '' : ', ' }} } · Intervient : {{ activity.rangeLabel }}</p>
        </li>
      } @empty {
        <li>Aucune activité renseignée.</li>
      }
    </ul>
  `,
})
export class Activities {
  readonly activities = input.required<readonly ActivityPartsFragment[]>();
}
