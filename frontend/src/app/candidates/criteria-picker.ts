import { Component, computed, inject, input, model } from '@angular/core';
import { Labels } from '../shared/labels';
import { CheckGroup } from '../shared/ui/check-group';

/** The administrative criteria by level; choosing one of an exclusive pair says so at once. */
@Component({
  selector: 'app-criteria-picker',
  imports: [CheckGroup],
  template: `
    <app-check-group legend="Critères de niveau 1" [strong]="true" [choices]="levels()[0]!" [(value)]="value" [error]="error()" />
    <app-check-group legend="Critères de niveau 2" [strong]="true" [choices]="levels()[1]!" [(value)]="value" />
    <div aria-live="polite">
      @for (pair of conflicts(); track pair) { <p class="fr-message fr-message--error">{{ pair }}</p> }
    </div>
  `,
})
export class CriteriaPicker {
  private readonly labels = inject(Labels);
  readonly value = model<readonly string[]>([]);
  readonly error = input('');

  protected readonly levels = computed(() =>
    [1, 2].map((level) => this.labels.criteria().filter((c) => c.level === level).map((c) => ({ code: c.code, label: c.label, hint: c.proof ? `Justificatif : ${c.proof}` : '' }))),
  );
  protected readonly conflicts = computed(() => {
    const chosen = this.labels.criteria().filter((c) => this.value().includes(c.code));
    return chosen.flatMap((c) => chosen.filter((d) => c.code < d.code && (c.excludes.includes(d.code) || d.excludes.includes(c.code))).map((d) => `« ${c.label} » et « ${d.label} » s’excluent : gardez l’un des deux.`));
  });
}
