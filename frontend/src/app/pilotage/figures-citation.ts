import { Component, computed, inject, input, signal } from '@angular/core';
import { formatDay, formatMoment, formatMonth, today } from '../shared/format';
import type { FiguresQuery } from '../shared/graphql/generated/graphql';
import { Alert } from '../shared/ui/alert';
import { Announcer } from '../shared/ui/announcer';
import { TextField } from '../shared/ui/text-field';
import { changedSince, dataPath, pagePath } from './permalink';

/** How to quote these figures so that the same ones are found again: one address with months, place, moment and definitions, and a fingerprint. */
@Component({
  selector: 'app-figures-citation',
  imports: [Alert, TextField],
  template: `
    @if (changed().length) { <app-alert kind="warning" heading="Des définitions ont changé depuis que ce lien a été copié">{{ changed().join(', ') }}. Les valeurs peuvent différer de celles qui ont été citées.</app-alert> }
    <details class="app-details fr-mb-3w">
      <summary>Citer ou partager ces chiffres</summary>
      <app-text-field label="Citation" kind="textarea" [rows]="5" [value]="citation()" />
      <div class="app-row">
        <button type="button" class="fr-btn fr-btn--sm fr-btn--secondary fr-icon-links-line fr-btn--icon-left" (click)="copy(link(), 'Lien copié')">Copier le lien</button>
        <button type="button" class="fr-btn fr-btn--sm fr-btn--tertiary" (click)="copy(citation(), 'Citation copiée')">Copier la citation</button>
        <a class="fr-link fr-link--sm" [href]="data()" download="chiffres.json">Ces chiffres en JSON</a>
      </div>
      <p class="fr-text--sm fr-mt-1w fr-mb-0">{{ said() }}</p>
    </details>
  `,
})
export class FiguresCitation {
  readonly figures = input.required<FiguresQuery['figures']>();
  readonly kind = input('');
  readonly publicView = input(false);
  /** Definitions named by the address the page was opened with. */
  readonly linked = input('');

  private readonly announcer = inject(Announcer);
  protected readonly said = signal('');
  protected readonly link = computed(() => `${location.origin}${pagePath(this.figures(), this.kind(), this.publicView())}`);
  protected readonly data = computed(() => dataPath(this.figures(), this.kind(), this.publicView()));
  protected readonly changed = computed(() => changedSince(this.linked(), this.figures()));
  protected readonly citation = computed(() => {
    const f = this.figures();
    const moment = `situation au ${formatDay(f.validAt ?? f.asOf)}, telle que connue le ${formatMoment(f.knownAt ?? f.asOf)}`;
    return `Plateforme de l’inclusion, chiffres${f.masked ? ' publics' : ''}, ${f.scope.name}, de ${formatMonth(f.from)} à ${formatMonth(f.to)}, ${moment}. Consulté le ${formatDay(today())}. Empreinte ${f.fingerprint}. ${this.link()}`;
  });

  protected async copy(text: string, done: string): Promise<void> {
    const words = await navigator.clipboard.writeText(text).then(() => done, () => 'La copie a été refusée par le navigateur : copiez le texte ci-dessus.');
    this.said.set(words);
    this.announcer.say(words);
  }
}
