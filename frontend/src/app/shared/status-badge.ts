import { Component, computed, input } from '@angular/core';
import { Badge, type Tone } from './ui/badge';

const tones: Record<string, Tone> = {
  new: 'new', processing: 'info', postponed: 'info', pool: 'info', prior_to_hire: 'info', accepted: 'success', refused: 'error', cancelled: 'warning',
  VALID: 'success', FUTURE: 'info', SUSPENDED: 'warning',
};

/** The state of an application or of a PASS with its official label. */
@Component({ selector: 'app-status-badge', imports: [Badge], template: `<app-badge [tone]="tone()">{{ label() }}</app-badge>` })
export class StatusBadge {
  readonly status = input.required<string>();
  readonly label = input.required<string>();
  protected readonly tone = computed(() => tones[this.status()] ?? tones[this.status().toUpperCase()] ?? 'neutral');
}
