import { Component, input } from '@angular/core';
import { MomentPipe } from '../format';

export interface TimelineItem {
  readonly at: string;
  readonly label: string;
  readonly by?: string | null;
  readonly organisation?: string | null;
}

@Component({
  selector: 'app-timeline',
  imports: [MomentPipe],
  template: `
    <ol class="app-timeline">
      @for (item of items(); track $index) {
        <li>
          <p class="fr-mb-0"><strong>{{ item.label }}</strong></p>
          <p class="fr-text--sm app-muted fr-mb-0">
            <time [attr.datetime]="item.at">{{ item.at | moment }}</time>
            @if (item.by) { · {{ item.by }} }
            @if (item.organisation) { · {{ item.organisation }} }
          </p>
        </li>
      }
    </ol>
  `,
})
export class Timeline {
  readonly items = input.required<readonly TimelineItem[]>();
}
