import { Component, model } from '@angular/core';
import { TextField } from '../shared/ui/text-field';

/** The questions every interested supplier will have to answer. */
@Component({
  selector: 'app-questions',
  imports: [TextField],
  template: `
    <fieldset class="fr-fieldset" aria-labelledby="questions-legende">
      <legend class="fr-fieldset__legend" id="questions-legende">Questions aux fournisseurs (facultatif)<span class="fr-hint-text">Chaque fournisseur intéressé répond à toutes ; gardez celles qui vous aident à choisir</span></legend>
      @for (question of value(); track $index) {
        <div class="fr-fieldset__element">
          <div class="app-row app-row--end fr-mb-0">
            <app-text-field class="app-grow" [label]="'Question ' + ($index + 1)" [value]="question" (valueChange)="change($index, $event)" />
            <button type="button" class="fr-btn fr-btn--tertiary fr-btn--sm" (click)="remove($index)">Retirer <span class="fr-sr-only">la question {{ $index + 1 }}</span></button>
          </div>
        </div>
      }
      <div class="fr-fieldset__element"><button type="button" class="fr-btn fr-btn--secondary fr-btn--sm fr-icon-add-line fr-btn--icon-left" id="questions-ajouter" (click)="add()">Ajouter une question</button></div>
    </fieldset>
  `,
})
export class Questions {
  readonly value = model.required<readonly string[]>();

  protected change(index: number, text: string): void {
    this.value.update((now) => now.map((q, i) => (i === index ? text : q)));
  }

  protected add(): void {
    this.value.update((now) => [...now, '']);
  }

  protected remove(index: number): void {
    this.value.update((now) => now.filter((_, i) => i !== index));
    document.getElementById('questions-ajouter')?.focus();
  }
}
