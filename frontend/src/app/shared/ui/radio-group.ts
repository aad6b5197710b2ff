import { Component, input, model } from '@angular/core';
import { nextId } from './ids';
import type { CheckChoice } from './check-group';

@Component({
  selector: 'app-radio-group',
  template: `
    <fieldset class="fr-fieldset" [class.fr-fieldset--error]="!!error()" [attr.aria-labelledby]="id + '-legend ' + id + '-msg'">
      <legend class="fr-fieldset__legend" [id]="id + '-legend'">{{ legend() }} @if (hint()) { <span class="fr-hint-text">{{ hint() }}</span> }</legend>
      @for (choice of choices(); track choice.code) {
        <div class="fr-fieldset__element" [class.fr-fieldset__element--inline]="inline()">
          <div class="fr-radio-group">
            <input type="radio" [id]="id + choice.code" [name]="id" [value]="choice.code" [checked]="value() === choice.code" (change)="value.set(choice.code)" />
            <label class="fr-label" [for]="id + choice.code">{{ choice.label }} @if (choice.hint) { <span class="fr-hint-text">{{ choice.hint }}</span> }</label>
          </div>
        </div>
      }
      <div class="fr-messages-group" [id]="id + '-msg'" aria-live="polite">
        @if (error()) { <p class="fr-message fr-message--error">{{ error() }}</p> }
      </div>
    </fieldset>
  `,
})
export class RadioGroup {
  readonly legend = input.required<string>();
  readonly hint = input('');
  readonly choices = input.required<readonly CheckChoice[]>();
  readonly value = model('');
  readonly error = input('');
  readonly inline = input(false);
  readonly id = nextId('choix');
}
