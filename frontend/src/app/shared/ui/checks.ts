import { Component, input } from '@angular/core';

/** One rule that was looked at, met or not. */
export interface RuleLine {
  readonly rule: string;
  readonly code: string;
  readonly met: boolean;
  readonly sentence: string;
  readonly enough: string;
}

/** The rules behind a decision, met or not, each with what would be enough. Readable without colour. */
@Component({
  selector: 'app-checks',
  template: `
    <ul class="app-plain-list">
      @for (check of checks(); track check.rule + check.code) {
        <li class="fr-mb-1w">
          <span class="fr-badge fr-badge--sm" [class.fr-badge--success]="check.met" [class.fr-badge--error]="!check.met && !enough()">{{ check.met ? 'Remplie' : enough() ? 'Pas nécessaire' : 'Non remplie' }}</span>
          {{ check.sentence }}
          @if (!check.met && !enough() && check.enough) { <span class="app-muted">Ce qui suffirait : {{ check.enough }}</span> }
        </li>
      }
    </ul>
  `,
})
export class Checks {
  readonly checks = input.required<readonly RuleLine[]>();
  /** The decision is yes all the same: an unmet rule was only another way to it. */
  readonly enough = input(false);
}
