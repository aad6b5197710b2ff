import { Component, inject, input, model, viewChild } from '@angular/core';
import { Announcer } from '../shared/ui/announcer';
import { Combobox, type ComboOption } from '../shared/ui/combobox';

/** Several answers from a field that proposes: each choice becomes a tag that can be taken away. */
@Component({
  selector: 'app-picker',
  imports: [Combobox],
  template: `
    <div class="fr-mb-3w">
    <app-combobox class="fr-mb-1w" [label]="label()" [hint]="hint()" [error]="error()" [search]="search()" (valueChange)="add($event)" />
    @if (value().length) {
      <ul class="fr-tags-group" [attr.aria-label]="label() + ', choix faits'">
        @for (option of value(); track option.code) {
          <li><button type="button" class="fr-tag fr-tag--sm fr-tag--dismiss" [attr.aria-label]="'Retirer ' + option.label" (click)="remove(option)">{{ option.label }}</button></li>
        }
      </ul>
    }
    </div>
  `,
})
export class Picker {
  readonly label = input.required<string>();
  readonly hint = input('');
  readonly error = input('');
  readonly search = input.required<(text: string) => Promise<readonly ComboOption[]>>();
  readonly value = model<readonly ComboOption[]>([]);
  private readonly announcer = inject(Announcer);
  private readonly box = viewChild.required(Combobox);

  /** Forgets what was typed and not chosen. */
  reset(): void {
    this.box().reset();
  }

  protected add(option: ComboOption | null): void {
    if (!option) return;
    this.value.update((now) => [...now.filter((o) => o.code !== option.code), option]);
    // The field writes the chosen label after this call: it is emptied once it has.
    queueMicrotask(() => this.box().value.set(null));
  }

  protected remove(option: ComboOption): void {
    this.value.update((now) => now.filter((o) => o.code !== option.code));
    this.announcer.say(`${option.label} retiré`);
    document.getElementById(this.box().id)?.focus();
  }
}
