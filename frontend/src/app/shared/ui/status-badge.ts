import { Component, computed, input } from '@angular/core';

const tones: Record<string, string> = {
  new: 'fr-badge--new', processing: 'fr-badge--info', postponed: 'fr-badge--info', pool: 'fr-badge--info', prior_to_hire: 'fr-badge--info',
  accepted: 'fr-badge--success', refused: 'fr-badge--error', cancelled: 'fr-badge--warning', obsolete: '',
  VALID: 'fr-badge--success', FUTURE: 'fr-badge--info', SUSPENDED: 'fr-badge--warning', EXPIRED: '',
};

/** A state with its official label; the colour only repeats what the words say. */
@Component({ selector: 'app-status-badge', template: `<span class="fr-badge fr-badge--sm fr-badge--no-icon" [class]="tone()">{{ label() }}</span>` })
export class StatusBadge {
  readonly status = input.required<string>();
  readonly label = input.required<string>();
  protected readonly tone = computed(() => tones[this.status()] ?? tones[this.status().toUpperCase()] ?? '');
}
