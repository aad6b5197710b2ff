import { Component, computed, contentChildren, type ElementRef, forwardRef, inject, input, model, viewChildren } from '@angular/core';
import { nextId } from './ids';

/** One panel of `app-tabs`. What it holds stays in the page when another tab is shown, so that a half-filled form is not lost. */
@Component({
  selector: 'app-tab',
  host: { role: 'tabpanel', class: 'app-tabs__panel', '[id]': 'id', '[attr.aria-labelledby]': "id + '-tab'", '[hidden]': '!shown()', tabindex: '0' },
  template: `<ng-content />`,
})
export class Tab {
  readonly heading = input.required<string>();
  /** What the address or the page calls this tab; its rank when absent. */
  readonly name = input('');
  readonly id = nextId('onglet');
  private readonly tabs = inject<Tabs>(forwardRef(() => Tabs));
  protected readonly shown = computed(() => this.tabs.shows(this));
}

/** Tabs by the WAI-ARIA pattern: one stop for Tab, arrows between them, Home and End to the ends. */
@Component({
  selector: 'app-tabs',
  template: `
    <div class="app-tabs__list" role="tablist" [attr.aria-label]="label()">
      @for (tab of tabs(); track tab.id; let i = $index) {
        <button #button type="button" role="tab" class="app-tabs__tab" [id]="tab.id + '-tab'" [attr.aria-selected]="i === current()" [attr.aria-controls]="tab.id" [tabIndex]="i === current() ? 0 : -1"
          (click)="choose(i)" (keydown)="key($event, i)">{{ tab.heading() }}</button>
      }
    </div>
    <ng-content />
  `,
})
export class Tabs {
  readonly label = input.required<string>();
  readonly selected = model('');
  protected readonly tabs = contentChildren(Tab);
  private readonly buttons = viewChildren<ElementRef<HTMLButtonElement>>('button');
  protected readonly current = computed(() => {
    const found = this.tabs().findIndex((tab, i) => nameOf(tab, i) === this.selected());
    return Math.max(0, found);
  });

  shows(tab: Tab): boolean {
    return this.tabs()[this.current()] === tab;
  }

  protected choose(index: number): void {
    const tab = this.tabs()[index];
    if (tab) this.selected.set(nameOf(tab, index));
  }

  protected key(event: KeyboardEvent, index: number): void {
    const last = this.tabs().length - 1;
    const goal = { ArrowRight: index === last ? 0 : index + 1, ArrowLeft: index === 0 ? last : index - 1, Home: 0, End: last }[event.key];
    if (goal === undefined) return;
    event.preventDefault();
    this.choose(goal);
    this.buttons()[goal]?.nativeElement.focus();
  }
}

const nameOf = (tab: Tab, index: number): string => tab.name() || String(index);
