import { afterRenderEffect, Component, computed, type ElementRef, input, viewChild } from '@angular/core';
import { Checks, type RuleLine } from './checks';

/** Why something was refused: a sentence, the fields to correct, the rules looked at. */
export interface Problem {
  readonly message: string;
  readonly fields?: readonly { readonly field: string; readonly code: string; readonly message: string }[];
  readonly checks?: readonly RuleLine[];
}

/** The refusal of a form, at its head: the sentence, each field to correct, the rules that said no. Takes the focus when it appears. */
@Component({
  selector: 'app-failure',
  imports: [Checks],
  template: `
    @if (error(); as e) {
      <div #box class="fr-alert fr-alert--error fr-mb-3w" role="alert" tabindex="-1">
        <p class="fr-alert__title">{{ heading() }}</p>
        <p>{{ e.message }}</p>
        @if ((e.fields?.length ?? 0) > 1) {
          <ul>
            @for (field of e.fields ?? []; track field.field + field.code) { <li>{{ field.message }}</li> }
          </ul>
        }
        @if (unmet().length) { <app-checks [checks]="unmet()" /> }
      </div>
    }
  `,
})
export class Failure {
  readonly error = input<Problem | null>(null);
  readonly heading = input('L’action n’a pas pu aboutir');
  protected readonly unmet = computed(() => (this.error()?.checks ?? []).filter((c) => !c.met));
  private readonly box = viewChild<ElementRef<HTMLElement>>('box');

  constructor() {
    afterRenderEffect(() => {
      if (this.error()) this.box()?.nativeElement.focus();
    });
  }
}
