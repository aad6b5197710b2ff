import { Component, input } from '@angular/core';
import type { PassPartsFragment } from '../shared/graphql/generated/graphql';
import { DayPipe } from '../shared/format';
import { StatusBadge } from '../shared/status-badge';

/** A PASS IAE at a glance: number, state, dates, what is left. */
@Component({
  selector: 'app-pass-summary',
  imports: [DayPipe, StatusBadge],
  template: `
    <p class="fr-mb-1w"><app-status-badge [status]="pass().state" [label]="pass().stateLabel" /></p>
    <dl class="app-facts">
      <dt>Numéro</dt><dd><span class="app-number">{{ pass().displayNumber || 'En cours d’attribution' }}</span></dd>
      <dt>Début</dt><dd>{{ pass().start | day }}</dd>
      <dt>Fin</dt><dd>{{ pass().end | day }}</dd>
      <dt>Durée restante</dt><dd>{{ pass().remaining }}</dd>
      @if (pass().waitingUntil) { <dt>Délai de carence</dt><dd>jusqu’au {{ pass().waitingUntil | day }} inclus</dd> }
    </dl>
  `,
})
export class PassSummary {
  readonly pass = input.required<PassPartsFragment>();
}
