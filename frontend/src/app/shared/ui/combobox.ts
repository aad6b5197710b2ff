import { Component, computed, type ElementRef, input, linkedSignal, model, signal, viewChild } from '@angular/core';
import { nextId } from './ids';

export interface ComboOption {
  readonly code: string;
  readonly label: string;
  readonly detail?: string;
  /** Options of one group are shown under its name, which cannot be chosen. */
  readonly group?: string;
}

/** Groups in the order of their first option. */
const grouped = (options: readonly ComboOption[]) => [...new Set(options.map(({ group = '' }) => group))].map((name) => ({ name, options: options.filter(({ group = '' }) => group === name) }));

/** A text field that proposes: the WAI-ARIA combobox pattern with a list, no focus trap, everything by keyboard. A text left without a choice says so. */
@Component({
  selector: 'app-combobox',
  template: `
    <div class="fr-input-group app-combobox" [class.fr-input-group--error]="!!problem()">
      <label class="fr-label" [for]="id">
        {{ label() }}
        @if (hint()) { <span class="fr-hint-text">{{ hint() }}</span> }
      </label>
      <div class="app-combobox">
        <input #box class="fr-input" type="text" role="combobox" autocomplete="off" aria-autocomplete="list" [id]="id" [value]="text()" [required]="required()"
          [attr.aria-expanded]="shown()" [attr.aria-controls]="id + '-list'" [attr.aria-activedescendant]="shown() && active() >= 0 ? id + '-o' + active() : null"
          [attr.aria-invalid]="problem() ? true : null" [attr.aria-describedby]="id + '-msg'"
          (input)="typed($any($event.target).value)" (keydown)="key($event)" (blur)="leave()" />
        <ul class="app-combobox__list" role="listbox" [id]="id + '-list'" [attr.aria-label]="label()" [hidden]="!shown()">
          @for (group of groups(); track $index) {
            <li [attr.role]="group.name ? 'group' : 'none'" [attr.aria-label]="group.name || null">
              @if (group.name) { <p class="app-combobox__group" aria-hidden="true">{{ group.name }}</p> }
              <ul class="app-plain-list" role="none">
                @for (option of group.options; track option.code) {
                  @let i = options().indexOf(option);
                  <!-- The focus stays in the field, whose keys move through the options: the combobox pattern. -->
                  <!-- eslint-disable-next-line @angular-eslint/template/click-events-have-key-events, @angular-eslint/template/interactive-supports-focus -->
                  <li class="app-combobox__option" role="option" [id]="id + '-o' + i" [attr.aria-selected]="i === active()" (mousedown)="$event.preventDefault()" (click)="choose(option)">
                    {{ option.label }} @if (option.detail) { <span>– {{ option.detail }}</span> }
                  </li>
                }
              </ul>
            </li>
          }
        </ul>
      </div>
      <div class="fr-messages-group" [id]="id + '-msg'" aria-live="polite">
        @if (problem()) { <p class="fr-message fr-message--error">{{ problem() }}</p> }
        @else if (nothing()) { <p class="fr-message fr-message--info">{{ nothing() }}</p> }
      </div>
      <p class="fr-sr-only" role="status">{{ status() }}</p>
    </div>
  `,
})
export class Combobox {
  readonly label = input.required<string>();
  readonly hint = input('');
  readonly error = input('');
  readonly required = input(false);
  readonly search = input.required<(text: string) => Promise<readonly ComboOption[]>>();
  readonly minimum = input(2);
  readonly value = model<ComboOption | null>(null);

  readonly id = nextId('recherche');
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');
  protected readonly text = linkedSignal(() => this.value()?.label ?? '');
  protected readonly options = signal<readonly ComboOption[]>([]);
  protected readonly groups = computed(() => grouped(this.options()));
  protected readonly active = signal(-1);
  protected readonly open = signal(false);
  protected readonly shown = computed(() => this.open() && this.options().length > 0);
  protected readonly status = signal('');
  /** Said under the field when it has nothing to propose. */
  protected readonly nothing = signal('');
  /** The text left in the field that no choice stands for. */
  private readonly unchosen = signal('');
  protected readonly problem = computed(() => this.error() || (this.unchosen() && `« ${this.unchosen()} » n’est pas pris en compte : choisissez une proposition de la liste, ou videz le champ.`));
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;

  /** Empties the field, what was typed without a choice included. */
  reset(): void {
    clearTimeout(this.timer);
    this.value.set(null);
    this.text.set('');
    this.quiet();
    this.hide();
  }

  protected typed(text: string): void {
    this.text.set(text);
    this.quiet();
    if (this.value()) {
      this.value.set(null);
      this.text.set(text);
    }
    clearTimeout(this.timer);
    if (text.trim().length < this.minimum()) return this.hide();
    this.timer = setTimeout(() => void this.look(text.trim()), 180);
  }

  protected key(event: KeyboardEvent): void {
    const count = this.options().length;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (!count) return;
      event.preventDefault();
      this.open.set(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.active.update((i) => (i < 0 && step < 0 ? count - 1 : (i + step + count) % count));
    } else if (event.key === 'Enter' && this.shown()) {
      const option = this.options()[Math.max(this.active(), 0)];
      event.preventDefault();
      if (option) this.choose(option);
    } else if (event.key === 'Enter' && !this.value() && this.text().trim()) {
      event.preventDefault();
      this.unchosen.set(this.text().trim());
    } else if (event.key === 'Escape' && this.open()) {
      event.stopPropagation();
      this.hide();
    }
  }

  protected choose(option: ComboOption): void {
    this.value.set(option);
    this.text.set(option.label);
    this.quiet();
    this.hide();
    this.status.set(`${option.label} choisi`);
    this.box().nativeElement.focus();
  }

  protected leave(): void {
    const only = this.options().find((o) => o.label.toLowerCase() === this.text().trim().toLowerCase());
    if (!this.value() && only && this.open()) {
      this.value.set(only);
      this.text.set(only.label);
    }
    this.unchosen.set(this.value() ? '' : this.text().trim());
    this.hide();
  }

  private async look(text: string): Promise<void> {
    const turn = ++this.asked;
    const answer = await this.search()(text).catch(() => null);
    if (turn !== this.asked || this.value()) return;
    const found = grouped(answer ?? []).flatMap(({ options }) => options);
    this.options.set(found);
    this.active.set(-1);
    this.open.set(true);
    this.nothing.set(!answer ? 'Les propositions n’ont pas pu être chargées. Modifiez le texte pour réessayer.' : found.length ? '' : 'Aucune proposition');
    this.status.set(this.nothing() ? '' : `${found.length} ${found.length > 1 ? 'propositions' : 'proposition'}, flèches haut et bas pour choisir`);
  }

  private quiet(): void {
    this.unchosen.set('');
    this.nothing.set('');
  }

  private hide(): void {
    this.asked++;
    this.open.set(false);
    this.active.set(-1);
  }
}
