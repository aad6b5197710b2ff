import { Component, computed, input } from '@angular/core';

const tones: Record<string, string> = {
  draft: 'fr-badge--info', submitted: 'fr-badge--new', validated: 'fr-badge--success', rejected: 'fr-badge--error', closed: '',
  matched: 'fr-badge--new', viewed: 'fr-badge--info', interested: 'fr-badge--success', declined: '', withdrawn: '',
};

/** The state of a need, or of a supplier towards it; the colour only repeats the words. */
@Component({ selector: 'app-need-badge', template: `<span class="fr-badge fr-badge--sm fr-badge--no-icon" [class]="tone()">{{ label() }}</span>` })
export class NeedBadge {
  readonly status = input.required<string>();
  readonly label = input.required<string>();
  protected readonly tone = computed(() => tones[this.status()] ?? '');
}
