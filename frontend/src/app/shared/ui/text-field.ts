import { Component, computed, input, model, output } from '@angular/core';
import type { FormValueControl, ValidationError } from '@angular/forms/signals';
import { nextId } from './ids';

/** A labelled text control whose error is read with it. Works alone ([(value)]) or bound to a signal form ([formField]). */
@Component({
  selector: 'app-text-field',
  template: `
    <div class="fr-input-group" [class.fr-input-group--error]="!!problem()">
      <label class="fr-label" [for]="id">
        {{ label() }}
        @if (optional()) { (facultatif) }
        @if (hint()) { <span class="fr-hint-text">{{ hint() }}</span> }
      </label>
      @if (kind() === 'textarea') {
        <textarea class="fr-input" [id]="id" [rows]="rows()" [value]="value()" [required]="required()" [attr.maxlength]="longest() || null"
          [attr.aria-invalid]="problem() ? true : null" [attr.aria-describedby]="id + '-msg'" (input)="value.set($any($event.target).value)" (blur)="leave()"></textarea>
      } @else {
        <input class="fr-input" [id]="id" [type]="kind()" [value]="value()" [required]="required()" [attr.autocomplete]="autocomplete() || null" [attr.inputmode]="inputmode() || null"
          [attr.maxlength]="longest() || null" [attr.min]="from() || null" [attr.max]="to() || null" [attr.aria-invalid]="problem() ? true : null" [attr.aria-describedby]="id + '-msg'"
          (input)="value.set($any($event.target).value)" (blur)="leave()" />
      }
      <div class="fr-messages-group" [id]="id + '-msg'" aria-live="polite">
        @if (problem()) { <p class="fr-message fr-message--error">{{ problem() }}</p> }
      </div>
    </div>
  `,
})
export class TextField implements FormValueControl<string> {
  readonly label = input.required<string>();
  readonly hint = input('');
  readonly kind = input<'text' | 'email' | 'password' | 'tel' | 'date' | 'month' | 'search' | 'textarea'>('text');
  readonly value = model('');
  readonly error = input('');
  readonly required = input(false);
  readonly optional = input(false);
  readonly autocomplete = input('');
  readonly inputmode = input('');
  readonly longest = input(0);
  readonly from = input('');
  readonly to = input('');
  readonly rows = input(5);
  readonly errors = input<readonly ValidationError.WithOptionalFieldTree[]>([]);
  readonly touched = input(false);
  readonly touch = output<void>();

  readonly id = nextId('champ');
  protected readonly problem = computed(() => this.error() || (this.touched() ? (this.errors()[0]?.message ?? '') : ''));

  protected leave(): void {
    this.touch.emit();
  }
}
