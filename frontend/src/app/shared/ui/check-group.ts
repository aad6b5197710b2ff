import { Component, input, model } from '@angular/core';
import { nextId } from './ids';

export interface CheckChoice {
  readonly code: string;
  readonly label: string;
  readonly hint?: string;
}

@Component({
  selector: 'app-check-group',
  template: `
    <fieldset class="fr-fieldset" [class.fr-fieldset--error]="!!error()" [attr.aria-labelledby]="id + '-legend ' + id + '-msg'">
      <legend class="fr-fieldset__legend" [class.fr-fieldset__legend--regular]="!strong()" [id]="id + '-legend'">
        {{ legend() }}
        @if (hint()) { <span class="fr-hint-text">{{ hint() }}</span> }
      </legend>
      @for (choice of choices(); track choice.code) {
        <div class="fr-fieldset__element" [class.fr-fieldset__element--inline]="inline()">
          <div class="fr-checkbox-group" [class.fr-checkbox-group--sm]="small()">
            <input type="checkbox" [id]="id + choice.code" [checked]="value().includes(choice.code)" (change)="toggle(choice.code, $any($event.target).checked)"
              [attr.aria-describedby]="choice.hint ? id + choice.code + '-hint' : null" />
            <label class="fr-label" [for]="id + choice.code">{{ choice.label }}</label>
            @if (choice.hint) { <span class="fr-hint-text app-check-hint" [id]="id + choice.code + '-hint'">{{ choice.hint }}</span> }
          </div>
        </div>
      }
      <div class="fr-messages-group" [id]="id + '-msg'" aria-live="polite">
        @if (error()) { <p class="fr-message fr-message--error">{{ error() }}</p> }
      </div>
    </fieldset>
  `,
})
export class CheckGroup {
  readonly legend = input.required<string>();
  readonly hint = input('');
  readonly choices = input.required<readonly CheckChoice[]>();
  readonly value = model<readonly string[]>([]);
  readonly error = input('');
  readonly inline = input(false);
  readonly small = input(true);
  readonly strong = input(false);
  readonly id = nextId('cases');

  protected toggle(code: string, on: boolean): void {
    this.value.update((now) => (on ? [...now.filter((c) => c !== code), code] : now.filter((c) => c !== code)));
  }
}
