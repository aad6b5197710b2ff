import { Component, computed, inject, input, model } from '@angular/core';
import { Labels } from '../shared/labels';
import { CheckGroup } from '../shared/ui/check-group';

/** Those whose only proof is a birth date. */
const AGE_CRITERIA: readonly string[] = ['SENIOR', 'JEUNE'];

/** The administrative criteria by level; choosing one of an exclusive pair says so at once. */
@Component({
  selector: 'app-criteria-picker',
  imports: [CheckGroup],
  template: `
    <app-check-group legend="Critères de niveau 1" [strong]="true" [choices]="levels()[0]!" [(value)]="value" [error]="error()" />
    <app-check-group legend="Critères de niveau 2" [strong]="true" [choices]="levels()[1]!" [(value)]="value" />
    <div aria-live="polite">
      @for (pair of conflicts(); track pair) { <p class="fr-message fr-message--error">{{ pair }}</p> }
      @for (doubt of doubts(); track doubt) { <p class="fr-message fr-message--warning">{{ doubt }}</p> }
    </div>
  `,
})
export class CriteriaPicker {
  private readonly labels = inject(Labels);
  readonly value = model<readonly string[]>([]);
  readonly error = input('');
  /** Ticked beforehand because the birth date on file says so; null when nobody asked it. */
  readonly suggested = input<readonly string[] | null>(null);

  protected readonly levels = computed(() =>
    [1, 2].map((level) => this.labels.criteria().filter((c) => c.level === level).map((c) => ({ code: c.code, label: c.label, hint: [this.suggested()?.includes(c.code) ? 'Pré-coché d’après la date de naissance.' : '', c.proof ? `Justificatif : ${c.proof}` : ''].filter(Boolean).join(' ') }))),
  );
  /** An age criterion that the birth date on file contradicts: said, not refused, for the file may be what is wrong. */
  protected readonly doubts = computed(() => {
    const suggested = this.suggested();
    const doubtful = suggested === null ? [] : this.value().filter((code) => AGE_CRITERIA.includes(code) && !suggested.includes(code));
    return this.labels.criteria().filter((c) => doubtful.includes(c.code)).map((c) => `« ${c.label} » ne correspond pas à la date de naissance de la fiche : vérifiez-la, ou décochez ce critère.`);
  });
  protected readonly conflicts = computed(() => {
    const chosen = this.labels.criteria().filter((c) => this.value().includes(c.code));
    return chosen.flatMap((c) => chosen.filter((d) => c.code < d.code && (c.excludes.includes(d.code) || d.excludes.includes(c.code))).map((d) => `« ${c.label} » et « ${d.label} » s’excluent : gardez l’un des deux.`));
  });
}
