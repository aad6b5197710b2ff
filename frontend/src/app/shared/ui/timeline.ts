import { Component, input } from '@angular/core';
import { MomentPipe } from '../format';

export interface TimelineItem {
  readonly at: string;
  readonly label: string;
  readonly by?: string | null;
  readonly organisation?: string | null;
  /** Said when the fact is older than the day it was told. */
  readonly late?: string;
  readonly details?: readonly { readonly label: string; readonly value: string }[];
  /** What the fact can be checked with. */
  readonly proof?: string;
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
          @if (item.late) { <p class="fr-text--sm fr-mb-1v">{{ item.late }}</p> }
          @if (item.details?.length) {
            <ul class="fr-text--sm fr-mb-1v">@for (detail of item.details; track detail.label) { <li>{{ detail.label }} : {{ detail.value }}</li> }</ul>
          }
          @if (item.proof) { <p class="app-hash fr-mb-0">{{ item.proof }}</p> }
        </li>
      }
    </ol>
  `,
})
export class Timeline {
  readonly items = input.required<readonly TimelineItem[]>();
}
