import { Component, computed, input, model, output } from '@angular/core';
import type { FormValueControl, ValidationError } from '@angular/forms/signals';
import { nextId } from './ids';

export interface Choice {
  readonly code: string;
  readonly label: string;
}

@Component({
  selector: 'app-select-field',
  template: `
    <div class="fr-select-group" [class.fr-select-group--error]="!!problem()">
      <label class="fr-label" [for]="id">
        {{ label() }}
        @if (optional()) { (facultatif) }
        @if (hint()) { <span class="fr-hint-text">{{ hint() }}</span> }
      </label>
      <select class="fr-select" [id]="id" [required]="required()" [attr.aria-invalid]="problem() ? true : null" [attr.aria-describedby]="id + '-msg'"
        (change)="value.set($any($event.target).value)" (blur)="touch.emit()">
        <option value="" [selected]="value() === ''">{{ placeholder() }}</option>
        @for (choice of choices(); track choice.code) {
          <option [value]="choice.code" [selected]="choice.code === value()">{{ choice.label }}</option>
        }
      </select>
      <div class="fr-messages-group" [id]="id + '-msg'" aria-live="polite">
        @if (problem()) { <p class="fr-message fr-message--error">{{ problem() }}</p> }
      </div>
    </div>
  `,
})
export class SelectField implements FormValueControl<string> {
  readonly label = input.required<string>();
  readonly hint = input('');
  readonly choices = input.required<readonly Choice[]>();
  readonly placeholder = input('Choisir');
  readonly value = model('');
  readonly error = input('');
  readonly required = input(false);
  readonly optional = input(false);
  readonly errors = input<readonly ValidationError.WithOptionalFieldTree[]>([]);
  readonly touched = input(false);
  readonly touch = output<void>();

  readonly id = nextId('liste');
  protected readonly problem = computed(() => this.error() || (this.touched() ? (this.errors()[0]?.message ?? '') : ''));
}
